// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faults.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <string>
#include <utility>

namespace gbs {
namespace {

struct Plan {
    std::string folder;
    Call call = Call::read;
    int nth = 0;  ///< 0: none
    Fault fault = Fault::io_error;
    int seen = 0;
};

std::atomic<bool> armed = false;
std::mutex mutex;  ///< guards the plan
Plan plan;

bool is_below(const char* path) {
    return std::strncmp(path, plan.folder.c_str(), plan.folder.size()) == 0;
}

/// Counts the call, and returns whether it fails.
bool take(Call call, const char* path) {
    if (!armed || path == nullptr) return false;
    const std::lock_guard lock(mutex);
    if (call != plan.call || !is_below(path)) return false;
    return ++plan.seen == plan.nth;
}

bool take(Call call, int descriptor) {
    if (!armed) return false;
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t length = ::readlink(link.c_str(), path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = 0;
    return take(call, path);
}

/// -1 with the error of the plan, or, for a short transfer, half of `size` in `size` and 0.
ssize_t apply(std::size_t& size) {
    if (plan.fault == Fault::short_transfer) {
        size = size > 1 ? size / 2 : size;
        return 0;
    }
    errno = plan.fault == Fault::full_disk ? ENOSPC : EIO;
    return -1;
}
int fail() {
    std::size_t none = 0;
    return plan.fault == Fault::short_transfer ? 0 : static_cast<int>(apply(none));
}

template <typename Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

void arm(std::filesystem::path folder, Call call, int nth, Fault fault) {
    const std::lock_guard lock(mutex);
    plan = {std::filesystem::canonical(folder).string() + "/", call, nth, fault, 0};
    armed = true;
}

}  // namespace

Faults::Faults(std::filesystem::path folder, Call call) {
    arm(std::move(folder), call, 0, Fault::io_error);
}
Faults::Faults(std::filesystem::path folder, Call call, int nth, Fault fault) {
    arm(std::move(folder), call, nth, fault);
}
Faults::~Faults() {
    armed = false;
}

int Faults::seen() const {
    const std::lock_guard lock(mutex);
    return plan.seen;
}

}  // namespace gbs

using gbs::Call;

extern "C" {

ssize_t read(int descriptor, void* bytes, size_t size) {
    static auto* const real = gbs::next<ssize_t(int, void*, size_t)>("read");
    if (gbs::take(Call::read, descriptor) && gbs::apply(size) < 0) return -1;
    return real(descriptor, bytes, size);
}

ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t at) {
    static auto* const real = gbs::next<ssize_t(int, void*, size_t, off64_t)>("pread64");
    if (gbs::take(Call::read, descriptor) && gbs::apply(size) < 0) return -1;
    return real(descriptor, bytes, size, at);
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
    static auto* const real = gbs::next<ssize_t(int, const void*, size_t)>("write");
    if (gbs::take(Call::write, descriptor) && gbs::apply(size) < 0) return -1;
    return real(descriptor, bytes, size);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
    static auto* const real = gbs::next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    if (gbs::take(Call::write, descriptor) && gbs::apply(size) < 0) return -1;
    return real(descriptor, bytes, size, at);
}

ssize_t writev(int descriptor, const struct iovec* parts, int count) {
    static auto* const real = gbs::next<ssize_t(int, const struct iovec*, int)>("writev");
    size_t size = 1;
    if (gbs::take(Call::write, descriptor)) {
        if (gbs::apply(size) < 0) return -1;
        if (count > 1) count = 1;
    }
    return real(descriptor, parts, count);
}

int fsync(int descriptor) {
    static auto* const real = gbs::next<int(int)>("fsync");
    return gbs::take(Call::sync, descriptor) && gbs::fail() < 0 ? -1 : real(descriptor);
}

int fdatasync(int descriptor) {
    static auto* const real = gbs::next<int(int)>("fdatasync");
    return gbs::take(Call::sync, descriptor) && gbs::fail() < 0 ? -1 : real(descriptor);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
    static auto* const real = gbs::next<int(int, off64_t)>("ftruncate64");
    return gbs::take(Call::truncate, descriptor) && gbs::fail() < 0 ? -1 : real(descriptor, size);
}

int ftruncate(int descriptor, off_t size) noexcept {
    static auto* const real = gbs::next<int(int, off_t)>("ftruncate");
    return gbs::take(Call::truncate, descriptor) && gbs::fail() < 0 ? -1 : real(descriptor, size);
}

int rename(const char* from, const char* to) noexcept {
    static auto* const real = gbs::next<int(const char*, const char*)>("rename");
    return gbs::take(Call::rename, to) && gbs::fail() < 0 ? -1 : real(from, to);
}

FILE* fopen64(const char* path, const char* mode) {
    static auto* const real = gbs::next<FILE*(const char*, const char*)>("fopen64");
    return gbs::take(Call::open, path) && gbs::fail() < 0 ? nullptr : real(path, mode);
}

int open(const char* path, int flags, ...) {
    static auto* const real = gbs::next<int(const char*, int, ...)>("open");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return gbs::take(Call::open, path) && gbs::fail() < 0 ? -1 : real(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    static auto* const real = gbs::next<int(const char*, int, ...)>("open64");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return gbs::take(Call::open, path) && gbs::fail() < 0 ? -1 : real(path, flags, mode);
}

}  // extern "C"
