// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file_io.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <mutex>
#include <set>
#include <streambuf>
#include <system_error>

#include "core/base/foreign_paths.h"
#include "core/base/forgotten_files.h"
#include "core/base/read_error.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

std::string reason(int code) {
    return std::generic_category().message(code);
}

/// A buffered stream onto a file descriptor that keeps the errno of the first failure. std::ofstream loses
/// it, but the user needs to read "No space left on device".
class DescriptorBuffer final : public std::streambuf {
 public:
    explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
        setp(buffer_.data(), buffer_.data() + buffer_.size());
    }
    int error() const { return error_; }

 protected:
    int_type overflow(int_type sign) override {
        if (sync() != 0) return traits_type::eof();
        if (!traits_type::eq_int_type(sign, traits_type::eof())) {
            *pptr() = traits_type::to_char_type(sign);
            pbump(1);
        }
        return traits_type::not_eof(sign);
    }
    int sync() override {
        const bool good = put(pbase(), static_cast<std::size_t>(pptr() - pbase()));
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        return good ? 0 : -1;
    }
    std::streamsize xsputn(const char* data, std::streamsize count) override {
        if (count <= epptr() - pptr()) {
            std::memcpy(pptr(), data, static_cast<std::size_t>(count));
            pbump(static_cast<int>(count));
            return count;
        }
        return sync() == 0 && put(data, static_cast<std::size_t>(count)) ? count : 0;
    }

 private:
    bool put(const char* data, std::size_t count) {
        while (count > 0 && error_ == 0) {
            const ssize_t written = ::write(descriptor_, data, count);
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) {
                error_ = errno;
            } else {
                data += written;
                count -= static_cast<std::size_t>(written);
            }
        }
        return error_ == 0;
    }

    int descriptor_;
    int error_ = 0;
    std::array<char, 1 << 16> buffer_;
};

/// Once per folder: it may have a hundred thousand photos.
void clean_once(const fs::path& folder) {
    static std::mutex mutex;
    static std::set<fs::path> known;
    {
        const std::lock_guard lock(mutex);
        if (!known.insert(folder).second) return;
    }
    remove_forgotten_files(folder);
}

/// A new file next to the one it replaces; closed and removed unless it was renamed.
class TemporaryFile {
 public:
    explicit TemporaryFile(const fs::path& target) : target_(target) {
        static std::atomic<unsigned> counter{0};
        const fs::path folder = target.parent_path();
        clean_once(folder);
        do {
            // Independent of the target's name, which may already have the maximum length.
            path_ =
                folder / (".gbs-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp");
            descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (descriptor_ < 0 && errno == EEXIST);
        if (descriptor_ < 0) fail(errno);
        lock();
        struct stat old {};
        if (::stat(target.c_str(), &old) == 0) ::fchmod(descriptor_, old.st_mode & 07777);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!renamed_) ::unlink(path_.c_str());
    }

    int descriptor() const { return descriptor_; }

    /// Syncs before renaming, so that the name never refers to missing data.
    void replace_target() {
        if (::fsync(descriptor_) != 0) fail(errno);
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0) fail(errno);
        if (::rename(path_.c_str(), target_.c_str()) != 0) fail(errno);
        renamed_ = true;
        sync_folder();
    }

    [[noreturn]] void fail(int code) const {
        throw Error("cannot write " + target_.string() + ": " + reason(code) +
                    (path_exists(target_.parent_path()) ? "" : " (the folder does not exist)"));
    }

 private:
    /// Tells remove_forgotten_files() that the writer lives.
    void lock() const {
        struct flock request {};
        request.l_type = F_WRLCK;
        request.l_whence = SEEK_SET;
        ::fcntl(descriptor_, F_OFD_SETLK, &request);
    }
    /// Makes the rename survive a power cut. Some file systems refuse; the file is complete either way.
    void sync_folder() const {
        const int folder = ::open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0) return;
        ::fsync(folder);
        ::close(folder);
    }

    fs::path target_;
    fs::path path_;
    int descriptor_ = -1;
    bool renamed_ = false;
};

/// The absolute path, with links resolved so that the link itself is kept.
fs::path resolve_target(const fs::path& path) {
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (path.empty() || path.filename().empty() || fs::is_directory(status))
        throw Error("cannot write \"" + path.string() + "\": it is a folder; give a file name");
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error("cannot write " + path.string() + ": it is not a regular file");
    const fs::path target = fs::exists(status) ? fs::canonical(path, code) : fs::absolute(path, code);
    if (code) throw Error("cannot write " + path.string() + ": " + code.message());
    return target;
}

}  // namespace

void write_atomically(const fs::path& path, const std::function<void(std::ostream&)>& write) {
    TemporaryFile file(resolve_target(path));
    DescriptorBuffer buffer(file.descriptor());
    std::ostream stream(&buffer);
    // Stop as soon as the disk is full, not after long work.
    stream.exceptions(std::ios::badbit);
    try {
        write(stream);
        stream.flush();
    } catch (const std::ios_base::failure&) {
        if (buffer.error() != 0) file.fail(buffer.error());
    }
    if (!stream) throw Error("cannot write " + path.string() + ": its contents could not be produced");
    file.replace_target();
}

void write_atomically(const fs::path& path, std::string_view text) {
    write_atomically(path, [text](std::ostream& stream) {
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    });
}

std::ifstream open_to_read(const fs::path& path) {
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (status.type() == fs::file_type::none)
        throw Error("cannot read " + path.string() + ": " + code.message());
    if (!fs::exists(status)) throw Error("cannot read " + path.string() + ": no such file");
    if (fs::is_directory(status)) throw Error("cannot read " + path.string() + ": it is a folder");
    // Opening a pipe waits for its writer, maybe for ever. One that the user gives, as <(command) does, is in /dev/fd.
    const std::string name = path.string();
    const bool given = name.starts_with("/dev/fd/") || name == "/dev/stdin" || fs::is_character_file(status);
    if (!fs::is_regular_file(status) && !given)
        throw Error("cannot read " + path.string() + ": it is not a regular file");
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        const int code_of_open = errno;
        const std::string text = "cannot read " + path.string() + ": " + reason(code_of_open);
        if (code_of_open == ENOENT || code_of_open == EACCES) throw Error(text);
        throw ReadError(text);
    }
    return stream;
}

std::string read_text(const fs::path& path, std::size_t limit) {
    std::ifstream stream = open_to_read(path);
    // Read up to the limit instead of asking for the size: pipes have none, and a file may grow.
    std::string text;
    std::array<char, 1 << 16> block;
    while (stream) {
        stream.read(block.data(), block.size());
        const auto count = static_cast<std::size_t>(stream.gcount());
        if (count > limit - text.size())
            throw Error("cannot read " + path.string() + ": it is larger than " + std::to_string(limit) +
                        " bytes");
        text.append(block.data(), count);
    }
    if (!stream.eof()) throw ReadError("cannot read " + path.string() + ": reading failed before the end");
    return text;
}

}  // namespace gbs
