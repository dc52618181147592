// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/large_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <opencv2/imgcodecs.hpp>
#include <vector>

#include "core/report/html.h"
#include "core/report/report_parts.h"

namespace gbs {

namespace {

constexpr int photo_quality = 80;
constexpr int most_cells = 128;  ///< of the longer side of a map

/// The steps of a color channel, 0 to 1: 0 blue, 8 green, 16 red, 24 opacity.
std::string channel_table(const std::array<std::uint32_t, 256>& colors, int shift) {
    std::string text;
    for (std::size_t i = 0; i < colors.size(); i += 5)
        text += (text.empty() ? "" : " ") + format_fixed((colors[i] >> shift & 255) / 255.0, 3);
    return text;
}

std::string channel(const char* name, const std::array<std::uint32_t, 256>& colors, int shift) {
    return std::string("<feFunc") + name + " type=\"table\" tableValues=\"" + channel_table(colors, shift) +
           "\"/>";
}

/// The values between the limits as a gray PNG.
std::string gray_png(const Heatmap& map, ValueRange range) {
    const int longer = std::max(map.width(), map.height());
    const double scale = std::min(1.0, static_cast<double>(most_cells) / longer);
    const auto scaled = [scale](int side) {
        return std::max(1, static_cast<int>(std::lround(side * scale)));
    };
    const Heatmap small = scale < 1 ? map.resized(scaled(map.width()), scaled(map.height())) : map;
    cv::Mat pixels(small.height(), small.width(), CV_8U);
    for (int y = 0; y < small.height(); ++y)
        for (int x = 0; x < small.width(); ++x) {
            const float step = (small.at(x, y) - range.low) / (range.high - range.low);
            pixels.at<std::uint8_t>(y, x) =
                static_cast<std::uint8_t>(std::lround(255 * std::clamp(step, 0.F, 1.F)));
        }
    std::vector<std::uint8_t> bytes;
    cv::imencode(".png", pixels, bytes, {cv::IMWRITE_PNG_COMPRESSION, 9});
    return data_uri("image/png", bytes);
}

std::string size_of(const LargePicture& picture) {
    return "width=\"" + std::to_string(picture.width) + "\" height=\"" + std::to_string(picture.height) +
           "\"";
}

std::string begin(const LargePicture& picture) {
    return "<a class=\"large\" id=\"" + picture.id + "\" href=\"#" + picture.back + "\"><svg viewBox=\"0 0 " +
           std::to_string(picture.width) + " " + std::to_string(picture.height) + "\"><use href=\"#" +
           picture.photo + "\"/>";
}

std::string end(const LargePicture& picture) {
    return "</svg><span>" + picture.caption + "</span></a>\n";
}

}  // namespace

std::string map_color_filter(const MapLook& look) {
    const auto colors = look_colors(look);
    // The color comes from the value, and so does the opacity; one picture holds both only after the last step.
    return "<svg class=\"store\" width=\"0\" height=\"0\"><filter id=\"map-colors\" x=\"0\" y=\"0\" width=\"1\" "
           "height=\"1\" color-interpolation-filters=\"sRGB\"><feComponentTransfer in=\"SourceGraphic\" "
           "result=\"color\">" +
           channel("R", colors, 16) + channel("G", colors, 8) + channel("B", colors, 0) +
           "</feComponentTransfer><feColorMatrix in=\"SourceGraphic\" type=\"matrix\" "
           "values=\"0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0\"/><feComponentTransfer result=\"opacity\">" +
           channel("A", colors, 24) +
           "</feComponentTransfer><feComposite in=\"color\" in2=\"opacity\" operator=\"in\"/></filter></svg>\n";
}

std::string stored_photo(const std::string& id, const Image& photo) {
    return "<svg class=\"store\" width=\"0\" height=\"0\"><defs><image id=\"" + id + "\" width=\"" +
           std::to_string(photo.width) + "\" height=\"" + std::to_string(photo.height) + "\" href=\"" +
           jpeg_uri(photo, photo_quality) + "\"/></defs></svg>\n";
}

std::string large_map(const LargePicture& picture, const Heatmap& map, ValueRange range, const Peak& peak) {
    const int shorter = std::min(picture.width, picture.height);
    const double radius = std::max(4.0, shorter / 40.0), line = std::max(1.0, radius / 5);
    std::string text = begin(picture) + "<image " + size_of(picture) +
                       " preserveAspectRatio=\"none\" filter=\"url(#map-colors)\" href=\"" +
                       gray_png(map, range) + "\"/>";
    for (const auto& [color, width] : {std::pair{"#000", 3 * line}, std::pair{"#fff", line}})
        text += "<circle cx=\"" + format_fixed(peak.x + 0.5, 1) + "\" cy=\"" + format_fixed(peak.y + 0.5, 1) +
                "\" r=\"" + format_fixed(radius, 1) + "\" fill=\"none\" stroke=\"" + color +
                "\" stroke-width=\"" + format_fixed(width, 1) + "\"/>";
    return text + end(picture);
}

std::string large_boxes(const LargePicture& picture, std::span<const DetectorBox> boxes) {
    std::string text = begin(picture);
    for (const DetectorBox& box : boxes)
        for (const auto& [color, width] : {std::pair{"#000", 4}, std::pair{"#fff", 2}})
            text += "<rect x=\"" + format_fixed(box.x1, 1) + "\" y=\"" + format_fixed(box.y1, 1) +
                    "\" width=\"" + format_fixed(box.x2 - box.x1, 1) + "\" height=\"" +
                    format_fixed(box.y2 - box.y1, 1) + "\" fill=\"none\" stroke=\"" + color +
                    "\" stroke-width=\"" + std::to_string(width) + "\"/>";
    return text + end(picture);
}

}  // namespace gbs
