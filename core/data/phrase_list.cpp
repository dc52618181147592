// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/phrase_list.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/base/text_lines.h"
#include "core/data/drawn_labels.h"
#include "core/data/phrase_limit.h"

namespace gbs {
namespace {

constexpr std::size_t most_columns = 100;

/// Where a table with a header has its photos and phrases.
struct Header {
    std::size_t photo = 0, phrase = 0;
};

std::optional<Header> find_header(const std::vector<std::string_view>& names) {
    std::optional<std::size_t> photo, phrase;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (trimmed(names[i]) == "image") photo = i;
        if (trimmed(names[i]) == "phrase") phrase = i;
    }
    if (!photo || !phrase) return std::nullopt;
    return Header{*photo, *phrase};
}

}  // namespace

PhraseList read_phrase_list(const std::filesystem::path& file) {
    PhraseList list;
    if (const auto labels = read_drawn_labels(file)) {
        list.unit = "label";
        list.skipped = labels->skipped;
        for (const PhraseQuery& query : labels->queries) list.phrases.push_back({query.image, query.phrase});
        return list;
    }
    std::optional<Header> header;
    bool first = true;
    std::set<std::pair<std::string, std::string>> seen;  // of a table, which has a row per box
    list.legacy = for_each_line(file, [&](std::size_t number, std::string_view line) {
        if (trimmed(line).empty()) return;
        const auto columns = split_columns(line, most_columns);
        if (std::exchange(first, false) && (header = find_header(columns))) return;
        const auto fail = [&](const std::string& what) {
            throw Error(file.string() + ":" + std::to_string(number) + ": " + what);
        };
        if (header) {
            if (columns.size() <= std::max(header->photo, header->phrase))
                fail("the row ends before its image or phrase");
            ListedPhrase row{std::string(trimmed(columns[header->photo])),
                             std::string(trimmed(columns[header->phrase]))};
            if (row.photo.empty() || row.phrase.empty()) fail("the row has no image or no phrase");
            if (seen.emplace(row.photo, row.phrase).second) list.phrases.push_back(std::move(row));
        } else if (columns.size() > 2) {
            fail("there are " + std::to_string(columns.size()) +
                 " columns; a line is a phrase, or a photo, a tab and a phrase. A table needs a header with "
                 "\"image\" and \"phrase\"");
        } else if (columns.size() == 2) {
            list.phrases.push_back({std::string(columns[0]), std::string(trimmed(columns[1]))});
        } else {
            list.phrases.push_back({{}, std::string(trimmed(line))});
        }
        if (!list.phrases.empty() && list.phrases.back().phrase.size() > max_phrase_bytes)
            fail("a " + std::string(long_phrase) + "; is this a list of phrases?");
    });
    return list;
}

}  // namespace gbs
