// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_values.h"
#include "core/data/phrase_queries.h"

namespace gbs {

/// Why a box of the ground truth cannot be used, or null: something not finite, inverted, without area, or a
/// corner outside of the image.
const char* fault_of(const BoundingBox& box, int width, int height);
/// The same of a box given by its width and height, which may be 0 or negative.
const char* fault_of_size(double width, double height);
/// Why a phrase cannot be used, or null: empty, or not UTF-8.
const char* fault_of(std::string_view phrase);
/// The number that a whole text is, white space aside; NaN where it is none.
double number_in(std::string_view text);

/// COCO's and Visual Genome's x, y, width, height (0-based, the outer corner of a pixel) as corners of the
/// pixels covered, 1-based and inclusive.
inline BoundingBox from_xywh(double x, double y, double width, double height) {
    return {x + 1, y + 1, x + width, y + height};
}

/// Takes what the readers of benchmarks find, counts what they leave out, and keeps the memory bounded.
class QueryCollector {
 public:
    static constexpr std::size_t most_phrases = 2'000'000;

    explicit QueryCollector(std::size_t most = most_phrases) : most_(most) {}

    /// A phrase that cannot be used is counted instead. Throws Error for more phrases than may be kept.
    void add(PhraseQuery query);
    void skip(const std::string& reason, std::size_t count = 1) { skipped_[reason] += count; }
    void adjust(const std::string& what) { ++adjusted_[what]; }

    std::vector<PhraseQuery>& queries() { return queries_; }
    std::map<std::string, std::size_t>& skipped() { return skipped_; }
    std::map<std::string, std::size_t>& adjusted() { return adjusted_; }

 private:
    std::size_t most_;
    std::vector<PhraseQuery> queries_;
    std::map<std::string, std::size_t> skipped_, adjusted_;
};

}  // namespace gbs
