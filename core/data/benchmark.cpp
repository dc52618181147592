// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/benchmark.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/data/benchmark_readers.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr const char* what_is_read =
    "Read are: Flickr30k Entities (Annotations/*.xml, Sentences/*.txt), Visual Genome "
    "(region_descriptions.json, "
    "image_data.json), ReferIt, RefCOCO, RefCOCO+ and RefCOCOg (instances.json, refs(*).json), MS-COCO "
    "(instances_*.json, captions_*.json), a TSV with the columns image, width, height, x1, y1, x2, y2, "
    "phrase, "
    "and JSONL with image, phrase, width, height, boxes";

struct Reader {
    BenchmarkLayout layout;
    bool (*recognize)(BenchmarkFolder&);
};

/// In the order in which they are tried: the surest signs first.
constexpr std::array<Reader, 5> readers{{{BenchmarkLayout::flickr30k_entities, recognize_flickr30k_entities},
                                         {BenchmarkLayout::visual_genome, recognize_visual_genome},
                                         {BenchmarkLayout::refer, recognize_refer},
                                         {BenchmarkLayout::coco, recognize_coco},
                                         {BenchmarkLayout::phrases_tsv, recognize_phrases}}};

void read(const ReaderInput& input, QueryCollector& out) {
    switch (input.about.layout) {
        case BenchmarkLayout::flickr30k_entities:
            return read_flickr30k_entities(input, out);
        case BenchmarkLayout::visual_genome:
            return read_visual_genome(input, out);
        case BenchmarkLayout::refer:
            return read_refer(input, out);
        case BenchmarkLayout::coco:
            return read_coco(input, out);
        case BenchmarkLayout::phrases_tsv:
            return read_phrases_tsv(input, out);
        case BenchmarkLayout::phrases_jsonl:
            return read_phrases_jsonl(input, out);
    }
}

BenchmarkFolder phrases_file(const fs::path& file, const fs::path& photos) {
    BenchmarkFolder about;
    about.folder = file;
    about.layout =
        file.extension() == ".jsonl" ? BenchmarkLayout::phrases_jsonl : BenchmarkLayout::phrases_tsv;
    about.title = file.filename().string();
    about.files = {file};
    about.index = std::make_shared<const FolderIndex>(photos);
    about.splits = {{"all", {}, {}}};
    return about;
}

}  // namespace

std::string benchmark_title(BenchmarkLayout layout) {
    switch (layout) {
        case BenchmarkLayout::flickr30k_entities:
            return "Flickr30k Entities";
        case BenchmarkLayout::visual_genome:
            return "Visual Genome";
        case BenchmarkLayout::refer:
            return "ReferIt and RefCOCO";
        case BenchmarkLayout::coco:
            return "MS-COCO";
        case BenchmarkLayout::phrases_tsv:
            return "phrases in a TSV file";
        case BenchmarkLayout::phrases_jsonl:
            return "phrases in a JSONL file";
    }
    return {};
}

const BenchmarkSplit& BenchmarkFolder::split(const std::string& name) const {
    if (name.empty()) return splits.front();
    const auto found = std::ranges::find(splits, name, &BenchmarkSplit::name);
    if (found != splits.end()) return *found;
    const auto ends_so = [&](const BenchmarkSplit& one) { return one.name.ends_with(":" + name); };
    if (std::ranges::count_if(splits, ends_so) == 1) return *std::ranges::find_if(splits, ends_so);
    throw Error(folder.string() + ": there is no split \"" + name + "\"; there are " +
                join(splits, ", ", &BenchmarkSplit::name));
}

BenchmarkFolder recognize_benchmark(const fs::path& folder, std::stop_token stop) {
    std::error_code code;
    if (fs::is_regular_file(folder, code))
        return phrases_file(folder, folder.has_parent_path() ? folder.parent_path() : fs::path("."));
    BenchmarkFolder about;
    about.folder = folder;
    about.index = std::make_shared<const FolderIndex>(folder, stop);
    for (const auto& reader : readers) {
        about.layout = reader.layout;
        about.title = benchmark_title(reader.layout);
        if (!reader.recognize(about)) continue;
        if (about.index->photos() == 0)
            about.missing.push_back("There is no photo below the folder: put the images anywhere below it.");
        return about;
    }
    throw Error(folder.string() + ": no data set is recognised in this folder. " + what_is_read);
}

std::optional<fs::path> Benchmark::photo(const std::string& image) const {
    return about.index->photo(image);
}

Benchmark read_benchmark(const BenchmarkFolder& about, const std::string& split, const ByteProgress& progress,
                         std::stop_token stop) {
    const BenchmarkSplit& chosen = about.split(split);
    for (const auto& file : about.files)
        if (file.empty() || !fs::exists(file)) {
            throw Error(about.folder.string() + ": " + about.title + " is not complete." +
                        (about.missing.empty() ? "" : " " + join(about.missing, " ")));
        }
    QueryCollector collector;
    read({about, chosen, progress, std::move(stop)}, collector);
    Benchmark found{about,
                    chosen.name,
                    std::move(collector.queries()),
                    std::move(collector.skipped()),
                    std::move(collector.adjusted()),
                    0,
                    {}};
    if (found.queries.empty()) {
        throw Error(about.folder.string() + ": the split \"" + chosen.name + "\" has no usable phrase" +
                    (found.skipped.empty() ? "" : ": " + join_counts(found.skipped)));
    }
    std::unordered_set<std::string> images;
    for (const auto& query : found.queries)
        if (images.insert(query.image).second && !found.photo(query.image))
            found.missing_photos.push_back(query.image);
    found.images = images.size();
    return found;
}

Benchmark read_phrases_benchmark(const fs::path& file, const fs::path& photos) {
    return read_benchmark(phrases_file(file, photos));
}

}  // namespace gbs
