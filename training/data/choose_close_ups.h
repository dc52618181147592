// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "training/data/close_up.h"
#include "training/data/teacher_maps.h"
#include "training/data/training_set.h"

namespace gbs::training {

/// Up to `count` close-ups for each photo, around what the teacher finds for a random phrase. Depends on the seed, the photos and
/// the maps only.
std::vector<CloseUp> choose_close_ups(const TrainingSet& set, const TeacherMaps& teacher, int count,
                                      std::uint64_t seed);

}  // namespace gbs::training
