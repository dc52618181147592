// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/captioned_images.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/join.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/text_lines.h"
#include "core/data/caption_collector.h"
#include "core/data/split_lists.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const json* member(const json& object, const char* key, json::value_t type) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found != object.end() && found->type() == type ? &*found : nullptr;
}

const std::string* text_member(const json& object, const char* key) {
    const json* text = member(object, key, json::value_t::string);
    return text ? text->get_ptr<const std::string*>() : nullptr;
}

std::optional<std::int64_t> integer_member(const json& object, const char* key) {
    if (!object.is_object() || !object.contains(key) || !object[key].is_number_integer()) return std::nullopt;
    return object[key].get<std::int64_t>();
}

void read_coco(const json& images, const json& annotations, CaptionCollector& out) {
    std::unordered_map<std::int64_t, std::string> names;
    for (const json& image : images) {
        const auto id = integer_member(image, "id");
        const auto* name = text_member(image, "file_name");
        if (id && name)
            names.emplace(*id, *name);
        else
            out.skip("image without id or file_name");
    }
    // Images keep the order of the file.
    std::unordered_map<std::int64_t, std::vector<const std::string*>> captions;
    for (const json& annotation : annotations) {
        const auto id = integer_member(annotation, "image_id");
        const auto* caption = text_member(annotation, "caption");
        if (!id || !caption)
            out.skip("annotation without image_id or caption");
        else if (!names.contains(*id))
            out.skip("annotation of an unknown image");
        else
            captions[*id].push_back(caption);
    }
    for (const json& image : images)
        if (const auto id = integer_member(image, "id"); id && names.contains(*id))
            if (auto own = captions.extract(*id))
                for (const auto* caption : own.mapped()) out.add(names[*id], *caption);
}

void read_karpathy(const json& images, CaptionCollector& out) {
    for (const json& image : images) {
        const auto* name = text_member(image, "filename");
        const auto* sentences = member(image, "sentences", json::value_t::array);
        if (!name || !sentences) {
            out.skip("image without filename or sentences");
            continue;
        }
        const auto* split = text_member(image, "split");
        if (!out.split().name().empty() && (!split || *split != out.split().name())) {
            out.skip("in another split");
            continue;
        }
        const auto* subfolder = text_member(image, "filepath");
        for (const json& sentence : *sentences) {
            if (const auto* raw = text_member(sentence, "raw"))
                out.add(*name, *raw, subfolder ? *subfolder : std::string());
            else
                out.skip("sentence without raw text");
        }
    }
}

/// Keeps only the keys that are used: COCO's file is 90 MB, mostly other data.
json parse_captions(std::string_view text, const fs::path& file) {
    static const std::unordered_set<std::string> wanted{"images",   "annotations", "id",       "file_name",
                                                        "image_id", "caption",     "filename", "filepath",
                                                        "split",    "sentences",   "raw"};
    const auto keep = [](int, json::parse_event_t event, json& value) {
        return event != json::parse_event_t::key || wanted.contains(value.get_ref<const std::string&>());
    };
    try {
        return json::parse(text, keep);
    } catch (const json::exception& failure) {
        throw Error(file.string() + ": this is not valid JSON: " + failure.what());
    }
}

void refuse_split_name(const CaptionSplit& split, const char* format) {
    if (!split.name().empty())
        throw SplitError("split \"" + split.name() + "\": there is no such file, and " + format +
                         " has no named splits; give a file with one image name per line");
}

void read_json(std::string_view text, const fs::path& file, CaptionCollector& out) {
    const json root = parse_captions(text, file);
    const json* images = member(root, "images", json::value_t::array);
    if (const json* annotations = member(root, "annotations", json::value_t::array); images && annotations) {
        refuse_split_name(out.split(), "COCO's format");
        return read_coco(*images, *annotations, out);
    }
    const bool karpathy = images && std::ranges::any_of(*images, [](const json& image) {
                              return member(image, "sentences", json::value_t::array) != nullptr;
                          });
    if (!karpathy)
        throw Error(file.string() +
                    ": neither COCO captions (\"images\" and \"annotations\") nor Karpathy's format "
                    "(\"images\" with \"sentences\")");
    read_karpathy(*images, out);
}

/// The image ids of a Visual Genome split, defined by a list next to the regions.
std::optional<std::unordered_set<std::string>> read_split_ids(const std::string& name,
                                                              const fs::path& regions) {
    if (name.empty()) return {};
    const std::vector<BenchmarkSplit> splits = find_split_lists(FolderIndex(regions.parent_path()));
    const auto found = std::ranges::find(splits, name, &BenchmarkSplit::name);
    if (found != splits.end()) return read_split_images(*found);
    throw SplitError("split \"" + name + "\": there is no such file, and next to " + regions.string() +
                     (splits.empty()
                          ? " there is no densecap_splits.json"
                          : " there are only the splits " + join(splits, ", ", &BenchmarkSplit::name)));
}

/// Visual Genome's region_descriptions.json: the 5.4 million phrases are the captions of their images.
void read_regions(const fs::path& file, CaptionCollector& out) {
    const auto ids = read_split_ids(out.split().name(), file);
    std::unordered_set<std::string> phrases;  // of one image, whose regions follow each other
    std::string last;
    const std::vector<JsonElements> wanted{
        {{"*", "regions", "*"}, {"image_id", "phrase"}, [&](json& region) {
             const std::string id = get_id(region, "image_id");
             if (id.empty()) return out.skip("region without image_id");
             if (ids && !ids->contains(id)) return out.skip("in another split");
             if (id != last) phrases.clear();
             last = id;
             const std::string phrase = get_text(region, "phrase");
             if (!phrases.insert(phrase).second) return out.skip("duplicate phrase of an image");
             const std::string image = id + ".jpg";
             out.add(image, phrase, out.find_subfolder(image, {"VG_100K", "VG_100K_2"}));
         }}};
    stream_json(file, wanted);
}

/// The positions of image and caption in the rows of a TSV.
struct TsvColumns {
    std::size_t image = 0, caption = 2, count = 3;
    bool header = false;
};

/// Reads a header such as "title\tfilepath" (Conceptual Captions as listed by open_clip); without one the
/// columns are image, number, caption.
TsvColumns find_columns(std::string_view first_line) {
    TsvColumns found;
    bool image = false, caption = false;
    const auto names = split_columns(first_line, 64);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto name = trimmed(names[i]);
        if (name == "filepath" || name == "image" || name == "file_name") found.image = i, image = true;
        if (name == "title" || name == "caption") found.caption = i, caption = true;
    }
    if (!image || !caption) return {};
    found.count = names.size();
    found.header = true;
    return found;
}

void read_tsv(std::string_view text, const fs::path& file, CaptionCollector& out) {
    refuse_split_name(out.split(), "a captions TSV");
    std::size_t number = 0, first_bad = 0, good = 0;
    TsvColumns columns;
    for (const auto line : split_lines(text)) {
        if (++number == 1 && (columns = find_columns(line)).header) continue;
        if (trimmed(line).empty()) continue;
        const auto cells = split_columns(line, columns.count);
        if (cells.size() == columns.count && !cells[columns.image].empty()) {
            ++good;
            out.add_path(std::string(cells[columns.image]), cells[columns.caption]);
        } else {
            if (first_bad == 0) first_bad = number;
            out.skip("row without image, number and caption");
        }
    }
    if (good == 0)
        throw Error(
            file.string() + ", line " + std::to_string(std::max<std::size_t>(first_bad, 1)) +
            ": no row has the three tab-separated columns image, number, caption, and no first line names "
            "the columns filepath and title");
}

}  // namespace

CaptionedImages read_captioned_images(const fs::path& images_folder, const fs::path& captions_file,
                                      const std::string& split) {
    CaptionCollector collector(images_folder, split);
    static constexpr std::string_view keys[] = {"regions", "images"};
    if (first_json_key(captions_file, keys) == "regions") {  // too large to read at once
        read_regions(captions_file, collector);
        return collector.finish(images_folder, captions_file);
    }
    const std::string text = read_text(captions_file);
    if (trimmed(text).starts_with('{') || trimmed(text).starts_with("\xEF\xBB\xBF{"))
        read_json(text, captions_file, collector);
    else
        read_tsv(text, captions_file, collector);
    return collector.finish(images_folder, captions_file);
}

}  // namespace gbs
