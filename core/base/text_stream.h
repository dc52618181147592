// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace gbs {

/// The bytes of a text file as UTF-8. Spreadsheets and editors on Windows write UTF-16: it is recognized by its
/// byte order mark and converted, with U+FFFD for unpaired surrogates. A mark of UTF-8 is dropped. All other bytes
/// are passed on as they are, valid or not.
class TextStream {
 public:
    /// Throws Error if the file is missing, a folder, or cannot be opened.
    explicit TextStream(const std::filesystem::path& file);

    /// Writes at most `size` bytes, at least 8, to `out`. Returns their number: 0 at the end. Throws Error.
    std::size_t read(char* out, std::size_t size);

    /// Bytes of the file read so far, and its size; a growing file or a pipe has no fixed size.
    std::uintmax_t consumed() const { return consumed_; }
    std::uintmax_t size() const { return consumed_ > size_ ? consumed_ : size_; }

 private:
    enum class Encoding { bytes, utf16_little, utf16_big };

    std::size_t read_bytes(char* out, std::size_t size);
    std::size_t convert(char* out, std::size_t size);

    std::string name_;
    std::ifstream stream_;
    std::uintmax_t consumed_ = 0, size_ = 0;
    Encoding encoding_ = Encoding::bytes;
    std::string kept_;        ///< read, not yet returned
    std::uint32_t high_ = 0;  ///< a high surrogate that waits for its low one
};

}  // namespace gbs
