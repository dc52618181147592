// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/annotated_image.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/file_io.h"
#include "core/base/read_error.h"
#include "core/data/box_checks.h"
#include "core/data/split_lists.h"

namespace gbs {
namespace {

constexpr std::size_t start_bytes = std::size_t{64} << 10;
/// Of an image: far more than a person draws.
constexpr std::size_t max_shapes = 100'000;

}  // namespace

AnnotatedImage::AnnotatedImage(std::string name, int width, int height, QueryCollector& out) : out_(out) {
    image_.image = std::move(name);
    image_.width = width;
    image_.height = height;
}

void AnnotatedImage::finish() {
    for (auto& [label, shapes] : shapes_) {
        PhraseQuery query = image_;
        query.phrase = label;
        query.boxes = std::move(shapes.boxes);
        if (out_.wants_masks()) {
            query.masks = std::move(shapes.masks);
            query.masks.resize(query.boxes.size());
        }
        query.outlines = std::move(shapes.outlines);
        if (!query.outlines.empty() || !shapes.points.empty()) query.outlines.resize(query.boxes.size());
        for (const ShapePoint& point : shapes.points) query.outlines.push_back({point});
        out_.add(std::move(query), std::move(shapes.scores));
    }
    shapes_.clear();
}

void AnnotatedImage::set_score(double score) {
    score_ = std::isfinite(score) ? score : 1;
}

void AnnotatedImage::add_box(std::string label, double left, double top, double right, double bottom) {
    const ShapePoint corners[] = {{left, top}, {right, bottom}};
    add(std::move(label), corners);
}

void AnnotatedImage::add_ellipse(std::string label, double x, double y, double across, double down) {
    add_box(std::move(label), x - across, y - down, x + across, y + down);
}

void AnnotatedImage::add_outline(std::string label, std::span<const ShapePoint> points, Line line) {
    if (!out_.wants_masks()) out_.adjust("outline, read as the box around it");
    std::ranges::replace(label, '_', ' ');
    if (!add_around(label, points)) return;
    Shapes& shapes = shapes_[label];
    shapes.outlines.resize(shapes.boxes.size());
    shapes.outlines.back().assign(points.begin(), points.end());
    if (!out_.wants_masks() || line == Line::open || points.size() < 3) return;
    shapes.masks.resize(shapes.boxes.size());
    shapes.masks.back() = std::make_shared<const Mask>(image_.width, image_.height,
                                                       std::vector<Mask::Ring>{shapes.outlines.back()});
}

void AnnotatedImage::add_box_of_mask(std::string label, std::span<const ShapePoint> corners) {
    out_.adjust("mask, read as the box around it");
    add(std::move(label), corners);
}

void AnnotatedImage::add_picture(std::string label, int left, int top, const MaskPicture& picture) {
    const ShapePoint corners[] = {{double(left), double(top)},
                                  {double(left) + picture.width, double(top) + picture.height}};
    std::ranges::replace(label, '_', ' ');
    if (!add_around(label, corners)) return;
    Shapes& shapes = shapes_[label];
    shapes.masks.resize(shapes.boxes.size());
    shapes.masks.back() = make_mask(image_.width, image_.height, left, top, picture);
}

void AnnotatedImage::add(std::string label, std::span<const ShapePoint> points) {
    std::ranges::replace(label, '_', ' ');
    add_around(label, points);
}

void AnnotatedImage::add_point(std::string label, std::span<const ShapePoint> points) {
    out_.skip("point");
    std::ranges::replace(label, '_', ' ');
    if (find_phrase_fault(label) || points.size() != 1) return;
    const auto [x, y] = points.front();
    if (!(x >= 0 && y >= 0 && x <= image_.width && y <= image_.height)) return;
    if (auto& kept = shapes_[label].points; kept.size() < max_shapes) kept.push_back({x, y});
}

bool AnnotatedImage::add_around(const std::string& label, std::span<const ShapePoint> points) {
    const auto skip = [this](const std::string& reason) {
        out_.skip(reason);
        return false;
    };
    if (const char* fault = find_phrase_fault(label)) return skip(std::string("shape with an ") + fault);
    if (points.size() < 2) return skip("point");
    double left = std::numeric_limits<double>::infinity(), top = left, right = -left, bottom = -left;
    for (const auto& [x, y] : points) {
        if (!std::isfinite(x) || !std::isfinite(y)) return skip("not a number");
        left = std::min(left, x);
        top = std::min(top, y);
        right = std::max(right, x);
        bottom = std::max(bottom, y);
    }
    const double width = image_.width, height = image_.height;
    if (left >= width || top >= height || right <= 0 || bottom <= 0) return skip("box outside the image");
    if (left < 0 || top < 0 || right > width || bottom > height)
        out_.adjust("box cut at the edge of the image");
    left = std::max(left, 0.0);
    top = std::max(top, 0.0);
    const BoundingBox box =
        box_from_xywh(left, top, std::min(right, width) - left, std::min(bottom, height) - top);
    if (const char* fault = find_fault(box, image_.width, image_.height)) return skip(fault);
    std::vector<BoundingBox>& boxes = shapes_[label].boxes;
    if (boxes.size() >= max_shapes) return skip("shape beyond the first 100,000 of a label");
    boxes.push_back(box);
    shapes_[label].scores.push_back(score_);
    return true;
}

std::string read_start(const std::filesystem::path& file) {
    std::string start(start_bytes, '\0');
    std::ifstream stream = open_to_read(file);
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (stream.bad()) throw ReadError("cannot read " + file.string());
    start.resize(static_cast<std::size_t>(stream.gcount()));
    return start;
}

bool recognize_by_start(BenchmarkFolder& about, std::string_view extension,
                        const std::function<bool(std::string_view)>& suits) {
    for (const std::filesystem::path& file : about.index->others())
        if (file.extension() == extension && suits(read_start(file))) about.files.push_back(file);
    if (about.files.empty()) return false;
    about.splits = all_and_split_lists(*about.index);
    return true;
}

void for_each_file(const ReaderInput& input, const std::function<void(const std::filesystem::path&)>& read) {
    std::size_t done = 0;
    for (const std::filesystem::path& file : input.about.files) {
        if (input.stop.stop_requested()) throw Cancelled();
        if (input.progress) input.progress(++done, input.about.files.size());
        read(file);
    }
}

std::optional<ImageSize> photo_size(const std::filesystem::path& photo, QueryCollector& out) {
    try {
        return read_image_size(photo);
    } catch (const Error&) {
        out.skip("image whose photo cannot be read");
        return {};
    }
}

}  // namespace gbs
