// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/phrase_queries.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/joined_key.h"
#include "core/base/json_values.h"
#include "core/base/text_lines.h"
#include "core/data/box_checks.h"

namespace gbs {
namespace {

constexpr std::array<std::string_view, 8> column_names{"image", "width", "height", "x1",
                                                       "y1",    "x2",    "y2",     "phrase"};
using Columns = std::array<std::size_t, column_names.size()>;
constexpr std::size_t all_columns = std::numeric_limits<std::size_t>::max();

struct OptionalColumns {
    std::size_t types = all_columns, entity = all_columns;
};

OptionalColumns find_optional_columns(std::string_view header) {
    OptionalColumns extra;
    const auto names = split_columns(header, all_columns);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (trimmed(names[i]) == "types") extra.types = i;
        if (trimmed(names[i]) == "entity") extra.entity = i;
    }
    return extra;
}

Columns find_columns(std::string_view header, const std::filesystem::path& file) {
    const auto names = split_columns(header, all_columns);
    Columns columns{};
    for (std::size_t i = 0; i < column_names.size(); ++i) {
        const auto found = std::ranges::find_if(
            names, [&](std::string_view name) { return trimmed(name) == column_names[i]; });
        if (found == names.end())
            throw Error(file.string() + ", line 1: the header has no column \"" +
                        std::string(column_names[i]) +
                        "\"; expected tab-separated image, width, height, x1, y1, x2, y2, phrase");
        columns[i] = static_cast<std::size_t>(found - names.begin());
    }
    return columns;
}

/// A query with one box, or the reason why the row is skipped.
std::pair<PhraseQuery, const char*> read_row(std::string_view line, const Columns& columns,
                                             const OptionalColumns& extra) {
    const auto cells = split_columns(line, all_columns);
    if (std::ranges::any_of(columns, [&](std::size_t column) { return column >= cells.size(); }))
        return {{}, "missing columns"};
    std::array<double, 6> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] = parse_number(cells[columns[i + 1]]);
        if (!std::isfinite(numbers[i])) return {{}, "not a number"};
    }
    const auto [width, height, x1, y1, x2, y2] = numbers;
    const auto phrase = trimmed(cells[columns[7]]);
    if (trimmed(cells[columns[0]]).empty()) return {{}, "no image name"};
    if (const char* fault = find_phrase_fault(phrase)) return {{}, fault};
    if (!is_image_side(width) || !is_image_side(height)) return {{}, "invalid image size"};
    const BoundingBox box{x1, y1, x2, y2};
    if (const char* fault = find_fault(box, static_cast<int>(width), static_cast<int>(height)))
        return {{}, fault};
    PhraseQuery query{std::string(trimmed(cells[columns[0]])),
                      static_cast<int>(width),
                      static_cast<int>(height),
                      std::string(phrase),
                      {box}};
    if (extra.entity < cells.size()) query.entity = trimmed(cells[extra.entity]);
    if (extra.types < cells.size())
        for (const auto type : split_columns(trimmed(cells[extra.types]), all_columns, '/'))
            if (!type.empty()) query.categories.emplace_back(type);
    return {std::move(query), nullptr};
}

/// Merges rows with the same image, phrase and entity.
class Merger {
 public:
    void add(PhraseQuery row) {
        const auto size = sizes_.emplace(row.image, std::pair(row.width, row.height)).first->second;
        if (size != std::pair(row.width, row.height))
            return skip("image size that differs from the image's first row");
        const auto [known, is_new] =
            index_.emplace(joined_key({row.image, row.phrase, row.entity}), found.queries.size());
        if (is_new)
            found.queries.push_back(std::move(row));
        else
            found.queries[known->second].boxes.push_back(row.boxes.front());
    }
    void skip(const std::string& reason) { ++found.skipped_rows[reason]; }

    PhraseQueries found;

 private:
    std::unordered_map<std::string, std::size_t> index_;
    std::unordered_map<std::string, std::pair<int, int>> sizes_;
};

}  // namespace

PhraseQueries read_phrase_queries(const std::filesystem::path& file) {
    std::optional<Columns> columns;
    OptionalColumns extra;
    Merger merger;
    const auto take = [&](std::size_t, std::string_view line) {
        if (trimmed(line).empty()) return;
        if (!columns) {
            columns = find_columns(line, file);
            extra = find_optional_columns(line);
            return;
        }
        auto [query, reason] = read_row(line, *columns, extra);
        if (reason)
            merger.skip(reason);
        else
            merger.add(std::move(query));
    };
    merger.found.legacy = for_each_line(file, take);
    if (!columns) throw Error(file.string() + ": the file is empty");
    if (!merger.found.queries.empty()) return std::move(merger.found);
    throw Error(file.string() + ": no usable row" +
                (merger.found.skipped_rows.empty() ? "" : ": " + join_counts(merger.found.skipped_rows)));
}

}  // namespace gbs
