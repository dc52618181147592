// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/model/grounding_session.h"

namespace gbs {

/// A grounder whose maps are the geometric means of its members' maps, each kind by itself, at the size of the largest
/// member's maps. Encoders of different kinds err in different places (docs/default_model.md). It costs the sum of
/// its members. `members` has at least one.
std::shared_ptr<Grounder> make_ensemble_grounder(std::vector<std::shared_ptr<Grounder>> members);

}  // namespace gbs
