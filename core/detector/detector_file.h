// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/base/line_journal.h"
#include "core/detector/bridge_answer.h"

namespace gbs {

/// The phrases to find in a photo.
struct DetectorTask {
    std::filesystem::path photo;
    std::vector<std::string> phrases;
    std::string name;  ///< of the photo in the file of boxes
};

/// A file of boxes (JSONL) that is written while a detector answers, and survives a kill (line_journal.h).
class DetectorFile {
 public:
    /// Cleans the phrases as they are sent, and names the photos by their paths if two have one name. With `resume`, removes from the tasks what an interrupted run of this detector
    /// has written. Throws Error.
    DetectorFile(const std::filesystem::path& file, const std::string& command, DetectorScores scores,
                 std::vector<DetectorTask>& tasks, bool resume);

    std::size_t already() const { return journal_->already(); }  ///< phrases
    std::size_t written() const { return already() + phrases_; }
    std::size_t phrases() const { return phrases_; }  ///< of this run
    std::size_t boxes() const { return boxes_; }
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }
    /// The reasons why phrases have no answer.
    const std::vector<std::string>& failures() const { return failures_; }

    void add(const DetectorTask& task, const BridgeAnswer& answer);
    /// Throws Error.
    void finish() { journal_->finish(); }

 private:
    std::map<std::string, std::set<std::string>> open_;  ///< phrases to ask for, by photo
    std::unique_ptr<LineJournal> journal_;
    std::map<std::string, std::size_t> skipped_;
    std::vector<std::string> failures_;
    std::size_t boxes_ = 0, phrases_ = 0;
};

}  // namespace gbs
