// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/locked_file.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "core/base/error.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

constexpr int max_tries = 100;

[[noreturn]] void fail(const fs::path& path, int code) {
    throw Error("cannot write " + path.string() + ": " + std::generic_category().message(code));
}

}  // namespace

void append_text(int descriptor, std::string_view text, const fs::path& path) {
    const off_t before = ::lseek(descriptor, 0, SEEK_END);
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int code = errno;
            if (before < 0 || ::ftruncate(descriptor, before) != 0)
                spdlog::warn("{} ends with an incomplete line", path.string());
            fail(path, code);
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

LockedFile::LockedFile(fs::path path) : path_(std::move(path)) {
    // Between opening and locking, an earlier owner may have removed the file.
    for (int i = 0; i < max_tries; ++i)
        if (open()) return;
    throw Error("cannot lock " + path_.string() + ": it is replaced again and again");
}

LockedFile::~LockedFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool LockedFile::open() {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0666);
    if (descriptor_ < 0) fail(path_, errno);
    struct stat info {};
    if (::fstat(descriptor_, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(descriptor_);
        throw Error("cannot write " + path_.string() + ": it is not a regular file");
    }
    lock();
    if (state_ != State::taken || is_in_place()) return true;
    ::close(descriptor_);
    return false;
}

void LockedFile::lock() {
    struct flock request {};
    request.l_type = F_WRLCK;
    request.l_whence = SEEK_SET;
    if (::fcntl(descriptor_, F_OFD_SETLK, &request) == 0)
        state_ = State::taken;
    else
        state_ = errno == EAGAIN || errno == EACCES ? State::held : State::unsupported;
}

void LockedFile::require(std::string_view what) const {
    if (state_ == State::held)
        throw Error("another program is writing these " + std::string(what) + " (" + path_.string() +
                    "): wait until it ends, or choose another place");
    if (state_ == State::unsupported)
        spdlog::warn("{}: this file system has no locks; do not start a second program that writes there",
                     path_.string());
}

bool LockedFile::is_in_place() const {
    struct stat own {
    }, named{};
    return ::fstat(descriptor_, &own) == 0 && ::stat(path_.c_str(), &named) == 0 &&
           own.st_dev == named.st_dev && own.st_ino == named.st_ino;
}

void LockedFile::check_place() const {
    if (!is_in_place())
        throw Error(path_.string() + " was deleted, moved or replaced while it was being written");
}

std::uint64_t LockedFile::size() const {
    struct stat info {};
    if (::fstat(descriptor_, &info) != 0) fail(path_, errno);
    return static_cast<std::uint64_t>(info.st_size);
}

void LockedFile::cut(std::uint64_t bytes) {
    if (::ftruncate(descriptor_, static_cast<off_t>(bytes)) != 0) fail(path_, errno);
}

void LockedFile::append(std::string_view text) {
    check_place();
    append_text(descriptor_, text, path_);
}

}  // namespace gbs
