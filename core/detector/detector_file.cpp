// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_file.h"

#include <nlohmann/json.hpp>

#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/json_values.h"
#include "core/detector/detector_bridge.h"
#include "core/image/photo_names.h"

namespace gbs {

DetectorFile::DetectorFile(const std::filesystem::path& file, const std::string& command,
                           DetectorScores scores, std::vector<DetectorTask>& tasks, bool resume) {
    std::set<std::string> names;
    for (const DetectorTask& task : tasks) names.insert(normalize_photo_name(task.name));
    for (DetectorTask& task : tasks) {
        if (names.size() < tasks.size()) task.name = task.photo.string();
        std::set<std::string>& open = open_[task.name];
        for (std::string& phrase : task.phrases) phrase = bridge_phrase(phrase);
        std::erase_if(task.phrases,
                      [&](const auto& phrase) { return phrase.empty() || !open.insert(phrase).second; });
    }
    const nlohmann::json heading{{"bridge", command}, {"scores", detector_scores_name(scores)}};
    journal_ = std::make_unique<LineJournal>(
        file,
        LineJournal::Contents{.heading = json_text(heading),
                              .what = "boxes",
                              .differs = "the detector or --detector-scores differ",
                              .again = "asked for again"},
        resume, [&](const std::string& text) {
            const auto line = parse_json(text);
            return line && open_[get_text(*line, "image")].erase(get_text(*line, "phrase")) > 0;
        });
    for (DetectorTask& task : tasks)
        std::erase_if(task.phrases, [&](const auto& phrase) { return !open_[task.name].contains(phrase); });
}

void DetectorFile::add(const DetectorTask& task, const BridgeAnswer& answer) {
    for (const auto& [phrase, reason] : answer.failures)
        failures_.push_back(task.photo.string() + ": \"" + phrase + "\": " + reason);
    for (const auto& [reason, count] : answer.boxes.skipped()) skipped_[reason] += count;
    for (const DetectorImage& image : answer.boxes.images())
        for (const DetectorAnswer& each : image.answers) {
            journal_->add(json_text(detector_line(task.name, image, each)));
            boxes_ += each.boxes.size();
            ++phrases_;
        }
}

}  // namespace gbs
