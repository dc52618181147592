// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/captioned_images.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/join.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/text_lines.h"
#include "core/data/benchmark_readers.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// The names in a folder and in its subfolders, each listed once when first asked for.
class FolderListing {
 public:
    explicit FolderListing(fs::path folder) : folder_(std::move(folder)) {
        std::error_code failure;
        if (!fs::is_directory(folder_, failure))
            throw Error(folder_.string() + ": there is no such folder of images");
    }

    /// Whether the subfolder holds the name; never where the subfolder leads out of this one.
    bool find_in(const std::string& name, const std::string& subfolder) {
        return !subfolder.empty() && stays_inside(subfolder) && names_in(subfolder).contains(name);
    }
    /// The file's path, or nothing where the folder holds no such name.
    std::optional<fs::path> find(const std::string& name, const std::string& subfolder = {}) {
        if (find_in(name, subfolder)) return folder_ / subfolder / name;
        if (names_in({}).contains(name)) return folder_ / name;
        return std::nullopt;
    }

 private:
    static bool stays_inside(const std::string& subfolder) {
        const fs::path path(subfolder);
        return path.is_relative() && subfolder.find('\\') == std::string::npos &&
               std::ranges::none_of(path, [](const fs::path& part) { return part == ".." || part == "."; });
    }

    const std::unordered_set<std::string>& names_in(const std::string& subfolder) {
        const auto known = names_.find(subfolder);
        if (known != names_.end()) return known->second;
        auto& names = names_[subfolder];
        std::error_code failure;
        fs::directory_iterator entry(subfolder.empty() ? folder_ : folder_ / subfolder, failure);
        if (failure && subfolder.empty())
            throw Error(folder_.string() + ": the folder cannot be read: " + failure.message());
        for (; !failure && entry != fs::directory_iterator(); entry.increment(failure))
            names.insert(entry->path().filename().string());
        return names;
    }

    fs::path folder_;
    std::unordered_map<std::string, std::unordered_set<std::string>> names_;
};

/// Which images are asked for: all, those of a list, or those of a named split.
class Split {
 public:
    explicit Split(const std::string& split) {
        std::error_code ignored;
        if (split.empty()) return;
        if (!fs::exists(split, ignored)) {
            name_ = split;
            return;
        }
        list_.emplace();
        const std::string text = read_text(split);  // the lines are views into it
        for (const auto line : split_lines(text))
            if (const auto image = trimmed(line); !image.empty()) list_->emplace(image);
        if (list_->empty()) throw Error(split + ": the split list names no image");
    }

    const std::string& name() const { return name_; }
    const std::optional<std::unordered_set<std::string>>& list() const { return list_; }
    bool has_image(const std::string& image) const { return !list_ || list_->contains(image); }

 private:
    std::optional<std::unordered_set<std::string>> list_;
    std::string name_;
};

/// Gathers captions by image in the order of their first appearance.
class Collector {
 public:
    Collector(const fs::path& folder, const std::string& split) : listing_(folder), split_(split) {}

    const Split& split() const { return split_; }
    void skip(const std::string& reason, std::size_t count = 1) { found_.skipped[reason] += count; }

    void add(const std::string& image, std::string_view caption, const std::string& subfolder = {}) {
        if (!split_.has_image(image)) return skip("not in the split list");
        caption = trimmed(caption);
        if (caption.empty()) return skip("empty caption");
        const std::string key = subfolder + "/" + image;
        auto known = index_.find(key);
        if (known == index_.end()) {
            seen_.insert(image);
            const auto path = listing_.find(image, subfolder);
            known = index_.emplace(key, path ? found_.images.size() : absent).first;
            path ? found_.images.push_back({*path, {}}) : found_.missing.push_back(image);
        }
        if (known->second != absent) found_.images[known->second].captions.emplace_back(caption);
    }

    /// The same for an image with folders before its name, of which the first may not be below this one.
    void add_path(const std::string& image, std::string_view caption) {
        const auto slash = image.rfind('/');
        if (slash == std::string::npos) return add(image, caption);
        const std::string name = image.substr(slash + 1);
        for (std::string folders = image.substr(0, slash);;) {
            if (listing_.find_in(name, folders)) return add(name, caption, folders);
            const auto next = folders.find('/');
            if (next == std::string::npos) return add(name, caption);
            folders.erase(0, next + 1);
        }
    }

    /// The first of the subfolders that holds the image; empty where none does.
    std::string subfolder_of(const std::string& image, std::initializer_list<const char*> subfolders) {
        for (const char* subfolder : subfolders)
            if (listing_.find_in(image, subfolder)) return subfolder;
        return {};
    }

    CaptionedImages finish(const fs::path& folder, const fs::path& captions_file) {
        if (split_.list()) {
            const auto silent = std::ranges::count_if(
                *split_.list(), [&](const auto& image) { return !seen_.contains(image); });
            if (silent > 0) skip("in the split list but without captions", static_cast<std::size_t>(silent));
        }
        if (!found_.images.empty()) return std::move(found_);
        std::string why;
        if (!found_.missing.empty())
            why = ": " + std::to_string(found_.missing.size()) + " images such as " + found_.missing.front() +
                  " are not in that folder";
        if (!found_.skipped.empty()) why += "; " + join_counts(found_.skipped, "; ");
        throw Error(captions_file.string() + " and " + folder.string() + ": no captioned image is left" +
                    why);
    }

 private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    FolderListing listing_;
    Split split_;
    CaptionedImages found_;
    std::unordered_map<std::string, std::size_t> index_;
    std::unordered_set<std::string> seen_;
};

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

void read_coco(const json& images, const json& annotations, Collector& out) {
    std::unordered_map<std::int64_t, std::string> names;
    for (const json& image : images) {
        const auto id = integer_member(image, "id");
        const auto* name = text_member(image, "file_name");
        if (id && name)
            names.emplace(*id, *name);
        else
            out.skip("image without id or file_name");
    }
    // First in the order of the images, as a person would expect of a data set.
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

void read_karpathy(const json& images, Collector& out) {
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

/// Only the keys that are read: COCO's own file is 90 MB, mostly of other things.
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

void refuse_split_name(const Split& split, const char* format) {
    if (!split.name().empty())
        throw Error("split \"" + split.name() + "\": there is no such file, and " + format +
                    " has no named splits; give a file that lists image names, one a line");
}

void read_json(std::string_view text, const fs::path& file, Collector& out) {
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

/// The images of a split of Visual Genome, by id: that of a list beside the regions.
std::optional<std::unordered_set<std::string>> ids_of_split(const std::string& name,
                                                            const fs::path& regions) {
    if (name.empty()) return {};
    const std::vector<BenchmarkSplit> splits = find_split_lists(FolderIndex(regions.parent_path()));
    const auto found = std::ranges::find(splits, name, &BenchmarkSplit::name);
    if (found != splits.end()) return split_images(*found);
    throw Error("split \"" + name + "\": there is no such file, and beside " + regions.string() +
                (splits.empty() ? " lies no densecap_splits.json"
                                : " there are only the splits " + join(splits, ", ", &BenchmarkSplit::name)));
}

/// Visual Genome's region_descriptions.json, whose 5.4 million phrases are the captions of their images.
void read_regions(const fs::path& file, Collector& out) {
    const auto ids = ids_of_split(out.split().name(), file);
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
             if (!phrases.insert(phrase).second) return out.skip("phrase that the image has already");
             const std::string image = id + ".jpg";
             out.add(image, phrase, out.subfolder_of(image, {"VG_100K", "VG_100K_2"}));
         }}};
    stream_json(file, wanted);
}

/// Where image and caption stand in the rows of a TSV.
struct TsvColumns {
    std::size_t image = 0, caption = 2, count = 3;
    bool header = false;
};

/// A first line like "title\tfilepath" (Conceptual Captions as open_clip lists it) names the columns; without
/// one they are image, number, caption.
TsvColumns columns_of(std::string_view first_line) {
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

void read_tsv(std::string_view text, const fs::path& file, Collector& out) {
    refuse_split_name(out.split(), "a captions TSV");
    std::size_t number = 0, first_bad = 0, good = 0;
    TsvColumns columns;
    for (const auto line : split_lines(text)) {
        if (++number == 1 && (columns = columns_of(line)).header) continue;
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
    Collector collector(images_folder, split);
    static constexpr std::string_view keys[] = {"regions", "images"};
    if (first_json_key(captions_file, keys) == "regions") {  // too large to be read as a whole
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
