// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/line_reader.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t block_bytes = std::size_t{4} << 20;
constexpr std::size_t max_line_bytes = std::size_t{64} << 20;

}  // namespace

void for_each_line(const fs::path& file, const std::function<void(std::size_t, std::string_view)>& take,
                   const ByteProgress& progress, std::stop_token stop) {
    std::ifstream stream = open_to_read(file);
    std::error_code code;
    const std::uintmax_t total = fs::file_size(file, code);
    std::string text;
    std::vector<char> block(block_bytes);
    std::size_t number = 0;
    std::uintmax_t read = 0;
    const auto deliver = [&](std::string_view line) {
        if (++number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) take(number, line);
    };
    while (stream) {
        if (stop.stop_requested()) throw Cancelled();
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        std::string_view rest(block.data(), static_cast<std::size_t>(stream.gcount()));
        read += rest.size();
        for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            text.append(rest.substr(0, end));
            deliver(text);
            text.clear();
            rest.remove_prefix(end + 1);
        }
        text.append(rest);
        if (text.size() > max_line_bytes)
            throw Error(file.string() + ", line " + std::to_string(number + 1) +
                        ": the line is longer than " + std::to_string(max_line_bytes >> 20) + " MB");
        if (progress) progress(read, code ? read : std::max(total, read));
    }
    if (!text.empty()) deliver(text);
}

}  // namespace gbs
