// SPDX-License-Identifier: GPL-3.0-or-later

// YOLO: a text file for each photo with the same name, lines of a class number and the center, width and height of a box,
// or the points of an outline, relative to the photo; the classes are lines of classes.txt or obj.names, or "names" of
// data.yaml.
#include <yaml-cpp/yaml.h>

#include <optional>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"
#include "core/base/yaml_file.h"
#include "core/data/annotated_image.h"
#include "core/data/benchmark_formats.h"
#include "core/data/box_checks.h"
#include "core/data/split_lists.h"
#include "core/image/image.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_yaml_bytes = std::size_t{1} << 20;
constexpr std::size_t max_classes = 100'000;

std::optional<fs::path> classes_file(const FolderIndex& index) {
    for (const char* name : {"classes.txt", "obj.names", "data.yaml", "dataset.yaml"})
        if (auto file = index.file(name)) return file;
    return {};
}

/// The names of data.yaml: a list, or a mapping from numbers.
std::vector<std::string> names_of(const YAML::Node& names) {
    std::vector<std::string> classes;
    if (names.IsSequence())
        for (const auto& name : names) classes.push_back(name.as<std::string>(""));
    if (names.IsMap())
        for (const auto& entry : names) {
            const auto number = entry.first.as<std::size_t>(max_classes);
            if (number >= max_classes) continue;
            if (classes.size() <= number) classes.resize(number + 1);
            classes[number] = entry.second.as<std::string>("");
        }
    return classes;
}

std::vector<std::string> read_classes(const fs::path& file) {
    std::vector<std::string> classes;
    if (file.extension() == ".yaml") {
        classes = names_of(read_yaml(file, max_yaml_bytes)["names"]);
    } else {
        for_each_line(file, [&](std::size_t, std::string_view line) {
            if (classes.size() < max_classes) classes.emplace_back(trimmed(line));
        });
    }
    if (classes.empty()) throw Error(file.string() + ": names no class");
    return classes;
}

/// Columns between spaces.
std::vector<double> numbers_of(std::string_view line) {
    std::vector<double> numbers;
    for (const std::string_view part : split_columns(line, 100'000, ' '))
        if (!trimmed(part).empty()) numbers.push_back(parse_number(part));
    return numbers;
}

/// The reason why the line is skipped, or null.
const char* read_line(std::string_view line, const ImageSize& size, const std::vector<std::string>& classes,
                      AnnotatedImage& image) {
    const std::vector<double> values = numbers_of(line);
    if (values.empty()) return nullptr;
    const double number = values.front();
    if (!(number >= 0 && number < static_cast<double>(classes.size())) ||
        number != static_cast<double>(static_cast<std::size_t>(number)))
        return "line with an unknown class";
    const std::string& label = classes[static_cast<std::size_t>(number)];
    // A sixth column is the confidence of a prediction.
    if (values.size() == 5 || values.size() == 6) {
        const double x = values[1] * size.width, y = values[2] * size.height;
        image.set_score(values.size() == 6 ? values[5] : 1);
        const double across = values[3] * size.width / 2, down = values[4] * size.height / 2;
        image.add_box(label, x - across, y - down, x + across, y + down);
        return nullptr;
    }
    if (values.size() < 7 || values.size() % 2 == 0) return "line that is neither a box nor an outline";
    image.set_score(1);
    std::vector<ShapePoint> points;
    for (std::size_t i = 1; i < values.size(); i += 2)
        points.push_back({values[i] * size.width, values[i + 1] * size.height});
    image.add_outline(label, points);
    return nullptr;
}

/// A line of numbers that begins with a class.
bool looks_like_labels(std::string_view text) {
    const std::vector<double> values = numbers_of(text.substr(0, text.find_first_of("\r\n")));
    return values.size() >= 5 && std::ranges::all_of(values, [](double value) { return value == value; });
}

}  // namespace

bool recognize_yolo(BenchmarkFolder& about) {
    return classes_file(*about.index) && recognize_by_start(about, ".txt", looks_like_labels);
}

void read_yolo(const ReaderInput& input, QueryCollector& out) {
    const FolderIndex& index = *input.about.index;
    const std::vector<std::string> classes = read_classes(*classes_file(index));
    auto wanted = read_split_images(input.split);
    std::unordered_map<std::string, std::string> photos;  // by name without folder and extension
    for (const std::string& name : index.photo_names())
        if (!photos.emplace(fs::path(name).stem().string(), name).second)
            photos[fs::path(name).stem().string()].clear();
    for_each_file(input, [&](const fs::path& file) {
        const auto photo = photos.find(file.stem().string());
        if (photo == photos.end() || photo->second.empty()) {
            out.skip(photo == photos.end() ? "file without a photo of its name"
                                           : "file whose name two photos have");
            return;
        }
        if (wanted && !wanted->contains(photo->second)) return;
        const auto size = photo_size(index.folder() / photo->second, out);
        if (!size) return;
        AnnotatedImage image(photo->second, size->width, size->height, out);
        out.adjust(for_each_line(file, [&](std::size_t, std::string_view line) {
            if (const char* reason = read_line(line, *size, classes, image)) out.skip(reason);
        }));
        image.finish();
    });
}

}  // namespace gbs
