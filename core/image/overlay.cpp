// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/overlay.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"

namespace gbs {
namespace {

cv::Mat colorize(const cv::Mat& values) {
    cv::Mat levels, colors;
    values.convertTo(levels, CV_8U, 255);
    cv::applyColorMap(levels, colors, cv::COLORMAP_VIRIDIS);
    cv::cvtColor(colors, colors, cv::COLOR_BGR2RGB);
    return colors;
}

}  // namespace

Image overlay(const Image& photo, const Heatmap& map, const Peak& peak, double opacity) {
    if (map.width() != photo.width || map.height() != photo.height)
        throw Error("an overlaid map must have the size of the photo");
    Image result = photo;
    cv::Mat pixels(photo.height, photo.width, CV_8UC3, result.rgb.data());
    const cv::Mat values(photo.height, photo.width, CV_32F, const_cast<float*>(map.values().data()));
    cv::addWeighted(colorize(values), opacity, pixels, 1 - opacity, 0, pixels);

    const int radius = std::max(4, std::min(photo.width, photo.height) / 40);
    const int thickness = std::max(1, radius / 5);
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

Image overlay_gradient(int width, int height) {
    cv::Mat values(height, width, CV_32F);
    for (int x = 0; x < width; ++x) values.col(x).setTo(static_cast<double>(x) / std::max(1, width - 1));
    Image result{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3)};
    colorize(values).copyTo(cv::Mat(height, width, CV_8UC3, result.rgb.data()));
    return result;
}

}  // namespace gbs
