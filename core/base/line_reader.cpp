// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/line_reader.h"

#include <memory>
#include <utility>

#include "core/base/error.h"
#include "core/base/text_lines.h"
#include "core/base/text_stream.h"
#include "core/base/utf8.h"

namespace gbs {
namespace {

constexpr std::size_t block_bytes = std::size_t{256} << 10;
constexpr std::size_t max_line_bytes = std::size_t{64} << 20;
constexpr std::size_t first_line_bytes = 4096;

/// Cuts blocks of text into lines.
class LineSplitter {
 public:
    LineSplitter(std::string name, const std::function<void(std::size_t, std::string_view)>& take)
        : name_(std::move(name)), take_(take) {}

    void feed(std::string_view block) {
        while (!block.empty()) {
            if (std::exchange(after_cr_, false) && block.front() == '\n') {
                block.remove_prefix(1);
                continue;
            }
            const std::size_t end = block.find_first_of("\r\n");
            line_.append(block.substr(0, end));
            check_length();
            if (end == std::string_view::npos) return;
            after_cr_ = block[end] == '\r';
            block.remove_prefix(end + 1);
            deliver();
        }
    }
    LegacyLines finish() {
        if (!line_.empty()) deliver();
        return legacy_;
    }

 private:
    void check_length() const {
        if (line_.size() > max_line_bytes)
            throw Error(name_ + ", line " + std::to_string(number_ + 1) + ": the line is longer than " +
                        std::to_string(max_line_bytes >> 20) + " MB");
    }
    void deliver() {
        ++number_;
        if (!is_utf8(line_)) {
            if (legacy_.count++ == 0) legacy_.first = number_;
            line_ = decode_windows_1252(line_);
        }
        if (!line_.empty()) take_(number_, line_);
        line_.clear();
    }

    std::string name_;
    const std::function<void(std::size_t, std::string_view)>& take_;
    std::string line_;
    std::size_t number_ = 0;
    bool after_cr_ = false;
    LegacyLines legacy_;
};

}  // namespace

std::string LegacyLines::describe() const {
    if (count == 0) return {};
    return std::to_string(count) + (count == 1 ? " line is" : " lines are") + " not UTF-8, from line " +
           std::to_string(first) + " on: read as Windows-1252; save the file as UTF-8 if letters look wrong";
}

LegacyLines for_each_line(const std::filesystem::path& file,
                          const std::function<void(std::size_t, std::string_view)>& take,
                          const ByteProgress& progress, std::stop_token stop) {
    TextStream stream(file);
    LineSplitter splitter(file.string(), take);
    const auto block =
        std::make_unique_for_overwrite<char[]>(block_bytes);  // not cleared: most files are far smaller
    while (true) {
        if (stop.stop_requested()) throw Cancelled();
        const std::size_t count = stream.read(block.get(), block_bytes);
        if (count == 0) return splitter.finish();
        splitter.feed({block.get(), count});
        if (progress) progress(stream.consumed(), stream.size());
    }
}

std::string read_first_line(const std::filesystem::path& file) {
    TextStream stream(file);
    std::string start(first_line_bytes, '\0');
    start.resize(stream.read(start.data(), start.size()));
    for (const std::string_view line : split_lines(start))
        if (!trimmed(line).empty()) {
            const std::string_view whole =
                start.size() == first_line_bytes ? utf8_prefix(line, line.size()) : line;
            return is_utf8(whole) ? std::string(whole) : decode_windows_1252(whole);
        }
    return {};
}

}  // namespace gbs
