// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/speed/machine_peaks.h"
#include "core/speed/speed_table.h"

namespace gbs {

/// The times of a photo and of a phrase whose text is known, with other inputs, levels and encoders than the default
/// model's, on the CPU with `threads` threads: one view, random weights, and for VGG16 the options of the paper. Each is
/// repeated for `seconds_each`.
std::vector<SpeedRow> measure_models(int threads, const MachinePeaks& peaks, double seconds_each = 1);

}  // namespace gbs
