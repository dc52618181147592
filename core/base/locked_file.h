// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace gbs {

/// Appends with one call, all or nothing: on a full disk, a partial write is undone before Error is thrown.
void append_text(int descriptor, std::string_view text, const std::filesystem::path& path);

/// A file that one process at a time writes. The kernel releases the lock however the process ends. A lock of the
/// open file description instead of flock(2): it can be tested without being taken, and works over NFS.
class LockedFile {
 public:
    enum class State {
        taken,
        held,        ///< by another process, or by another object of this one
        unsupported  ///< by the file system
    };

    /// Opens or creates the file and tries to lock it, without waiting. Throws Error if it cannot be opened, or is no
    /// regular file.
    explicit LockedFile(std::filesystem::path path);
    ~LockedFile();
    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    State state() const { return state_; }
    /// Throws Error unless the lock is taken: `what` names the file's purpose, "results". On a file system without
    /// locks, warns.
    void require(std::string_view what) const;

    /// Whether the path still names this file. It does not after the file or a folder above it was deleted, renamed or
    /// replaced: another process may then hold a lock of the same name.
    bool is_in_place() const;
    /// Throws Error unless the file is in place.
    void check_place() const;

    std::uint64_t size() const;
    /// Drops what follows the first `bytes` bytes. Throws Error.
    void cut(std::uint64_t bytes);
    /// Throws Error, also if the file is no longer in place.
    void append(std::string_view text);

 private:
    bool open();
    void lock();

    std::filesystem::path path_;
    int descriptor_ = -1;
    State state_ = State::unsupported;
};

}  // namespace gbs
