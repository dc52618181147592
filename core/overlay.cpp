#include "core/overlay.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace gbs {

Image overlay(const Image& photo, const Heatmap& map, double opacity) {
    Image result = photo;
    cv::Mat pixels(photo.height, photo.width, CV_8UC3, result.rgb.data());
    const Heatmap sized = map.resized(photo.width, photo.height);
    const cv::Mat values(photo.height, photo.width, CV_32F, const_cast<float*>(sized.values().data()));
    cv::Mat levels, colours;
    values.convertTo(levels, CV_8U, 255);
    cv::applyColorMap(levels, colours, cv::COLORMAP_VIRIDIS);
    cv::cvtColor(colours, colours, cv::COLOR_BGR2RGB);
    cv::addWeighted(colours, opacity, pixels, 1 - opacity, 0, pixels);

    const Peak peak = map.resized_peak(photo.width, photo.height);
    const int radius = std::max(4, std::min(photo.width, photo.height) / 40);
    const int thickness = std::max(1, radius / 5);
    // White on black: seen on any colour.
    cv::circle(pixels, {peak.x, peak.y}, radius, {0, 0, 0}, 3 * thickness, cv::LINE_AA);
    cv::circle(pixels, {peak.x, peak.y}, radius, {255, 255, 255}, thickness, cv::LINE_AA);
    return result;
}

}  // namespace gbs
