// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/benchmark_formats.h"
#include "core/data/query_collector.h"
#include "core/image/image.h"

namespace gbs {

/// x and y in pixels of the image; (0, 0) is the outer corner of the first pixel.
using ShapePoint = std::array<double, 2>;

/// The shapes that an annotation tool has drawn in an image. All shapes with one label are a phrase, the label, with
/// several boxes.
class AnnotatedImage {
 public:
    AnnotatedImage(std::string name, int width, int height, QueryCollector& out);
    /// A closed line has an inside, an open one none.
    enum class Line { closed, open };

    /// Of the shapes that are added from now on, if a detector has drawn them; not a number means 1, as without it.
    void set_score(double score);
    /// The box around the points, cut at the edges of the image; skipped with a reason if there is none. Underscores of
    /// a label are spaces.
    void add(std::string label, std::span<const ShapePoint> points);
    void add_box(std::string label, double left, double top, double right, double bottom);
    /// The box around an ellipse with these radii.
    void add_ellipse(std::string label, double x, double y, double across, double down);
    /// As `add`, and keeps the outline; the box around it is what counts, unless masks are wanted.
    void add_outline(std::string label, std::span<const ShapePoint> points, Line line = Line::closed);
    bool wants_masks() const { return out_.wants_masks(); }
    /// If masks are wanted: one as a picture whose upper left pixel is (left, top) of the image.
    void add_picture(std::string label, int left, int top, const MaskPicture& picture);
    /// The box of a mask that is not wanted, or cannot be read.
    void add_box_of_mask(std::string label, std::span<const ShapePoint> corners);
    /// A point has no area: no box, and counted as skipped. It stays among the outlines of its label, after those of the
    /// boxes, as one corner.
    void add_point(std::string label, std::span<const ShapePoint> points);
    /// Hands the phrases to the collector. Call it once, after all shapes.
    void finish();

 private:
    PhraseQuery image_;
    QueryCollector& out_;
    double score_ = 1;
    struct Shapes {
        std::vector<BoundingBox> boxes;
        std::vector<double> scores;  ///< of the boxes
        std::vector<std::vector<ShapePoint>> outlines;
        std::vector<ShapePoint> points;
        std::vector<std::shared_ptr<const Mask>> masks;  ///< of the boxes, if wanted
    };
    bool add_around(const std::string& label, std::span<const ShapePoint> points);
    std::map<std::string, Shapes> shapes_;
};

/// The first 64 KiB of a file. Throws ReadError.
std::string read_start(const std::filesystem::path& file);

/// Makes the files with this extension, such as ".json", whose first 64 KiB `suits` accepts, the files of the benchmark,
/// with its splits. Returns whether there are any.
bool recognize_by_start(BenchmarkFolder& about, std::string_view extension,
                        const std::function<bool(std::string_view)>& suits);

/// Hands the files of the benchmark over, one after the other, with progress. Throws Cancelled.
void for_each_file(const ReaderInput& input, const std::function<void(const std::filesystem::path&)>& read);

/// The width and height of a photo. Nothing, and counted, if it cannot be read.
std::optional<ImageSize> photo_size(const std::filesystem::path& photo, QueryCollector& out);

}  // namespace gbs
