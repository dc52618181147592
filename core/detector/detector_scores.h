// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// How the scores of a detector become 0 to 1.
enum class DetectorScores {
    as_given,  ///< they are 0 to 1
    softmax,   ///< of the boxes of a phrase or class of an image
    sigmoid,   ///< of each score
    minmax,    ///< from the lowest to the highest score of the file
    percent,   ///< 0 to 100
};

/// The names for the command line: "as-given", "softmax", "sigmoid", "minmax", "percent".
std::vector<std::string> detector_scores_names();
std::string detector_scores_name(DetectorScores scores);
/// Throws Error for another name.
DetectorScores parse_detector_scores(std::string_view name);

/// Brings the scores of one file to 0 to 1, one list for each phrase or class of an image. Rounding errors
/// beyond the range are clipped. Throws Error, which states the range and the choices, if they do not fit.
void normalize_detector_scores(DetectorScores how, std::span<std::vector<double>> scores);

}  // namespace gbs
