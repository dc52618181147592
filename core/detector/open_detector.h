// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>

#include "core/base/named_file.h"
#include "core/detector/detector_boxes.h"

namespace gbs {

/// A detector as the command line names it.
struct OpenDetector {
    NamedFile source;
    std::shared_ptr<const DetectorBoxes> boxes;
};

/// Reads the boxes of "[NAME=]FILE"; `scores` is a name of detector_scores.h. Logs what is skipped. Throws Error
/// like `read_detector_boxes`.
OpenDetector open_detector(const std::string& argument, const std::string& instances,
                           const std::string& scores);

}  // namespace gbs
