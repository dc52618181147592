// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/open_detector.h"

#include <spdlog/spdlog.h>

namespace gbs {

OpenDetector open_detector(const std::string& argument, const std::string& instances,
                           const std::string& scores) {
    NamedFile source = parse_named_file(argument);
    auto boxes = std::make_shared<const DetectorBoxes>(
        read_detector_boxes(source.file, instances, {}, {}, parse_detector_scores(scores)));
    for (const auto& [reason, count] : boxes->skipped())
        spdlog::warn("{}: skipped {}: {}", source.file.string(), count, reason);
    return {std::move(source), std::move(boxes)};
}

}  // namespace gbs
