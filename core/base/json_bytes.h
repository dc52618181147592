// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/byte_progress.h"
#include "core/base/text_stream.h"

namespace gbs {

/// Limit for a single text, number or run of white space in a JSON file.
inline constexpr std::size_t max_json_text = std::size_t{64} << 20;

/// The bytes of a JSON file or text, one at a time. NaN, Infinity and -Infinity outside strings, written by
/// Python, are replaced by null. UTF-16 is converted and a byte order mark dropped (text_stream.h).
class JsonBytes {
 public:
    /// Throws Error if the file cannot be read; every read checks `stop` and throws Cancelled.
    JsonBytes(const std::filesystem::path& file, ByteProgress progress, std::stop_token stop);
    explicit JsonBytes(std::string_view text);

    bool ended() const { return current_ < 0; }
    char current() const { return static_cast<char>(current_); }
    /// Throws Error if more than max_json_text bytes have passed since the last event.
    void advance();
    /// Called by the parser's handler for each value and key.
    void saw_event() { since_event_ = 0; }
    const std::string& name() const { return name_; }

 private:
    void fill();
    bool replace(std::string_view word);
    void prepare();

    std::string name_;
    ByteProgress progress_;
    std::stop_token stop_;
    std::optional<TextStream> stream_;
    std::unique_ptr<char[]> block_;
    std::string_view text_, pending_;
    std::size_t since_event_ = 0;
    int current_ = -1;
    bool in_string_ = false, escaped_ = false;
};

/// Input iterator over JsonBytes for nlohmann's parser.
struct JsonIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    JsonBytes* source = nullptr;  ///< null at the end

    char operator*() const { return source->current(); }
    JsonIterator& operator++() {
        source->advance();
        return *this;
    }
    JsonIterator operator++(int) {
        const JsonIterator before = *this;
        source->advance();
        return before;
    }
    bool operator==(const JsonIterator& other) const { return at_end() == other.at_end(); }
    bool operator!=(const JsonIterator& other) const { return !(*this == other); }
    bool at_end() const { return source == nullptr || source->ended(); }
};

}  // namespace gbs
