// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gbs {

/// Corners in pixels of the original image, 1-based and inclusive: x1 = 1, x2 = width spans all columns.
/// The pixel with 0-based column x and row y lies inside where x1 <= x + 1 <= x2 and y1 <= y + 1 <= y2: its
/// centre in 1-based pixels is inside, edges included.
struct BoundingBox {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;

    bool contains(int x, int y) const { return x1 <= x + 1 && x + 1 <= x2 && y1 <= y + 1 && y + 1 <= y2; }
};

/// A phrase of an image and where it is: any of the boxes.
struct PhraseQuery {
    std::string image;  ///< file name
    int width = 0;      ///< of the original image, which the boxes refer to
    int height = 0;
    std::string phrase;
    std::vector<BoundingBox> boxes;
    /// Of the thing in this image that the phrase names, where the data tell: phrases of one image and one
    /// entity are paraphrases.
    std::string entity{};
    std::vector<std::string> categories{};  ///< Flickr30k Entities' types, COCO's supercategory
    bool not_visual = false;                ///< the data say that it cannot be seen
};

struct PhraseQueries {
    std::vector<PhraseQuery> queries;  ///< in the order of the file, each with at least one box
    std::map<std::string, std::size_t> skipped_rows;  ///< by reason

    std::size_t boxes() const;
};

/// Reads a TSV with a header that names at least image, width, height, x1, y1, x2, y2 and phrase, in any
/// order; one row a box. Columns "types" (categories, separated by "/") and "entity" may be there. Rows of
/// one image and phrase are one query, wherever they stand. A row is skipped and counted where columns are
/// missing, a number cannot be read or is not finite, the size is not that of the image's first row, the
/// phrase is empty, or the box is inverted, without area (x1 = x2 or y1 = y2) or outside of the image (a
/// corner below 0 or beyond the width or height). Throws Error where the file is missing, has another header,
/// or has no usable row.
PhraseQueries read_phrase_queries(const std::filesystem::path& file);

}  // namespace gbs
