// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/overlay.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/base/error.h"

namespace gbs {
namespace {

/// Bytes red, green, blue of 0xAARRGGBB.
std::array<std::uint8_t, 3> bytes_of(std::uint32_t color) {
    return {static_cast<std::uint8_t>(color >> 16), static_cast<std::uint8_t>(color >> 8),
            static_cast<std::uint8_t>(color)};
}

void blend(Image& image, const Heatmap& map, const MapLook& look, ValueRange range) {
    const auto colors = look_colors(look);
    const float factor = 255.F / (range.high - range.low);
    std::uint8_t* pixel = image.rgb.data();
    for (const float value : map.values()) {
        const float step = (value - range.low) * factor;
        const std::uint32_t color =
            colors[static_cast<std::size_t>(step > 0.F ? std::min(step, 255.F) + 0.5F : 0.F)];
        const int alpha = static_cast<int>(color >> 24);
        for (const int over : bytes_of(color)) {
            *pixel = static_cast<std::uint8_t>((over * alpha + *pixel * (255 - alpha) + 127) / 255);
            ++pixel;
        }
    }
}

/// A white line on a wider black one around the region at or above the threshold.
void draw_outline(cv::Mat& pixels, const Heatmap& map, float threshold, int thickness) {
    const cv::Mat values(map.height(), map.width(), CV_32F, const_cast<float*>(map.values().data()));
    std::vector<std::vector<cv::Point>> lines;
    cv::findContours(cv::Mat(values >= threshold), lines, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
    cv::drawContours(pixels, lines, -1, cv::Scalar::all(0), thickness + 2);
    cv::drawContours(pixels, lines, -1, cv::Scalar::all(255), thickness);
}

}  // namespace

Image overlay(const Image& photo, const Heatmap& map, const Peak& peak, const MapLook& look,
              ValueRange range) {
    if (map.width() != photo.width || map.height() != photo.height)
        throw Error("an overlaid map must have the size of the photo");
    Image result = photo;
    blend(result, map, look, range);
    cv::Mat pixels(photo.height, photo.width, CV_8UC3, result.rgb.data());

    const int radius = std::max(4, std::min(photo.width, photo.height) / 40);
    const int thickness = std::max(1, radius / 5);
    if (look.threshold) draw_outline(pixels, map, *look.threshold, thickness);
    // White on black is visible on any color.
    cv::circle(pixels, {peak.x, peak.y}, radius, {0, 0, 0}, 3 * thickness, cv::LINE_AA);
    cv::circle(pixels, {peak.x, peak.y}, radius, {255, 255, 255}, thickness, cv::LINE_AA);
    return result;
}

void draw_box(Image& image, double left, double top, double right, double bottom, int thickness) {
    cv::Mat pixels(image.height, image.width, CV_8UC3, image.rgb.data());
    const cv::Point from(static_cast<int>(left), static_cast<int>(top));
    const cv::Point to(static_cast<int>(right) - 1, static_cast<int>(bottom) - 1);
    cv::rectangle(pixels, from, to, cv::Scalar::all(0), thickness + 2);
    cv::rectangle(pixels, from, to, cv::Scalar::all(255), thickness);
}

Image overlay_gradient(int width, int height, ColorMap colors) {
    Image result{width, height, {}};
    const auto& table = color_table(colors);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int step = (255 * x + (width - 1) / 2) / std::max(1, width - 1);
            const auto bytes = bytes_of(table[static_cast<std::size_t>(step)]);
            result.rgb.insert(result.rgb.end(), bytes.begin(), bytes.end());
        }
    return result;
}

}  // namespace gbs
