// SPDX-License-Identifier: GPL-3.0-or-later

// The project's plain formats: a TSV with one row per box (phrase_queries.h), or JSONL with one object per
// phrase: {"image", "phrase", "width", "height", "boxes": [[x1, y1, x2, y2], ...], "types", "entity", "id"}.
// Boxes are continuous like those of a detector (detector_boxes.h); the last three keys are optional.
#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"
#include "core/data/benchmark_formats.h"
#include "core/data/box_checks.h"
#include "core/data/phrase_queries.h"
#include "core/data/split_lists.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

bool is_phrases_tsv(const fs::path& file) {
    if (file.extension() != ".tsv") return false;
    const std::string header = read_first_line(file);
    const auto names = split_columns(header, 100);
    return std::ranges::all_of(
        std::initializer_list<std::string_view>{"image", "phrase", "x1", "y1", "x2", "y2"},
        [&](std::string_view name) {
            return std::ranges::any_of(names, [&](auto one) { return trimmed(one) == name; });
        });
}

bool is_phrases_jsonl(const fs::path& file) {
    if (file.extension() != ".jsonl") return false;
    constexpr std::array<std::string_view, 2> keys{"phrase", "boxes"};
    return first_json_key(file, keys).has_value();
}

/// The reason why the line is skipped, or null.
const char* take_line(const json& line, QueryCollector& out) {
    PhraseQuery query;
    query.image = get_text(line, "image");
    query.phrase = get_text(line, "phrase");
    query.width = get_side(line, "width");
    query.height = get_side(line, "height");
    query.entity = get_id(line, "entity");
    query.categories = get_texts(line, "types");
    const json* boxes = find_member(line, "boxes");
    if (query.image.empty()) return "line without an image";
    if (query.width <= 0 || query.height <= 0) return "line without a valid image size";
    if (!boxes || !boxes->is_array()) return "line without boxes";
    for (const json& box : *boxes) {
        const auto [x1, y1, x2, y2] = get_four_numbers(&box);
        const BoundingBox read = box_from_xywh(x1, y1, x2 - x1, y2 - y1);
        const char* fault = find_size_fault(x2 - x1, y2 - y1);
        if (!fault) fault = find_fault(read, query.width, query.height);
        if (fault)
            out.skip(fault);
        else
            query.boxes.push_back(read);
    }
    out.add(std::move(query));
    return nullptr;
}

void keep_split(const BenchmarkSplit& split, QueryCollector& out) {
    auto images = read_split_images(split);
    if (!images) return;
    std::erase_if(out.queries(), [&](const PhraseQuery& query) { return !images->contains(query.image); });
}

bool recognize_file(BenchmarkFolder& about, bool (*is_phrases_file)(const fs::path&)) {
    std::vector<fs::path> files;
    std::ranges::copy_if(about.index->others(), std::back_inserter(files), is_phrases_file);
    if (files.empty()) return false;
    if (files.size() > 1)
        throw Error(about.folder.string() + ": there are several files of phrases (" + files[0].string() +
                    ", " + files[1].string() + "); open the file instead of the folder");
    about.files = files;
    about.splits = all_and_split_lists(*about.index);
    return true;
}

}  // namespace

bool recognize_phrases_tsv(BenchmarkFolder& about) {
    return recognize_file(about, is_phrases_tsv);
}

bool recognize_phrases_jsonl(BenchmarkFolder& about) {
    return recognize_file(about, is_phrases_jsonl);
}

void read_phrases_tsv(const ReaderInput& input, QueryCollector& out) {
    PhraseQueries read = read_phrase_queries(input.about.files.front());
    for (auto& query : read.queries) out.add(std::move(query));
    for (const auto& [reason, count] : read.skipped_rows) out.skip("row: " + reason, count);
    out.adjust(read.legacy);
    keep_split(input.split, out);
}

void read_phrases_jsonl(const ReaderInput& input, QueryCollector& out) {
    std::unordered_set<std::string> seen;
    const LegacyLines legacy = for_each_line(
        input.about.files.front(),
        [&](std::size_t, std::string_view text) {
            if (trimmed(text).empty()) return;
            const auto line = parse_json(text);
            if (!line) return out.skip("line that is not valid JSON");
            const std::string id = get_id(*line, "id");
            if (!id.empty() && !seen.insert(id).second) return out.skip("line with a duplicate id");
            if (const char* reason = take_line(*line, out)) out.skip(reason);
        },
        input.progress, input.stop);
    out.adjust(legacy);
    keep_split(input.split, out);
}

}  // namespace gbs
