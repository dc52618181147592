// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "core/report/proposals.h"

namespace gbs {

/// labelme: a JSON with outlines for each photo, which X-AnyLabeling reads as well. COCO: instances.json with boxes and
/// outlines. VOC: an XML with boxes for each photo. YOLO: a text with boxes for each photo, and classes.txt.
enum class ProposalFormat { labelme, coco, voc, yolo };
inline constexpr std::array all_proposal_formats{ProposalFormat::labelme, ProposalFormat::coco,
                                                 ProposalFormat::voc, ProposalFormat::yolo};
std::string_view proposal_format_name(ProposalFormat format);  ///< "labelme", "coco", "voc", "yolo"

/// Writes proposals for the tools that people annotate with.
class ProposalFiles {
 public:
    /// Creates the folder. Throws Error.
    ProposalFiles(std::filesystem::path folder, ProposalFormat format);
    ~ProposalFiles();
    ProposalFiles(const ProposalFiles&) = delete;
    ProposalFiles& operator=(const ProposalFiles&) = delete;

    /// What `add` takes, for a process that has the photo but not the folder.
    static nlohmann::json describe(const GroundedPhoto& photo, double threshold);
    /// Writes the file of a photo, whole or not at all. Photos of one name in several folders get numbers.
    void add(const nlohmann::json& described);
    /// Writes what belongs to all photos. Throws Error.
    void finish();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace gbs
