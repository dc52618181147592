// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace gbs::training {

/// What to learn a strength from, and for which model.
struct CalibrationRequest {
    std::filesystem::path model, output;
    std::filesystem::path images, captions;  ///< as in a recipe: data.images, data.captions
    std::string split;                       ///< as in a recipe: data.split
    std::string device = "auto";
    std::size_t limit = 6000;  ///< photos; 0: all
    std::uint64_t seed = 1;
    /// Divides the logits: a model is too sure of photos whose captions it has not learned from. 1 is right for those that it
    /// has; a larger one is chosen on a development split.
    double temperature = 1;
};

/// Measured on photos that the network did not learn from, a tenth of all.
struct CalibrationResult {
    std::size_t photos = 0, phrases = 0;  ///< of all
    double auc = 0, calibration_error = 0;
};

/// Learns the strength (core/model/strength.h) of a model, or of all members of an ensemble, from captions, and writes a
/// copy of the checkpoint with it; an old strength is replaced. Of an ensemble, the joint strength is calibrated, not
/// those of its members. The same request gives the same file. `progress(done, total)` counts photos. Throws Error or
/// Cancelled.
CalibrationResult calibrate(const CalibrationRequest& request,
                            const std::function<void(std::size_t, std::size_t)>& progress = {},
                            std::stop_token stop = {});

}  // namespace gbs::training
