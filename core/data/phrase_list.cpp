// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/phrase_list.h"

#include "core/base/file_io.h"
#include "core/base/text_lines.h"

namespace gbs {

std::vector<ListedPhrase> read_phrase_list(const std::filesystem::path& file) {
    const std::string text = read_text(file, std::size_t{64} << 20);
    std::vector<ListedPhrase> phrases;
    for (const std::string_view line : split_lines(text)) {
        if (trimmed(line).empty()) continue;
        const auto columns = split_columns(line, 2);
        if (columns.size() == 2)
            phrases.push_back({std::string(columns[0]), std::string(trimmed(columns[1]))});
        else
            phrases.push_back({{}, std::string(trimmed(line))});
    }
    return phrases;
}

}  // namespace gbs
