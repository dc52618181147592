// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json_bytes.h"

#include <cstring>
#include <utility>

#include "core/base/error.h"

namespace gbs {
namespace {

constexpr std::size_t json_block_bytes = std::size_t{256} << 10;
/// Longer than any word that is replaced.
constexpr std::size_t min_lookahead = 16;

}  // namespace

JsonBytes::JsonBytes(const std::filesystem::path& file, ByteProgress progress, std::stop_token stop)
    : name_(file.string()),
      progress_(std::move(progress)),
      stop_(std::move(stop)),
      stream_(file),
      // Not cleared: most files are far smaller.
      block_(std::make_unique_for_overwrite<char[]>(json_block_bytes)) {
    prepare();
}

JsonBytes::JsonBytes(std::string_view text) : name_("text"), text_(text) {
    prepare();
}

void JsonBytes::advance() {
    if (++since_event_ > max_json_text)
        throw Error(name_ + ": a value is longer than " + std::to_string(max_json_text >> 20) + " MB");
    prepare();
}

void JsonBytes::fill() {
    if (!stream_) return;
    if (stop_.stop_requested()) throw Cancelled();
    // The rest moves to the front, so that a word across two blocks is seen in one piece.
    const std::size_t kept = text_.size();
    if (kept > 0) std::memmove(block_.get(), text_.data(), kept);
    const std::size_t count = stream_->read(block_.get() + kept, json_block_bytes - kept);
    text_ = std::string_view(block_.get(), kept + count);
    if (progress_) progress_(stream_->consumed(), stream_->size());
}

bool JsonBytes::replace(std::string_view word) {
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    pending_ = "null";
    return true;
}

void JsonBytes::prepare() {
    if (pending_.empty()) {
        if (text_.size() < min_lookahead) fill();
        if (text_.empty()) {
            current_ = -1;
            return;
        }
        const char c = text_.front();
        if (!in_string_ && (c == 'N' || c == 'I' || c == '-'))
            replace("NaN") || replace("Infinity") || replace("-Infinity");
    }
    if (!pending_.empty()) {
        current_ = static_cast<unsigned char>(pending_.front());
        pending_.remove_prefix(1);
        return;
    }
    const char c = text_.front();
    text_.remove_prefix(1);
    if (escaped_)
        escaped_ = false;
    else if (in_string_ && c == '\\')
        escaped_ = true;
    else if (c == '"')
        in_string_ = !in_string_;
    current_ = static_cast<unsigned char>(c);
}

}  // namespace gbs
