// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/locked_file.h"

namespace gbs {

/// The lines of a file that is written over a long time, which survive a kill: FILE.part grows by one line at a time, each
/// with a checksum; at the end, FILE is written atomically and FILE.part removed.
class LineJournal {
 public:
    struct Contents {
        std::string heading;  ///< identifies the run; without line ends
        std::string what;     ///< "results", for errors
        std::string differs;  ///< what may differ in another run: "protocol, split or models differ"
        std::string again;    ///< what happens to lines that are not taken: "scored again"
    };

    /// With `resume`, the lines of a FILE.part with the same heading are passed to `take` until it refuses one, and new
    /// ones are appended after the last one that it took. They end before a truncated or damaged line, too.
    /// Throws Error if FILE.part belongs to another run, or another program is writing it.
    LineJournal(std::filesystem::path file, Contents contents, bool resume,
                const std::function<bool(const std::string&)>& take);

    std::size_t already() const { return already_; }
    /// Appends a line without tabs and line ends. Throws Error.
    void add(const std::string& line);
    /// Writes FILE and removes FILE.part. Throws Error, also if FILE.part was replaced meanwhile.
    void finish();

 private:
    std::uint64_t take_back(const Contents& contents, const std::function<bool(const std::string&)>& take);

    std::filesystem::path file_;
    LockedFile journal_;
    std::size_t already_ = 0, added_ = 0;
};

}  // namespace gbs
