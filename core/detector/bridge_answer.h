// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/detector/detector_boxes.h"
#include "core/detector/detector_lines.h"
#include "core/image/heatmap.h"

namespace gbs {

/// What a running detector says about a photo. Each phrase is in one of the three.
struct BridgeAnswer {
    DetectorBoxes boxes;                          ///< of the photo, by phrase
    std::map<std::string, Heatmap> maps;          ///< by phrase
    std::map<std::string, std::string> failures;  ///< phrases without an answer, with the detector's reasons
};

/// Checks and collects the lines of an answer (docs/detectors.md): one for each phrase, in any order.
class BridgeAnswerReader {
 public:
    /// `maps` is whether it gives maps instead of boxes, `folder` that of relative names of maps.
    BridgeAnswerReader(std::string image, std::vector<std::string> phrases, bool maps,
                       std::filesystem::path folder);

    /// The request, in one line.
    std::string request() const;
    /// Throws Error for what is no line of an answer to the request.
    void take(std::string_view line);
    bool complete() const { return open_.empty(); }
    /// Throws Error if scores or boxes cannot be meant.
    BridgeAnswer finish(DetectorScores scores);

 private:
    void take_map(const std::string& name, const std::string& phrase);
    void take_failure(const std::string& reason, const std::string* phrase);

    std::string image_;
    std::vector<std::string> phrases_, open_;  ///< asked; not answered yet
    bool maps_;
    std::filesystem::path folder_;
    BridgeAnswer answer_;
    DetectorLines lines_;
};

}  // namespace gbs
