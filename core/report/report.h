// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "core/detector/open_detector.h"
#include "core/image/map_look.h"
#include "core/model/batch_grounding.h"
#include "core/report/map_kinds.h"

namespace gbs {

enum class ReportVerdict { right, wrong, unsure, absent };

/// The user's verdict on a phrase's map.
struct ReportJudgement {
    std::optional<ReportVerdict> verdict;
    std::string note;
};

/// The texts of a report, translated by the window.
struct ReportTexts {
    std::string language = "en";  ///< BCP 47
    bool right_to_left = false;
    std::string title = "Grounding report";
    std::string photo = "photo", peak = "peak", at = "at";  // "peak 0.83 at 120, 45"
    std::string right = "correct", wrong = "incorrect", unsure = "unsure", absent = "absent";
    std::string model = "Model", file = "File", device = "Device", encoders = "Encoders", input = "Input";
    std::string data = "Trained on", accuracy = "Accuracy", of_phrases = "phrases, protocol";
    std::string made_with = "Made with";
    std::string colors = "colors", lowest = "lowest", highest = "highest";  // "colors 0.01–0.83"
    std::string scale_auto = "Colors of each map, from its lowest to its highest value";
    std::string scale_shared =
        "Colors of the maps, from the lowest to the highest value of all maps of a photo";
    std::string scale_fixed = "Colors of the maps, 0 to 1 in every photo";
    std::string scale_custom = "Colors of the maps, the same in every photo";
    std::string totals = "Totals", photos = "Photos", phrases = "Phrases", failed = "Failed";
    std::string contents = "Photos in this report", show = "Show", all = "all", unjudged = "not judged";
    std::string strength = "strength";
    std::array<std::string, 4> strengths{"none", "weak", "medium", "strong"};  ///< by StrengthLevel
    std::string detector = "Detector", boxes = "boxes", best = "best";         // "boxes 3, best 0.83"
    std::string no_boxes = "no boxes for this phrase", not_listed = "no boxes for this photo";
    std::string decoder = "the decoder's map", match = "image to text", mean = "geometric mean of both";
};

struct ReportOptions {
    ReportTexts texts;
    MapLook look{};
    int thumbnail = 200;  ///< longest side of the small images in pixels
    int large = 800;      ///< of those that a click shows
    /// The maps of each phrase, in this order; at least one.
    std::vector<MapKind> maps{all_map_kinds.begin(), all_map_kinds.end()};
    /// The verdict on a phrase of a photo; optional.
    std::function<ReportJudgement(const std::filesystem::path& photo, const std::string& phrase)> judgement;
    /// Each phrase shows the mean map and the boxes of this detector, as figure 3 of the paper, instead of
    /// `maps`; optional.
    std::optional<OpenDetector> detector;
};

/// Grounds the tasks and writes the results as one self-contained HTML file, also well-formed XML: images are
/// embedded, nothing is loaded, no script runs. Images are small; a click shows them large. It begins with a list of the photos; with verdicts or strengths, the
/// phrases can be limited to one of them. Holds a few photos in memory at a time. The file appears when it is complete; a failure or a
/// cancellation leaves no file. The processes of a `team` share the photos, and rank 0 writes the file. Throws Error,
/// Cancelled.
BatchSummary write_report(const std::filesystem::path& path, Grounder& grounder,
                          std::span<const GroundingTask> tasks, const ReportOptions& options = {},
                          const std::function<void(const BatchProgress&)>& progress = {},
                          const WorkToken& token = {}, Team& team = alone());

}  // namespace gbs
