// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/byte_progress.h"

namespace gbs {

/// Edges in pixels of the image, continuous: (0, 0) is the outer corner of the first pixel, x2 = width the
/// outer edge of the last column. COCO's [x, y, width, height] is [x, y, x + width, y + height] here.
struct DetectorBox {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double score = 1;  ///< 0 to 1
};

/// What a detector said about a phrase, or found of a class.
struct DetectorAnswer {
    std::string name;  ///< the phrase or the class
    bool is_class = false;
    std::vector<DetectorBox> boxes;
};

/// All that a detector said about one image.
struct DetectorImage {
    std::string image;  ///< as the file names it
    int width = 0;      ///< of the image the boxes refer to; 0 where the file does not say
    int height = 0;
    std::vector<DetectorAnswer> answers;
};

/// The boxes that a detector has for a phrase of an image, in pixels of the size that was asked for.
struct DetectorMatch {
    enum class Kind { none, phrase, label };

    Kind kind = Kind::none;
    std::string name;  ///< the phrase or class that matched
    std::vector<DetectorBox> boxes;
};

/// Boxes of a detector by image and by phrase or class.
class DetectorBoxes {
 public:
    static constexpr std::size_t most_boxes_an_answer = 10'000;

    /// By the name as the file writes it, else by the last part of both names where that is unique.
    const DetectorImage* find(std::string_view image) const;

    /// The boxes for a phrase: those given for this very phrase (small and capital letters, punctuation and
    /// spaces aside), else those of the class that the phrase speaks of (class_words.h), else none.
    /// Where the file gives a size of the image, boxes are scaled from it to `width` x `height` (0: left as
    /// they are).
    DetectorMatch boxes_for(std::string_view image, std::string_view phrase, int width = 0,
                            int height = 0) const;

    const std::vector<DetectorImage>& images() const { return images_; }
    std::size_t boxes() const;  ///< in all
    /// Boxes, lines and entries that were left out, by reason.
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }

    /// Adds a box after checking it; a box that fails is counted under its reason: not a number, score not
    /// between 0 and 1, inverted, without area, outside of the image (by more than a pixel; less is cut off),
    /// too many boxes. `width` and `height` of 0 are not known.
    void add(const std::string& image, int width, int height, const std::string& name, bool is_class,
             const DetectorBox& box);
    /// The phrase or class is known to have been looked for, even where no box was found.
    void add_answer(const std::string& image, int width, int height, const std::string& name, bool is_class);
    void skip(const std::string& reason, std::size_t count = 1) { skipped_[reason] += count; }

 private:
    DetectorImage* image_of(const std::string& image, int width, int height);
    DetectorAnswer& answer_of(DetectorImage& image, const std::string& name, bool is_class);

    std::vector<DetectorImage> images_;
    std::unordered_map<std::string, std::size_t> index_;
    std::unordered_map<std::string, std::size_t> by_file_name_;
    std::unordered_map<std::string, std::size_t> answers_;  ///< by image, kind and name
    std::map<std::string, std::size_t> skipped_;
};

/// Reads boxes of a detector. The format is recognised by what the file holds:
/// - JSONL, one object a line: {"image", "phrase", "width", "height", "boxes": [[x1, y1, x2, y2], ...],
///   "scores": [...]}. Without "phrase" the boxes are of a class: "label" for all of them or "labels", one a
///   box. "width" and "height" (of the image that the detector saw) and "scores" (1) may be left out.
/// - COCO results: [{"image_id", "category_id", "bbox": [x, y, w, h], "score"}, ...]; `instances` is the
///   COCO file whose "images" and "categories" say what the numbers stand for.
/// - COCO instances: "images", "categories" and "annotations"; ground truth as a perfect detector, score 1.
///
/// What cannot be used is skipped and counted by reason. Files of any size are read as a stream.
/// Throws Error where a file is missing or of no such format, and where no usable box is left; Cancelled.
DetectorBoxes read_detector_boxes(const std::filesystem::path& file,
                                  const std::filesystem::path& instances = {},
                                  const ByteProgress& progress = {}, std::stop_token stop = {});

}  // namespace gbs
