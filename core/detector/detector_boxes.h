// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/base/byte_progress.h"
#include "core/detector/detector_scores.h"
#include "core/image/photo_names.h"

namespace gbs {

/// Continuous edges in pixels of the image: (0, 0) is the outer corner of the first pixel, x2 = width the
/// outer edge of the last column. COCO's [x, y, width, height] is [x, y, x + width, y + height] here.
struct DetectorBox {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double score = 1;  ///< 0 to 1 once a file has been read
};

/// The boxes of a phrase or a class.
struct DetectorAnswer {
    std::string name;  ///< the phrase or the class
    bool is_class = false;
    std::vector<DetectorBox> boxes;
};

/// All boxes of one image.
struct DetectorImage {
    std::string image;  ///< its name in the file
    /// Of the image that the boxes refer to; 0 if unknown. Relative boxes refer to an image of 1 x 1, boxes in
    /// thousandths to one of 1000 x 1000.
    int width = 0;
    int height = 0;
    std::vector<DetectorAnswer> answers;
};

/// The boxes of a detector for a phrase of an image, in pixels of the requested size.
struct DetectorMatch {
    enum class Kind { none, phrase, label };

    Kind kind = Kind::none;
    std::string name;  ///< the phrase or class that matched
    std::vector<DetectorBox> boxes;
};

/// The boxes of a detector by image and by phrase or class.
class DetectorBoxes {
 public:
    static constexpr std::size_t max_boxes_per_answer = 10'000;

    /// By the name in the file, as photo_names.h compares them; null if unknown or ambiguous.
    const DetectorImage* find(std::string_view image) const;

    /// The boxes given for this phrase (ignoring case, punctuation and spaces), else those of the class that
    /// the phrase is about (class_words.h), else none. If the file gives the size of the image, boxes are
    /// scaled from it to `width` x `height` (0: not scaled). Throws Error if the file gives no size and a box
    /// reaches beyond `width` x `height`: the boxes are in another unit.
    DetectorMatch boxes_for(std::string_view image, std::string_view phrase, int width = 0,
                            int height = 0) const;

    const std::vector<DetectorImage>& images() const { return images_; }
    std::vector<std::string> image_names() const;  ///< as the file has them
    std::size_t boxes() const;                     ///< total count
    /// Skipped boxes, lines and entries, by reason.
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }

    /// Adds a box, or counts it as skipped by reason: not a number, inverted, without area, outside the image
    /// (by more than a pixel, or 5 % if the image is 1 x 1; less is clipped), too many boxes. A `width` and
    /// `height` of 0 mean unknown. The score may still be of any range.
    void add(const std::string& image, int width, int height, const std::string& name, bool is_class,
             const DetectorBox& box);
    /// Records that the detector searched for the phrase or class, even if it found no box.
    void add_answer(const std::string& image, int width, int height, const std::string& name, bool is_class);
    void skip(const std::string& reason, std::size_t count = 1) { skipped_[reason] += count; }
    /// Declares the boxes of the image relative: its size becomes 1 x 1.
    void make_relative(const std::string& image);
    /// Brings all scores to 0 to 1. Throws Error, which begins with `file`, if they are not of that range.
    void normalize_scores(DetectorScores scores, const std::string& file);
    /// How they were brought there.
    DetectorScores scores() const { return scores_; }

 private:
    DetectorImage* find_or_add_image(const std::string& image, int width, int height);
    DetectorAnswer& find_or_add_answer(DetectorImage& image, const std::string& name, bool is_class);

    std::vector<DetectorImage> images_;
    PhotoNames names_;                                    ///< of `images_`, in the same order
    std::unordered_map<std::string, std::size_t> index_;  ///< by normalized name
    std::map<std::tuple<std::size_t, bool, std::string>, std::size_t> answers_;  ///< by image, kind and name
    std::map<std::string, std::size_t> skipped_;
    DetectorScores scores_ = DetectorScores::as_given;
};

/// Reads the boxes of a detector. The format is recognized by the contents of the file:
/// - JSONL, one object per line, or a JSON list of such objects: {"image", "phrase", "width", "height",
///   "boxes": [[x1, y1, x2, y2], ...], "scores": [...]}; detector_lines.h lists the keys and units.
/// - COCO results: [{"image_id", "category_id", "bbox": [x, y, w, h], "score"}, ...]; `instances` is the COCO
///   file with the "images" and "categories" that the ids refer to.
/// - COCO instances, with "images", "categories" and "annotations", or annotations with labels, a file or a folder
///   (drawn_labels.h), whose labels are classes: a perfect detector, score 1, or the score of the format.
///
/// Unusable entries are skipped and counted by reason. Large files are streamed. Throws Error if a file is
/// missing or has another format, has an unknown key, has boxes or scores in a unit that is not understood,
/// or if no usable box is left; Cancelled.
DetectorBoxes read_detector_boxes(const std::filesystem::path& file,
                                  const std::filesystem::path& instances = {},
                                  const ByteProgress& progress = {}, std::stop_token stop = {},
                                  DetectorScores scores = DetectorScores::as_given);

}  // namespace gbs
