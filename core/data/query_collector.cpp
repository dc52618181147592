// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/query_collector.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "core/base/error.h"
#include "core/base/text_lines.h"
#include "core/base/utf8.h"

namespace gbs {
const char* fault_of(const BoundingBox& box, int width, int height) {
    for (const double corner : {box.x1, box.y1, box.x2, box.y2})
        if (!std::isfinite(corner)) return "not a number";
    if (box.x2 < box.x1 || box.y2 < box.y1) return "inverted box";
    if (box.x1 == box.x2 || box.y1 == box.y2) return "box without area";
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > width || box.y2 > height) return "box outside of the image";
    return nullptr;
}

const char* fault_of_size(double width, double height) {
    if (!std::isfinite(width) || !std::isfinite(height)) return "not a number";
    if (width < 0 || height < 0) return "inverted box";
    return width == 0 || height == 0 ? "box without area" : nullptr;
}

const char* fault_of(std::string_view phrase) {
    if (trimmed(phrase).empty()) return "empty phrase";
    return valid_utf8(phrase) == phrase ? nullptr : "phrase that is not UTF-8";
}

double number_in(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failure == std::errc() && end == text.data() + text.size();
    return whole ? value : std::numeric_limits<double>::quiet_NaN();
}

void QueryCollector::add(PhraseQuery query) {
    if (const char* fault = fault_of(query.phrase)) return skip(fault);
    if (queries_.size() >= most_)
        throw Error("there are more than " + std::to_string(most_) +
                    " phrases, more than can be scored at once; choose a split");
    queries_.push_back(std::move(query));
}

}  // namespace gbs
