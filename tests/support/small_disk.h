// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/mount.h>

#include <QTemporaryDir>
#include <filesystem>
#include <string>

namespace gbs {

/// A small file system of its own, if the system allows mounting one.
class SmallDisk {
 public:
    explicit SmallDisk(std::size_t bytes) {
        const std::string size = "size=" + std::to_string(bytes);
        mounted_ = ::mount("tmpfs", path().c_str(), "tmpfs", 0, size.c_str()) == 0;
    }
    ~SmallDisk() {
        if (mounted_) ::umount2(path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool mounted() const { return mounted_; }
    std::string path() const { return folder_.path().toStdString(); }

 private:
    QTemporaryDir folder_;
    bool mounted_ = false;
};

}  // namespace gbs
