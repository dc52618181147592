// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text_stream.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "core/base/file_io.h"
#include "core/base/read_error.h"
#include "core/base/utf8.h"

namespace gbs {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;
constexpr std::size_t max_units = std::size_t{1} << 16;  // converted at once

bool is_high(std::uint32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(std::uint32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

TextStream::TextStream(const std::filesystem::path& file)
    : name_(file.string()), stream_(open_to_read(file)), kept_(3, '\0') {
    std::error_code code;
    size_ = std::filesystem::file_size(file, code);
    if (code) size_ = 0;
    kept_.resize(read_bytes(kept_.data(), kept_.size()));
    if (kept_ == "\xEF\xBB\xBF") {
        kept_.clear();
    } else if (kept_.starts_with("\xFF\xFE") || kept_.starts_with("\xFE\xFF")) {
        encoding_ = kept_[0] == '\xFF' ? Encoding::utf16_little : Encoding::utf16_big;
        kept_.erase(0, 2);
    }
}

std::size_t TextStream::read_bytes(char* out, std::size_t size) {
    stream_.read(out, static_cast<std::streamsize>(size));
    if (stream_.bad()) throw ReadError("cannot read " + name_ + ": reading failed before the end");
    const auto count = static_cast<std::size_t>(stream_.gcount());
    consumed_ += count;
    return count;
}

std::size_t TextStream::read(char* out, std::size_t size) {
    if (encoding_ != Encoding::bytes) return convert(out, size);
    const std::size_t front = std::min(kept_.size(), size);
    std::copy_n(kept_.data(), front, out);
    kept_.erase(0, front);
    return front + read_bytes(out + front, size - front);
}

/// A unit of two bytes becomes at most three, and two U+FFFD at the end of an unpaired surrogate.
std::size_t TextStream::convert(char* out, std::size_t size) {
    const std::size_t units = std::clamp<std::size_t>((size - 6) / 3, 1, max_units);
    std::vector<char> bytes(kept_.begin(), kept_.end());
    bytes.resize(std::max(units * 2, kept_.size()));
    bytes.resize(kept_.size() + read_bytes(bytes.data() + kept_.size(), bytes.size() - kept_.size()));
    const bool ended = bytes.size() < units * 2;
    std::string text;
    const auto give_up = [&] {
        if (std::exchange(high_, 0) != 0) append_utf8(text, replacement);
    };
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
        const std::uint32_t unit = encoding_ == Encoding::utf16_little ? a | (b << 8) : b | (a << 8);
        if (is_low(unit) && high_ != 0) {
            append_utf8(text, 0x10000 + ((std::exchange(high_, 0) - 0xD800) << 10) + (unit - 0xDC00));
            continue;
        }
        give_up();
        if (is_high(unit))
            high_ = unit;
        else
            append_utf8(text, is_low(unit) ? replacement : unit);
    }
    kept_.assign(bytes.begin() + static_cast<std::ptrdiff_t>(i), bytes.end());
    if (ended) {
        give_up();
        if (!kept_.empty()) append_utf8(text, replacement);  // half a unit
        kept_.clear();
    }
    // A block that ends in half a pair gives nothing yet, which is not the end.
    if (text.empty() && !ended) return convert(out, size);
    return text.copy(out, size);
}

}  // namespace gbs
