// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/map_files.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>
#include <sstream>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/trace.h"
#include "core/base/utf8.h"
#include "core/image/overlay.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

using nlohmann::json;

constexpr std::uintmax_t max_manifest_bytes = std::uintmax_t{2} << 30;
constexpr std::size_t max_name_bytes =
    80;  // per part; a file name has two parts, a number, a map and an extension

std::string photo_name(const fs::path& photo) {
    return valid_utf8(fs::absolute(photo).lexically_normal().string());
}

std::string phrase_key(const std::string& photo, const std::string& phrase) {
    // The length keeps apart what a separator inside a name would join.
    return std::to_string(photo.size()) + ' ' + photo + phrase;
}

std::string planned_key(const std::string& photo, std::size_t number) {
    return photo + '\n' + std::to_string(number);
}

unsigned file_bit(MapKind map, MapFormat format) {
    return 1U << (static_cast<unsigned>(map) * all_map_formats.size() + static_cast<unsigned>(format));
}

std::string file_suffix(MapKind map, MapFormat format) {
    const std::string name = "." + std::string(map_name(map));
    switch (format) {
        case MapFormat::png16:
            return name + ".16bit.png";
        case MapFormat::npy:
            return name + ".npy";
        case MapFormat::overlay:
            break;
    }
    return name + ".png";
}

/// A phrase as part of a file name: letters and digits, anything else becomes '-'.
std::string slug(const std::string& phrase) {
    std::string text;
    for (const unsigned char c : utf8_prefix(phrase, max_name_bytes)) {
        if (std::isalnum(c) || c >= 0x80)
            text += static_cast<char>(c);
        else if (!text.empty() && text.back() != '-')
            text += '-';
    }
    while (text.ends_with('-')) text.pop_back();
    return text;
}

template <class Enum, std::size_t count, class Name>
std::optional<Enum> find_named(const std::array<Enum, count>& all, Name get_name, const json& name) {
    for (const Enum each : all)
        if (name.is_string() && name == get_name(each)) return each;
    return {};
}

/// A look as it is kept in the manifest.
json look_json(const MapLook& look) {
    json object{{"limits", look_name(look.limits)},
                {"colors", color_map_key(look.color_map)},
                {"opacity", look.opacity},
                {"fade_low", look.fade_low}};
    if (look.limits == Limits::typed) object["range"] = {look.typed.low, look.typed.high};
    if (look.threshold) object["threshold"] = *look.threshold;
    return object;
}

}  // namespace

MapFiles::MapFiles(fs::path folder, const MapFilesOptions& options, std::string model)
    : folder_(std::move(folder)),
      manifest_(folder_ / "maps.jsonl"),
      options_(options),
      model_(valid_utf8(model)) {
    if (options_.maps.empty() || options_.formats.empty())
        throw Error("nothing to write: name at least one map and one format");
    std::error_code failure;
    fs::create_directories(folder_, failure);
    if (failure) throw Error("cannot create the folder " + folder_.string() + ": " + failure.message());
    if (!options_.lists) {
        if (options_.resume && path_exists(manifest_)) read_manifest();
        return;
    }
    lock_ = std::make_unique<LockedFile>(manifest_);
    lock_->require("maps");
    lock_->cut(options_.resume ? read_manifest() : 0);
}

MapFiles::~MapFiles() {
    std::error_code ignored;
    for (const auto& [name, file] : unlisted_) fs::remove(file, ignored);
}

/// Returns the bytes of complete lines: the next one must not be appended to a truncated one.
std::uintmax_t MapFiles::read_manifest() {
    std::error_code ignored;
    if (fs::file_size(manifest_, ignored) > max_manifest_bytes)
        throw Error(manifest_.string() + ": cannot be resumed: it is larger than 2 GiB");
    std::ifstream stream = open_to_read(manifest_);
    std::uintmax_t complete = 0;
    for (std::string line; std::getline(stream, line) && !stream.eof();) {
        complete += line.size() + 1;
        const json entry = parse_json(line).value_or(nullptr);
        if (!entry.is_object()) continue;
        const json photo = entry.value("photo", json()), phrase = entry.value("phrase", json());
        const json file = entry.value("file", json());
        const auto map = find_named(all_map_kinds, map_name, entry.value("map", json()));
        const auto format = find_named(all_map_formats, format_name, entry.value("format", json()));
        if (!photo.is_string() || !phrase.is_string() || !file.is_string() || !map || !format) continue;
        if (entry.value("model", json()) != model_)
            throw Error(folder_.string() + ": contains maps of another model, " +
                        json_text(entry.value("model", json())) +
                        "; choose another folder, or do not resume");
        const std::string name = file.get<std::string>(), suffix = file_suffix(*map, *format);
        if (!name.ends_with(suffix) || name.find('/') != std::string::npos) continue;
        if (!is_plain_file(folder_ / name)) continue;
        Present& present = present_[phrase_key(photo.get<std::string>(), phrase.get<std::string>())];
        present.stem = name.substr(0, name.size() - suffix.size());
        // The last line of a file counts.
        if (*format == MapFormat::overlay && entry.value("look", json()) != look_json(options_.look))
            present.files &= ~file_bit(*map, *format);
        else
            present.files |= file_bit(*map, *format);
        stems_.insert(present.stem);
    }
    if (!stream.eof()) throw Error("cannot read " + manifest_.string() + ": reading failed before the end");
    return complete;
}

unsigned MapFiles::requested_files() const {
    unsigned bits = 0;
    for (const MapKind map : options_.maps)
        for (const MapFormat format : options_.formats) bits |= file_bit(map, format);
    return bits;
}

std::vector<std::size_t> MapFiles::missing(const GroundingTask& task) const {
    const std::string photo = photo_name(task.photo);
    const unsigned wanted = requested_files();
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < task.phrases.size(); ++i) {
        const auto known = present_.find(phrase_key(photo, valid_utf8(task.phrases[i])));
        if (known == present_.end() || (known->second.files & wanted) != wanted) numbers.push_back(i);
    }
    const bool overlays = std::ranges::find(options_.formats, MapFormat::overlay) != options_.formats.end();
    if (!numbers.empty() && overlays && options_.look.limits == Limits::shared) {
        numbers.resize(task.phrases.size());
        std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    }
    return numbers;
}

std::vector<std::size_t> MapFiles::plan(const GroundingTask& task) {
    std::vector<std::size_t> numbers = missing(task);
    const std::string photo = photo_name(task.photo);
    for (const std::size_t number : numbers) {
        const std::string& phrase = task.phrases[number];
        if (!find_present(photo, phrase).stem.empty()) continue;
        const std::string stem = choose_stem(task.photo, phrase, number);
        const std::lock_guard lock(mutex_);
        planned_[planned_key(photo, number)] = stem;
    }
    return numbers;
}

/// PHOTO.NUMBER.PHRASE; a higher number if another photo of the same name has it.
std::string MapFiles::choose_stem(const fs::path& photo, const std::string& phrase, std::size_t number) {
    const std::string name(utf8_prefix(photo.stem().string(), max_name_bytes)), text = slug(phrase);
    const std::lock_guard lock(mutex_);
    for (std::size_t i = number + 1;; ++i) {
        std::string stem = name + "." + std::to_string(i) + (text.empty() ? "" : "." + text);
        if (stems_.insert(valid_utf8(stem)).second) return stem;
    }
}

/// The planned stem, or a new one.
std::string MapFiles::make_stem(const fs::path& photo, const std::string& phrase, std::size_t number) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto planned = planned_.extract(planned_key(photo_name(photo), number)))
            return planned.mapped();
    }
    return choose_stem(photo, phrase, number);
}

MapFiles::Present MapFiles::find_present(const std::string& photo, const std::string& phrase) const {
    const auto found = present_.find(phrase_key(photo, valid_utf8(phrase)));
    return found == present_.end() ? Present() : found->second;
}

MapFiles::Drawn MapFiles::draw(const GroundedPhoto& photo) {
    const TraceSpan span("write maps");
    Drawn drawn;
    const std::string name = photo_name(photo.task.photo);
    const MapLook look = look_for_photo(options_.look, photo.groundings, options_.maps, *photo.image);
    for (std::size_t i = 0; i < photo.groundings.size(); ++i) {
        const Grounding& grounding = photo.groundings[i];
        Present present = find_present(name, grounding.phrase);
        if (present.stem.empty())
            present.stem = make_stem(photo.task.photo, grounding.phrase, photo.numbers[i]);
        drawn.files.emplace_back();
        for (const MapKind kind : options_.maps)
            write_formats(photo, grounding, kind, look, present, drawn.files.back(), drawn.lines);
    }
    return drawn;
}

void MapFiles::list(const std::string& lines) {
    lock_->append(lines);
    std::istringstream stream(lines);
    const std::lock_guard lock(mutex_);
    for (std::string line; std::getline(stream, line);)
        unlisted_.erase(json::parse(line).at("file").get<std::string>());
}

void MapFiles::leave_to_first() {
    const std::lock_guard lock(mutex_);
    unlisted_.clear();
}

std::vector<std::vector<fs::path>> MapFiles::write(const GroundedPhoto& photo) {
    Drawn drawn = draw(photo);
    list(drawn.lines);
    return std::move(drawn.files);
}

void MapFiles::write_formats(const GroundedPhoto& photo, const Grounding& grounding, MapKind kind,
                             const MapLook& look, const Present& present, std::vector<fs::path>& files,
                             std::string& lines) {
    const int width = photo.image->width, height = photo.image->height;
    const Heatmap& map = select_map(grounding, kind);
    if (map.empty()) return;  // zero-shot, no H_GbS
    const Heatmap sized = map.resized(width, height);
    const Peak peak = map.resized_peak(width, height);
    for (const MapFormat format : options_.formats) {
        if ((present.files & file_bit(kind, format)) != 0) continue;
        const std::string name = present.stem + file_suffix(kind, format);
        files.push_back(folder_ / name);
        {
            const std::lock_guard lock(mutex_);
            unlisted_[valid_utf8(name)] = files.back();
        }
        json line{{"photo", photo_name(photo.task.photo)},
                  {"phrase", grounding.phrase},
                  {"map", map_name(kind)},
                  {"format", format_name(format)},
                  {"file", valid_utf8(name)},
                  {"width", width},
                  {"height", height},
                  {"peak", {peak.x, peak.y}},
                  {"value", peak.value},
                  {"model", model_}};
        if (format == MapFormat::overlay) {
            const ValueRange range = color_limits(look, resized_range(map, width, height), {});
            write_image(overlay(*photo.image, sized, peak, look, range), files.back());
            line["look"] = look_json(options_.look);
            line["limits"] = {range.low, range.high};
        } else if (format == MapFormat::png16) {
            write_png16(sized, files.back());
        } else {
            write_npy(sized, files.back());
        }
        lines += json_text(line) + '\n';
    }
}

}  // namespace gbs
