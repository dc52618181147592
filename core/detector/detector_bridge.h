// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/child_process.h"
#include "core/base/error.h"
#include "core/base/temporary_folder.h"
#include "core/detector/bridge_answer.h"
#include "core/detector/detector_scores.h"

namespace gbs {

/// The detector has ended, or had to be ended: it died, hung or wrote nonsense. The text has its last lines.
class BridgeEnded : public Error {
 public:
    using Error::Error;
};

struct BridgeOptions {
    std::string command;  ///< detector_command.h
    DetectorScores scores = DetectorScores::as_given;
    std::chrono::seconds start_limit{300};  ///< until it is ready, and for its first answers
    std::chrono::seconds answer_limit{60};  ///< of a phrase
    /// Called from another thread with the lines that it writes to standard error, and once it has ended by itself.
    ChildProcess::Said said{};
    std::function<void()> ended{};
};

/// With this limit for each answer, and five times as long for the start and the first one.
BridgeOptions bridge_options(const std::string& command, DetectorScores scores, int answer_seconds);

/// A detector that runs: a program that is asked for the boxes or maps of phrases in a photo (docs/detectors.md).
/// One thread at a time may use it.
class DetectorBridge {
 public:
    /// Starts the program and waits until it is ready. Throws Error, Cancelled.
    explicit DetectorBridge(BridgeOptions options, const std::stop_token& stop = {});

    /// What it says of itself.
    const std::string& name() const { return name_; }
    const std::string& device() const { return device_; }  ///< may be empty
    bool gives_maps() const { return gives_maps_; }
    const std::string& command() const { return options_.command; }
    bool running() const { return child_ && child_->running(); }
    pid_t process() const { return child_ ? child_->id() : -1; }

    /// The answer for the phrases, which it gets without repetitions and surrounding spaces, as keys of the maps and
    /// failures. Throws BridgeEnded; Error if the photo cannot be asked about; Cancelled, which ends the program as well.
    BridgeAnswer ask(const std::filesystem::path& photo, std::span<const std::string> phrases,
                     const std::stop_token& stop = {});

 private:
    void greet(const std::stop_token& stop);
    std::string receive(std::chrono::seconds limit, const char* awaited, const std::stop_token& stop);
    /// The text with the program's name and last lines.
    std::string describe(const std::string& fault) const;

    BridgeOptions options_;
    std::string name_, device_;
    bool gives_maps_ = false, answered_ = false;
    TemporaryFolder folder_;  ///< of its maps
    std::unique_ptr<ChildProcess> child_;
};

/// A phrase as it is sent.
std::string bridge_phrase(const std::string& phrase);

}  // namespace gbs
