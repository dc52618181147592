// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/proposals.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

namespace gbs {
namespace {

constexpr int longest_side = 1024;

/// The edge pixels of the region that contains the pixel, which must be in one.
std::vector<cv::Point> outline_around(const cv::Mat& mask, cv::Point pixel) {
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    for (auto& outline : outlines)
        if (cv::pointPolygonTest(outline, pixel, false) >= 0) return std::move(outline);
    return {pixel};
}

/// The corners of the outline through the centers of its pixels; of a region without area in between, those of its box.
std::vector<std::array<double, 2>> simplify(const std::vector<cv::Point>& outline, const cv::Rect& box) {
    std::vector<cv::Point> corners;
    cv::approxPolyDP(outline, corners, 1, true);
    std::vector<std::array<double, 2>> points;
    if (corners.size() < 3)
        for (const cv::Point& corner :
             {box.tl(), {box.x + box.width, box.y}, box.br(), {box.x, box.y + box.height}})
            points.push_back({static_cast<double>(corner.x), static_cast<double>(corner.y)});
    else
        for (const cv::Point& corner : corners) points.push_back({corner.x + 0.5, corner.y + 0.5});
    return points;
}

}  // namespace

std::vector<Proposal> propose(const GroundedPhoto& photo, double threshold) {
    const int width = photo.image->width, height = photo.image->height;
    const double shrink = std::min(1.0, static_cast<double>(longest_side) / std::max(width, height));
    const int columns = std::max(1, static_cast<int>(std::lround(width * shrink))),
              rows = std::max(1, static_cast<int>(std::lround(height * shrink)));
    const double sx = static_cast<double>(width) / columns, sy = static_cast<double>(height) / rows;
    std::vector<Proposal> proposals;
    for (const Grounding& grounding : photo.groundings) {
        Heatmap map = grounding.mean.resized(columns, rows);
        const Peak peak = grounding.mean.resized_peak(columns, rows);
        if (peak.value <= 0) continue;
        const cv::Mat values(rows, columns, CV_32F, const_cast<float*>(map.values().data()));
        // The peak itself reaches every threshold, whatever the rounding.
        const cv::Mat mask = values >= std::min(threshold, 1.0) * peak.value * (1 - 1e-6);
        const auto outline = outline_around(mask, {peak.x, peak.y});
        const cv::Rect box = cv::boundingRect(outline);
        Proposal proposal{
            .phrase = grounding.phrase,
            .box = {box.x * sx, box.y * sy, (box.x + box.width) * sx, (box.y + box.height) * sy},
            .score = grounding.strength.value_or(peak.value)};
        for (const auto& [x, y] : simplify(outline, box)) proposal.outline.push_back({x * sx, y * sy});
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

nlohmann::json describe_proposals(const GroundedPhoto& photo, double threshold) {
    nlohmann::json places = nlohmann::json::array();
    for (const Proposal& each : propose(photo, threshold))
        places.push_back({{"phrase", each.phrase},
                          {"kind", "polygon"},
                          {"box", each.box},
                          {"outline", each.outline},
                          {"score", each.score}});
    const std::string name = photo.task.name.empty() ? photo.task.photo.filename().string() : photo.task.name;
    return {{"photo", photo.task.photo.string()},
            {"name", name},
            {"width", photo.image->width},
            {"height", photo.image->height},
            {"places", places}};
}

}  // namespace gbs
