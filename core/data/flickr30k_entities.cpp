// SPDX-License-Identifier: GPL-3.0-or-later

// Flickr30k Entities: Annotations/ID.xml has the boxes of the entities, Sentences/ID.txt five captions with
// marked phrases: "[/EN#283585/people Two young guys] with [/EN#283587/bodyparts shaggy hair] ...".
#include <algorithm>
#include <pugixml.hpp>
#include <unordered_map>

#include "core/base/file_io.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"
#include "core/base/read_error.h"
#include "core/base/text_lines.h"
#include "core/data/benchmark_formats.h"
#include "core/data/box_checks.h"
#include "core/data/split_lists.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_file_bytes = std::size_t{16} << 20;
constexpr std::size_t max_boxes = 10'000;  ///< per image
/// Per image, over its phrases: each has a copy of the boxes of its entity, so that two small files could fill the memory.
constexpr std::size_t max_phrase_boxes = 100'000;

struct Annotation {
    int width = 0, height = 0;
    std::unordered_map<std::string, std::vector<BoundingBox>> boxes;  ///< by entity
    std::size_t copied = 0;                                           ///< boxes of the phrases so far
};

/// Reads the boxes of an image. Throws Error if the file is unusable.
Annotation read_annotation(const fs::path& file, QueryCollector& out) {
    const std::string text = read_text(file, max_file_bytes);
    // pugixml does not expand custom entities, and the authors' files declare none.
    if (text.find("<!ENTITY") != std::string::npos || text.find("<!DOCTYPE") != std::string::npos)
        throw Error("annotation that declares a document type");
    pugi::xml_document document;
    if (const auto parsed = document.load_buffer(text.data(), text.size()); !parsed)
        throw Error("annotation that is not valid XML");
    const auto root = document.child("annotation");
    const auto number = [](const pugi::xml_node& node, const char* name) {
        return parse_number(node.child(name).text().get());
    };
    const double width = number(root.child("size"), "width"), height = number(root.child("size"), "height");
    if (!is_image_side(width) || !is_image_side(height)) throw Error("annotation without an image size");
    Annotation found{static_cast<int>(width), static_cast<int>(height), {}, 0};
    std::size_t boxes = 0;
    for (const auto object : root.children("object"))
        for (const auto box : object.children("bndbox")) {
            const BoundingBox read{number(box, "xmin"), number(box, "ymin"), number(box, "xmax"),
                                   number(box, "ymax")};
            if (const char* fault = find_fault(read, found.width, found.height)) {
                out.skip(fault);
            } else {
                for (const auto name : object.children("name")) {
                    if (++boxes > max_boxes)
                        out.skip("box beyond the first " + std::to_string(max_boxes) + " of an image");
                    else
                        found.boxes[name.text().as_string()].push_back(read);
                }
            }
        }
    return found;
}

/// Reads id and types from "/EN#283585/people/other"; leaves the id empty for anything else.
void read_mark(std::string_view mark, PhraseQuery& query) {
    if (!mark.starts_with("/EN#")) return;
    const auto parts = split_columns(mark.substr(4), 32, '/');
    query.entity = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (!parts[i].empty()) query.categories.emplace_back(parts[i]);
    const auto hidden = std::ranges::find(query.categories, "notvisual");
    query.not_visual = hidden != query.categories.end();
    if (query.not_visual) query.categories.erase(hidden);
}

void read_sentence(std::string_view line, const PhraseQuery& image, Annotation& annotation,
                   QueryCollector& out) {
    for (std::size_t open = line.find('['); open != std::string_view::npos; open = line.find('[')) {
        line.remove_prefix(open + 1);
        const std::size_t close = line.find(']');
        if (close == std::string_view::npos) return out.skip("phrase with an unclosed bracket");
        const auto inside = line.substr(0, close);
        line.remove_prefix(close + 1);
        const std::size_t space = inside.find(' ');
        PhraseQuery query = image;
        read_mark(inside.substr(0, space), query);
        if (query.entity.empty()) {
            out.skip("phrase without an entity number");
            continue;
        }
        if (space != std::string_view::npos) query.phrase = trimmed(inside.substr(space));
        const auto boxes = annotation.boxes.find(query.entity);
        if (boxes != annotation.boxes.end()) {
            annotation.copied += boxes->second.size();
            if (annotation.copied > max_phrase_boxes) {
                out.skip("phrase beyond the first " + std::to_string(max_phrase_boxes) +
                         " boxes of an image");
                continue;
            }
            query.boxes = boxes->second;
        }
        if (query.entity == "0") query.entity.clear();  // shared by all phrases that are not visual
        out.add(std::move(query));
    }
}

/// Whether the names of objects are numbers of entities; in Pascal VOC, whose folder has the same name, they are classes.
bool has_numbered_entities(const FolderIndex& index, const fs::path& annotations) {
    for (const auto& file : index.others()) {
        if (file.parent_path() != annotations || file.extension() != ".xml") continue;
        const std::string text = read_text(file, max_file_bytes);
        constexpr std::string_view mark = "<name>";
        const std::size_t name = text.find(mark);
        if (name == text.npos) continue;
        const std::string_view value = std::string_view(text).substr(name + mark.size());
        const std::string_view word = trimmed(value.substr(0, value.find('<')));
        return !word.empty() && word.find_first_not_of("0123456789") == word.npos;
    }
    return true;
}

}  // namespace

bool recognize_flickr30k_entities(BenchmarkFolder& about) {
    const auto annotations = about.index->subfolder("Annotations"),
               sentences = about.index->subfolder("Sentences");
    if (!annotations && !sentences) return false;
    const auto has_files = [&](const std::optional<fs::path>& folder, const char* ending) {
        return folder && std::ranges::any_of(about.index->others(), [&](const fs::path& file) {
                   return file.parent_path() == *folder && file.extension() == ending;
               });
    };
    if (!has_files(annotations, ".xml") && !has_files(sentences, ".txt")) return false;
    if (!has_files(sentences, ".txt") && !has_numbered_entities(*about.index, *annotations)) return false;
    if (!has_files(annotations, ".xml"))
        about.missing.push_back(
            "Annotations/*.xml is missing: unpack annotations.zip of Flickr30k Entities.");
    if (!has_files(sentences, ".txt"))
        about.missing.push_back("Sentences/*.txt is missing: unpack annotations.zip of Flickr30k Entities.");
    about.files = {annotations.value_or(""), sentences.value_or("")};
    about.splits = find_split_lists(*about.index);
    if (about.splits.empty())
        about.missing.push_back(
            "The lists train.txt, val.txt and test.txt of Flickr30k Entities are missing: without them only "
            "all images can be scored.");
    about.splits.push_back({"all", {}, {}});
    return true;
}

void read_flickr30k_entities(const ReaderInput& input, QueryCollector& out) {
    auto wanted = read_split_images(input.split);
    const fs::path& annotations = input.about.files.at(0);
    std::vector<fs::path> sentences;
    for (const auto& file : input.about.index->others())
        if (file.parent_path() == input.about.files.at(1) && file.extension() == ".txt" &&
            (!wanted || wanted->contains(file.stem().string())))
            sentences.push_back(file);
    if (wanted && wanted->unused() > 0) out.skip("image in the split without sentences", wanted->unused());
    std::size_t done = 0;
    for (const auto& file : sentences) {
        if (input.stop.stop_requested()) throw Cancelled();
        if (input.progress) input.progress(++done, sentences.size());
        const std::string id = file.stem().string();
        try {
            Annotation annotation = read_annotation(annotations / (id + ".xml"), out);
            const PhraseQuery image{id + ".jpg", annotation.width, annotation.height, {}, {}};
            const LegacyLines legacy = for_each_line(file, [&](std::size_t, std::string_view line) {
                read_sentence(line, image, annotation, out);
            });
            out.adjust(legacy);
        } catch (const ReadError&) {
            throw;
        } catch (const Error& error) {
            const std::string reason = error.what();
            out.skip(reason.starts_with("annotation") ? "image with an " + reason
                                                      : "image with unreadable annotation or sentences");
        }
    }
}

}  // namespace gbs
