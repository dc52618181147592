// SPDX-License-Identifier: GPL-3.0-or-later

// Our own plain formats: a TSV with one row a box (phrase_queries.h), or JSONL with one object a phrase:
// {"image", "phrase", "width", "height", "boxes": [[x1, y1, x2, y2], ...], "types", "entity", "id"}, boxes as
// a detector's (detector_boxes.h), the last three optional.
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"
#include "core/data/benchmark_readers.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

bool is_phrases_tsv(const fs::path& file) {
    if (file.extension() != ".tsv") return false;
    std::ifstream stream(file, std::ios::binary);
    std::string start(4096, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    const auto lines = split_lines(start);
    if (lines.empty()) return false;
    const auto names = split_columns(lines.front(), 100);
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

/// Why the line gives no phrase, or null.
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
    if (query.width <= 0 || query.height <= 0) return "line without a possible image size";
    if (!boxes || !boxes->is_array()) return "line without boxes";
    for (const json& box : *boxes) {
        const auto [x1, y1, x2, y2] = get_four_numbers(&box);
        const BoundingBox read = from_xywh(x1, y1, x2 - x1, y2 - y1);
        const char* fault = fault_of_size(x2 - x1, y2 - y1);
        if (!fault) fault = fault_of(read, query.width, query.height);
        if (fault)
            out.skip(fault);
        else
            query.boxes.push_back(read);
    }
    out.add(std::move(query));
    return nullptr;
}

void keep_split(const BenchmarkSplit& split, QueryCollector& out) {
    const auto images = split_images(split);
    if (!images) return;
    std::erase_if(out.queries(),
                  [&](const PhraseQuery& query) { return !images->contains(image_key(query.image)); });
}

}  // namespace

bool recognize_phrases(BenchmarkFolder& about) {
    std::vector<fs::path> tsv, jsonl;
    for (const auto& file : about.index->others()) {
        if (is_phrases_tsv(file)) tsv.push_back(file);
        if (is_phrases_jsonl(file)) jsonl.push_back(file);
    }
    const auto& files = tsv.empty() ? jsonl : tsv;
    if (files.empty()) return false;
    if (files.size() > 1)
        throw Error(about.folder.string() + ": there are several files of phrases (" + files[0].string() +
                    ", " + files[1].string() + "); name the file instead of the folder");
    about.layout = tsv.empty() ? BenchmarkLayout::phrases_jsonl : BenchmarkLayout::phrases_tsv;
    about.files = files;
    about.splits = find_split_lists(*about.index);
    about.splits.insert(about.splits.begin(), {"all", {}, {}});
    return true;
}

void read_phrases_tsv(const ReaderInput& input, QueryCollector& out) {
    PhraseQueries read = read_phrase_queries(input.about.files.front());
    for (auto& query : read.queries) out.add(std::move(query));
    for (const auto& [reason, count] : read.skipped_rows) out.skip("row: " + reason, count);
    keep_split(input.split, out);
}

void read_phrases_jsonl(const ReaderInput& input, QueryCollector& out) {
    std::unordered_set<std::string> seen;
    for_each_line(
        input.about.files.front(),
        [&](std::size_t, std::string_view text) {
            if (trimmed(text).empty()) return;
            const auto line = parse_json(text);
            if (!line) return out.skip("line that is not valid JSON");
            const std::string id = get_id(*line, "id");
            if (!id.empty() && !seen.insert(id).second)
                return out.skip("line with an id that was there before");
            if (const char* reason = take_line(*line, out)) out.skip(reason);
        },
        input.progress, input.stop);
    keep_split(input.split, out);
}

}  // namespace gbs
