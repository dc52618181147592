// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/phrase_list.h"

#include "core/base/text_lines.h"

namespace gbs {

PhraseList read_phrase_list(const std::filesystem::path& file) {
    PhraseList list;
    list.legacy = for_each_line(file, [&](std::size_t, std::string_view line) {
        if (trimmed(line).empty()) return;
        const auto columns = split_columns(line, 2);
        if (columns.size() == 2)
            list.phrases.push_back({std::string(columns[0]), std::string(trimmed(columns[1]))});
        else
            list.phrases.push_back({{}, std::string(trimmed(line))});
    });
    return list;
}

}  // namespace gbs
