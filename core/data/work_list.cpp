// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/work_list.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"

namespace gbs {
namespace {

constexpr std::size_t max_items = 1'000'000;

struct WorkColumns {
    char separator;
    std::size_t image, phrase;
    std::optional<std::size_t> annotator;
};

std::optional<WorkColumns> find_columns(std::string_view header) {
    for (const char separator : {',', ';', '\t'}) {
        const auto names = parse_csv_row(header, separator).value_or(std::vector<std::string>());
        const auto find = [&](std::string_view wanted) -> std::optional<std::size_t> {
            for (std::size_t i = 0; i < names.size(); ++i)
                if (lower_case(std::string(trimmed(names[i]))) == wanted) return i;
            return {};
        };
        const auto image = find("image"), phrase = find("phrase");
        if (image && phrase) return WorkColumns{separator, *image, *phrase, find("annotator")};
    }
    return {};
}

}  // namespace

std::vector<WorkItem> read_work_list(const std::filesystem::path& file) {
    std::optional<WorkColumns> columns;
    std::vector<WorkItem> items;
    for_each_line(file, [&](std::size_t number, std::string_view line) {
        const auto fail = [&](const std::string& what) {
            throw Error(file.string() + ":" + std::to_string(number) + ": " + what);
        };
        if (trimmed(line).empty()) return;
        if (!columns) {
            columns = find_columns(line);
            if (!columns) fail("not a work list: its first line must name the columns image and phrase");
            return;
        }
        const auto cells = parse_csv_row(line, columns->separator);
        if (!cells) fail("a quoted field is not closed");
        const auto cell = [&](std::size_t column) {
            return column < cells->size() ? std::string(trimmed((*cells)[column])) : std::string();
        };
        WorkItem item{cell(columns->image), cell(columns->phrase),
                      columns->annotator ? cell(*columns->annotator) : std::string()};
        if (item.image.empty() || item.phrase.empty()) fail("without an image or a phrase");
        if (items.size() == max_items) fail("more than a million phrases to judge");
        items.push_back(std::move(item));
    });
    if (items.empty()) throw Error(file.string() + ": a work list without phrases");
    return items;
}

}  // namespace gbs
