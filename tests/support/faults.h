// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

// Faults of the system calls on files below a folder. faults.cpp defines these calls for the test program that it is linked
// to, for all code in it: the program's own, the C++ library's streams, SQLite, libarchive.
namespace gbs {

enum class Call { read, write, sync, rename, open, truncate };
enum class Fault {
    short_transfer,  ///< half of the bytes, which is no error
    io_error,        ///< EIO
    full_disk        ///< ENOSPC
};

/// While it lives, call number `nth` (from 1) of a kind on files below the folder fails, in whatever thread. One at a time.
class Faults {
 public:
    /// Only counts.
    Faults(std::filesystem::path folder, Call call);
    Faults(std::filesystem::path folder, Call call, int nth, Fault fault);
    ~Faults();
    Faults(const Faults&) = delete;
    Faults& operator=(const Faults&) = delete;

    /// The calls of the kind so far.
    int seen() const;
};

}  // namespace gbs
