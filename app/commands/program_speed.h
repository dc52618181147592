// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/temporary_folder.h"
#include "core/speed/speed_table.h"

namespace gbs::app {

/// Times of whole runs of this program, which start it as a user would: on generated photos in a temporary folder, with
/// each number of threads, alone and beside busy threads. `report` is called after each row. Throws Error if a run fails.
class ProgramSpeed {
 public:
    using Report = std::function<void(const SpeedRow&)>;
    ProgramSpeed(std::filesystem::path model, Report report);

    /// `gbs --version`, and `gbs ground` with one photo and one phrase.
    void measure_start();
    /// `gbs ground` on 28 photos with 160 phrases: with one thread and with all, beside 0 to `most_busy` threads. With all
    /// threads it may take 1.2 times what one takes, and alone at most 1 / 1.8 on two cores.
    void measure_many_photos(int most_busy);
    /// `gbs train`: a photo's share of a step, EfficientNet-Lite0 learning at 224 pixels, batch 16.
    void measure_training();

    const std::vector<SpeedRow>& rows() const { return rows_; }

 private:
    void add(SpeedRow row);

    std::filesystem::path model_;
    TemporaryFolder temporary_;
    std::filesystem::path folder_ = temporary_.path();
    Report report_;
    std::vector<SpeedRow> rows_;
};

}  // namespace gbs::app
