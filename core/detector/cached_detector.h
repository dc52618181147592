// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

#include "core/detector/detector_bridge.h"

namespace gbs {

/// A detector that runs, with its boxes kept in files: it is asked once for a phrase in a photo (path, size and time of the
/// file) under a command. Files that were not used for 90 days are removed. One thread at a time may use it.
class CachedDetector {
 public:
    /// Touches nothing and starts nothing yet.
    CachedDetector(BridgeOptions options, std::filesystem::path folder);

    /// Starts the program unless it runs. Throws Error, Cancelled.
    void start(const std::stop_token& stop);
    void end() { bridge_.reset(); }
    const DetectorBridge* bridge() const {
        return bridge_.get();
    }  ///< null before start() and after a BridgeEnded
    /// As DetectorBridge::ask. The program is started only if something is not known.
    BridgeAnswer ask(const std::filesystem::path& photo, std::span<const std::string> phrases,
                     const std::stop_token& stop);

 private:
    void open_folder();
    std::filesystem::path file_of(const std::filesystem::path& photo, const std::string& phrase) const;
    bool find(const std::filesystem::path& file, DetectorBoxes& boxes) const;
    void keep(const std::filesystem::path& photo, const DetectorBoxes& boxes) const;

    BridgeOptions options_;
    std::filesystem::path folder_;  ///< empty: nothing can be kept
    bool opened_ = false;
    std::unique_ptr<DetectorBridge> bridge_;
};

}  // namespace gbs
