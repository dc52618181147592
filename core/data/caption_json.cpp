// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/json_bytes.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"
#include "core/data/caption_readers.h"
#include "core/data/split_lists.h"
#include "core/image/image_files.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::array image_keys{"filename", "file_name", "image",      "image_name", "img",  "filepath",
                                "file",     "path",      "image_path", "img_path",   "photo"};
constexpr std::array caption_keys{"sentences", "captions", "caption",     "raw",    "title",   "sentence",
                                  "text",      "comment",  "description", "tokens", "comments"};

const json* find_array(const json& object, const char* key) {
    const json* found = find_member(object, key);
    return found && found->is_array() ? found : nullptr;
}

std::string join_words(const json& words) {
    std::string text;
    for (const json& word : words)
        if (word.is_string()) text += (text.empty() ? "" : " ") + word.get_ref<const std::string&>();
    return text;
}

std::vector<std::string> captions_in(const json& value, std::string_view key) {
    if (key != "tokens") return captions_of(value);
    std::string text = join_words(value);
    return text.empty() ? std::vector<std::string>{} : std::vector{std::move(text)};
}

/// The captions of a record: the first of the keys that holds some. Blank ones count if there are no others.
std::vector<std::string> find_captions(const json& record) {
    std::vector<std::string> blank;
    for (const char* key : caption_keys) {
        const json* value = find_member(record, key);
        if (!value) continue;
        auto captions = captions_in(*value, key);
        if (std::ranges::any_of(captions, [](const auto& text) { return !trimmed(text).empty(); }))
            return captions;
        if (!captions.empty()) blank = std::move(captions);
    }
    return blank;
}

std::string find_image(const json& record) {
    for (const char* key : image_keys) {
        const std::string name = get_text(record, key);
        if (name.empty()) continue;
        // Karpathy's lists have the folder beside the name.
        const std::string folder = std::string_view(key) == "filename" ? get_text(record, "filepath") : "";
        return folder.empty() || folder == name ? name : folder + "/" + name;
    }
    const std::string id = get_text(record, "image_id");
    return has_image_extension(fs::path(id)) ? id : std::string();
}

bool is_record(const json& value) {
    return value.is_object() && !find_image(value).empty() && !find_captions(value).empty();
}

void take_record(const json& record, CaptionCollector& out) {
    const std::string image = find_image(record);
    if (image.empty()) return out.skip("entry without the name of an image");
    const std::string& split = out.split().name();
    if (!split.empty() && get_text(record, "split") != split) return out.skip("in another split");
    const auto captions = find_captions(record);
    if (captions.empty()) return out.skip("entry without captions");
    for (const auto& caption : captions) out.add(image, caption);
}

bool take_records(const json& list, CaptionCollector& out) {
    if (std::ranges::none_of(list, is_record)) return false;
    for (const json& record : list) take_record(record, out);
    return true;
}

/// {"1.jpg": ["A dog.", ...], ...}
bool take_mapping(const json& root, CaptionCollector& out) {
    const auto holds_captions = [](const json& value) { return !captions_of(value).empty(); };
    if (std::ranges::none_of(root, holds_captions)) return false;
    refuse_split_name(out.split(), "a list of captions by image");
    for (const auto& [image, value] : root.items()) {
        const auto captions = captions_of(value);
        if (captions.empty()) out.skip("entry without captions");
        for (const auto& caption : captions) out.add(image, caption);
    }
    return true;
}

bool take_coco(const json& images, const json& annotations, CaptionCollector& out) {
    if (std::ranges::none_of(annotations,
                             [](const json& one) { return find_member(one, "image_id") != nullptr; }))
        return false;
    refuse_split_name(out.split(), "COCO's format");
    std::unordered_map<std::string, std::string> names;
    for (const json& image : images) {
        const std::string id = get_id(image, "id"), name = get_text(image, "file_name");
        if (id.empty() || name.empty())
            out.skip("image without id or file_name");
        else if (const auto [known, is_new] = names.emplace(id, name); !is_new && known->second != name)
            throw Error("two images have the id " + id + ": " + known->second + " and " + name);
    }
    // Images keep the order of the file.
    std::unordered_map<std::string, std::vector<std::string>> captions;
    for (const json& annotation : annotations) {
        const std::string id = get_id(annotation, "image_id");
        const json* caption = find_member(annotation, "caption");
        if (id.empty() || !caption || !caption->is_string())
            out.skip("annotation without image_id or caption");
        else if (!names.contains(id))
            out.skip("annotation of an unknown image");
        else
            captions[id].push_back(caption->get<std::string>());
    }
    for (const json& image : images)
        if (auto own = captions.extract(get_id(image, "id")))
            for (const auto& caption : own.mapped()) out.add(names.at(own.key()), caption);
    return true;
}

/// The texts that people have typed in Label Studio: [{"data": {"image"}, "annotations": [{"result": [{"type": "textarea",
/// "value": {"text": [...]}}]}]}]
bool take_label_studio(const json& tasks, CaptionCollector& out) {
    const auto texts_of = [](const json& task) {
        std::vector<std::string> texts;
        const json* const annotations = find_array(task, "annotations");
        for (const json& annotation : annotations ? *annotations : json::array())
            if (const json* const results = find_array(annotation, "result"))
                for (const json& result : *results)
                    if (const json* const value = find_member(result, "value");
                        value && get_text(result, "type") == "textarea")
                        for (std::string& text : get_texts(*value, "text")) texts.push_back(std::move(text));
        return texts;
    };
    if (std::ranges::all_of(tasks, [&](const json& task) { return texts_of(task).empty(); })) return false;
    refuse_split_name(out.split(), "Label Studio's format");
    for (const json& task : tasks) {
        const json* const data = find_member(task, "data");
        const std::string image = data ? find_image(*data) : std::string();
        if (image.empty())
            out.skip("task without the name of an image");
        else if (texts_of(task).empty())
            out.skip("task without a text");
        else
            for (const std::string& text : texts_of(task)) out.add(image, text);
    }
    return true;
}

bool take_document(const json& root, CaptionCollector& out) {
    if (root.is_array()) return take_records(root, out) || take_label_studio(root, out);
    if (!root.is_object()) return false;
    if (is_record(root)) return take_record(root, out), true;
    const json* images = find_array(root, "images");
    const json* annotations = find_array(root, "annotations");
    if (images && annotations && take_coco(*images, *annotations, out)) return true;
    for (const char* key : {"images", "annotations", "data", "captions"})
        if (const json* list = find_array(root, key); list && take_records(*list, out)) return true;
    return take_mapping(root, out);
}

/// Parses the file. COCO's is 90 MB, mostly other data: of its kind only the keys that are used are kept.
json parse_document(const fs::path& file) {
    static constexpr std::string_view lists[] = {"images", "annotations"};
    static const std::unordered_set<std::string> wanted = [] {
        std::unordered_set<std::string> keys{"images", "annotations", "id",    "image_id", "split",
                                             "data",   "result",      "value", "type"};
        keys.insert(image_keys.begin(), image_keys.end());
        keys.insert(caption_keys.begin(), caption_keys.end());
        return keys;
    }();
    const bool select = first_json_key(file, lists).has_value();
    const auto keep = [&](int depth, json::parse_event_t event, json& value) {
        if (depth > max_json_depth)
            throw Error(file.string() + ": values are nested deeper than " + std::to_string(max_json_depth));
        return !select || event != json::parse_event_t::key ||
               wanted.contains(value.get_ref<const std::string&>());
    };
    JsonBytes source(file, {}, {});
    return json::parse(JsonIterator{&source}, JsonIterator{}, keep);
}

/// JSON lines. Returns false if no line is an object.
bool take_lines(const fs::path& file, CaptionCollector& out) {
    bool found = false;
    std::size_t broken = 0;
    const LegacyLines legacy = for_each_line(file, [&](std::size_t, std::string_view text) {
        if (trimmed(text).empty()) return;
        const auto line = parse_json(text);
        if (!line || !line->is_object()) {
            ++broken;
            return;
        }
        if (is_record(*line)) found = true;
        if (found) take_record(*line, out);
    });
    if (!found) return false;
    if (broken > 0) out.skip("line that is not a JSON object", broken);
    out.note(legacy.describe());
    return true;
}

/// The image ids of a Visual Genome split, defined by a list next to the regions.
std::optional<SplitImages> read_split_ids(const std::string& name, const fs::path& regions) {
    if (name.empty()) return {};
    const std::vector<BenchmarkSplit> splits = find_split_lists(FolderIndex(regions.parent_path()));
    const auto found = std::ranges::find(splits, name, &BenchmarkSplit::name);
    if (found != splits.end()) return read_split_images(*found);
    throw SplitError("split \"" + name + "\": there is no such file, and next to " + regions.string() +
                     (splits.empty()
                          ? " there is no densecap_splits.json"
                          : " there are only the splits " + join(splits, ", ", &BenchmarkSplit::name)));
}

}  // namespace

std::vector<std::string> captions_of(const json& value) {
    if (value.is_string()) return {value.get<std::string>()};
    std::vector<std::string> captions;
    if (!value.is_array()) return captions;
    for (const json& one : value) {
        if (one.is_string()) captions.push_back(one.get<std::string>());
        if (one.is_object())
            for (auto& caption : find_captions(one)) captions.push_back(std::move(caption));
        if (one.is_array())
            if (std::string text = join_words(one); !text.empty()) captions.push_back(std::move(text));
    }
    return captions;
}

bool read_caption_json(const fs::path& file, CaptionCollector& out) {
    json root;
    try {
        root = parse_document(file);
    } catch (const json::exception& failure) {
        if (take_lines(file, out)) return true;
        throw Error(file.string() + ": this is not valid JSON: " + failure.what());
    }
    try {
        return take_document(root, out);
    } catch (const SplitError&) {
        throw;
    } catch (const Error& error) {
        throw Error(file.string() + ": " + error.what());
    }
}

void read_caption_regions(const fs::path& file, CaptionCollector& out) {
    auto ids = read_split_ids(out.split().name(), file);
    std::unordered_set<std::string> phrases;  // of one image, whose regions follow each other
    std::string last;
    const std::vector<JsonElements> wanted{{{"*", "regions", "*"}, {"image_id", "phrase"}, [&](json& region) {
                                                const std::string id = get_id(region, "image_id");
                                                if (id.empty()) return out.skip("region without image_id");
                                                if (ids && !ids->contains(id))
                                                    return out.skip("in another split");
                                                if (id != last) phrases.clear();
                                                last = id;
                                                const std::string phrase = get_text(region, "phrase");
                                                if (!phrases.insert(phrase).second)
                                                    return out.skip("duplicate phrase of an image");
                                                out.add(id + ".jpg", phrase);
                                            }}};
    stream_json(file, wanted);
}

}  // namespace gbs
