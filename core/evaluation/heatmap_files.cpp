// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/heatmap_files.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <regex>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"
#include "core/base/words.h"
#include "core/image/image_header.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_values = 100'000'000;

std::string map_key(std::size_t image, const std::string& phrase) {
    return std::to_string(image) + '\t' + normalize_phrase(phrase);
}

Heatmap checked(const fs::path& file, int width, int height, std::vector<float> values) {
    for (const float value : values)
        if (!std::isfinite(value))
            throw Error(file.string() + ": the map contains a value that is not a number");
    return {width, height, std::move(values)};
}

template <typename T>
std::vector<float> converted(const char* bytes, std::size_t count, double divisor) {
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        T value;
        std::memcpy(&value, bytes + i * sizeof(T), sizeof(T));
        values[i] = static_cast<float>(value / divisor);
    }
    return values;
}

std::vector<float> from_halves(const char* bytes, std::size_t count) {
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint16_t half;
        std::memcpy(&half, bytes + 2 * i, 2);
        const int exponent = half >> 10 & 31, fraction = half & 1023;
        float value = exponent == 31 ? (fraction ? std::nanf("") : HUGE_VALF)
                      : exponent     ? std::ldexp(static_cast<float>(1024 + fraction), exponent - 25)
                                     : std::ldexp(static_cast<float>(fraction), -24);
        values[i] = half & 0x8000 ? -value : value;
    }
    return values;
}

Heatmap read_npy(const fs::path& file) {
    const auto refuse = [&](const std::string& why) -> Error { return Error(file.string() + ": " + why); };
    const std::string bytes = read_text(file, max_values * 8 + 70000);
    if (bytes.size() < 10 || !bytes.starts_with("\x93NUMPY")) throw refuse("not a .npy file");
    const bool wide = bytes[6] > 1;
    const std::size_t start = wide ? 12 : 10;
    if (bytes.size() < start) throw refuse("the file is truncated");
    std::uint32_t header_bytes = 0;
    std::memcpy(&header_bytes, bytes.data() + 8, wide ? 4 : 2);
    if (header_bytes > 65536 || bytes.size() < start + header_bytes) throw refuse("the file is truncated");
    const std::string header = bytes.substr(start, header_bytes);
    static const std::regex descr("'descr': *'([^']{1,8})'"), order("'fortran_order': *True"),
        shape("'shape': *\\(([0-9]{1,7}), *([0-9]{1,7}),?\\)");
    std::smatch type, size;
    if (!std::regex_search(header, type, descr)) throw refuse("the header names no type");
    if (!std::regex_search(header, size, shape)) throw refuse("a map must have the shape (height, width)");
    if (std::regex_search(header, order)) throw refuse("the map must be stored in C order");
    const int height = std::stoi(size[1]), width = std::stoi(size[2]);
    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (count == 0 || count > max_values)
        throw refuse("a map of " + std::to_string(width) + " x " + std::to_string(height) +
                     " cannot be read");
    const std::string name = type[1];
    const std::size_t each = name == "|u1" ? 1 : name == "<u2" || name == "<f2" ? 2 : name == "<f8" ? 8 : 4;
    if (bytes.size() - start - header_bytes < count * each) throw refuse("the file is truncated");
    const char* data = bytes.data() + start + header_bytes;
    if (name == "<f4") return checked(file, width, height, converted<float>(data, count, 1));
    if (name == "<f8") return checked(file, width, height, converted<double>(data, count, 1));
    if (name == "<f2") return checked(file, width, height, from_halves(data, count));
    if (name == "|u1") return checked(file, width, height, converted<std::uint8_t>(data, count, 255));
    if (name == "<u2") return checked(file, width, height, converted<std::uint16_t>(data, count, 65535));
    throw refuse("numbers of type " + name + " are not supported; save float32");
}

Heatmap read_png_map(const fs::path& file) {
    const std::string bytes = read_text(file);
    const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
    const ImageHeader header = read_image_header(data, file.string());
    if (header.format != ImageHeader::Format::png || header.width < 1 || header.height < 1 ||
        static_cast<std::size_t>(header.width) * static_cast<std::size_t>(header.height) > max_values)
        throw Error(file.string() + ": not a PNG of a valid size");
    cv::Mat gray;
    try {
        gray = cv::imdecode(data, cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception& failure) {
        throw Error(file.string() + ": the map cannot be decoded: " + failure.what());
    }
    if (gray.empty() || gray.channels() != 1) throw Error(file.string() + ": a map must be a gray PNG");
    cv::Mat values;
    gray.convertTo(values, CV_32F, gray.depth() == CV_16U ? 1.0 / 65535 : 1.0 / 255);
    return {values.cols, values.rows, std::vector<float>(values.begin<float>(), values.end<float>())};
}

}  // namespace

Heatmap read_map(const fs::path& file) {
    if (file.extension() == ".npy") return read_npy(file);
    if (file.extension() == ".png") return read_png_map(file);
    throw Error(file.string() + ": maps must be .npy or .png files");
}

MapManifest::MapManifest(const fs::path& file) : folder_(file.parent_path()) {
    for_each_line(file, [&](std::size_t, std::string_view text) {
        const auto line = parse_json(text);
        if (!line) {
            ++skipped_["line that is not valid JSON"];
            return;
        }
        std::string image = get_text(*line, "image");
        if (image.empty()) image = get_text(*line, "photo");
        const std::string phrase = get_text(*line, "phrase"), file_name = get_text(*line, "file"),
                          kind = get_text(*line, "map");
        const fs::path path = fs::path(file_name).lexically_normal();
        if (image.empty() || phrase.empty() || file_name.empty())
            ++skipped_["line without image, phrase or file"];
        else if (get_text(*line, "format") == "overlay" || (!kind.empty() && kind != "mean"))
            ++skipped_["overlay, or a map other than the mean"];
        else if (path.is_absolute() || path.string().starts_with(".."))
            ++skipped_["map outside the manifest's folder"];
        else if (!maps_.emplace(map_key(find_or_add_image(image), phrase), path.string()).second)
            ++skipped_["line with a duplicate image and phrase"];
    });
    if (maps_.empty())
        throw Error(file.string() +
                    ": lists no map; each line must be an object with \"image\", \"phrase\" and \"file\"");
}

std::size_t MapManifest::find_or_add_image(const std::string& name) {
    const auto [known, is_new] = index_.try_emplace(normalize_photo_name(name), images_.size());
    if (is_new) {
        images_.push_back(name);
        names_.add(name);
    }
    return known->second;
}

fs::path MapManifest::find(const std::string& image, const std::string& phrase) const {
    const auto known = names_.find(image).entry;
    if (!known) return {};
    const auto found = maps_.find(map_key(*known, phrase));
    return found == maps_.end() ? fs::path() : folder_ / found->second;
}

}  // namespace gbs
