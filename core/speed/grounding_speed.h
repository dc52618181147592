// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "core/speed/machine_peaks.h"
#include "core/speed/speed_table.h"

namespace gbs {

/// The times of a photo, a further phrase, a new text, and many phrases at once, in this process with `threads` threads.
/// Each is repeated for `seconds_each`. The model is loaded on `device` ("cpu", "cuda:0"); goals are those of the default
/// model on the CPU.
std::vector<SpeedRow> measure_grounding(const std::filesystem::path& model, const std::string& device,
                                        int threads, const MachinePeaks& peaks, double seconds_each = 1);

}  // namespace gbs
