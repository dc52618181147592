// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/heatmap_files.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/line_reader.h"
#include "core/base/words.h"
#include "core/image/image_header.h"
#include "core/image/npy_map.h"
#include "core/image/png_decoder.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_values = 100'000'000;

std::string map_key(std::size_t image, const std::string& phrase) {
    return std::to_string(image) + '\t' + normalize_phrase(phrase);
}

Heatmap read_png_map(const fs::path& file) {
    const std::string bytes = read_text(file);
    const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
    const ImageHeader header = read_image_header(data, file.string());
    if (header.format != ImageHeader::Format::png || header.width < 1 || header.height < 1 ||
        static_cast<std::size_t>(header.width) * static_cast<std::size_t>(header.height) > max_values)
        throw MapError(file, "not a PNG of a valid size");
    const cv::Mat gray = [&] {
        try {
            std::string warning;  // of a file with all its pixels
            return decode_png(data, file.string(), warning);
        } catch (const Error& error) {
            throw MapError(file, "the PNG cannot be decoded", std::string(": ") + error.what());
        }
    }();
    if (gray.channels() != 1)
        throw MapError(file,
                       "the PNG has " + std::to_string(gray.channels()) + " channels; a map must be gray");
    cv::Mat values;
    gray.convertTo(values, CV_32F, gray.depth() == CV_16U ? 1.0 / 65535 : 1.0 / 255);
    return {values.cols, values.rows, std::vector<float>(values.begin<float>(), values.end<float>())};
}

}  // namespace

Heatmap read_map(const fs::path& file) {
    if (file.extension() == ".npy") return read_npy_map(file);
    if (file.extension() == ".png") return read_png_map(file);
    throw MapError(file, "maps must be .npy or .png files");
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
