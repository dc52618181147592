// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/forgotten_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ctime>
#include <string>

#include "core/base/foreign_paths.h"

namespace gbs {
namespace {

constexpr std::time_t min_age = 60;  ///< seconds; a new file is not locked yet

bool is_temporary(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with(".gbs-") && name.ends_with(".tmp");
}

/// Whether the file is old and has no living writer. Where locks do not work, nobody knows.
bool is_forgotten(int descriptor) {
    struct stat info {};
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) return false;
    if (std::time(nullptr) - info.st_mtime < min_age) return false;
    struct flock request {};
    request.l_type = F_WRLCK;
    request.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_SETLK, &request) == 0;
}

}  // namespace

void remove_forgotten_files(const std::filesystem::path& folder) {
    for (const std::filesystem::path& path : list_folder(folder)) {
        if (!is_temporary(path)) continue;
        const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
        if (descriptor < 0) continue;
        if (is_forgotten(descriptor)) ::unlink(path.c_str());
        ::close(descriptor);
    }
}

}  // namespace gbs
