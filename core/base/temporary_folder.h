// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

namespace gbs {

/// A new temporary folder, removed by the destructor. Throws Error.
class TemporaryFolder {
 public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

}  // namespace gbs
