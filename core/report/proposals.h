// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/model/batch_grounding.h"

namespace gbs {

/// A place that a map proposes for its phrase, in pixels of the photo; (0, 0) is the outer corner of the first pixel.
struct Proposal {
    std::string phrase;
    std::array<double, 4> box{};  ///< left, top, right, bottom
    std::vector<std::array<double, 2>>
        outline{};     ///< at least three corners, within a pixel of the region's edge
    double score = 0;  ///< the strength of the phrase, or the largest value of its map
};

/// Of the mean map of each phrase: the region around the largest value where the map reaches `threshold`, a share of
/// that value from 0 to 1. Photos of more than 1,024 pixels are outlined at that size. Maps without a positive value
/// propose nothing.
std::vector<Proposal> propose(const GroundedPhoto& photo, double threshold);
/// The same as a photo of annotation_files.h, for a process that has the photo but not the folder.
nlohmann::json describe_proposals(const GroundedPhoto& photo, double threshold);

}  // namespace gbs
