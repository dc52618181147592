// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <set>
#include <string>
#include <string_view>

namespace gbs {

/// An English word in lower case and its possible singulars: "dogs" gives "dog", "people" gives "person", "knives"
/// gives "knife". "horses" gives "horse" and "hors": a form that is no word matches nothing.
std::set<std::string> singulars(std::string_view word);

/// Whether two words differ at most in their plural: "dogs" and "dog", "people" and "person".
bool same_but_for_plural(std::string_view a, std::string_view b);

}  // namespace gbs
