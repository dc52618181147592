// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/box_checks.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "core/base/text_lines.h"
#include "core/base/utf8.h"
#include "core/data/phrase_limit.h"

namespace gbs {

const char* find_fault(const BoundingBox& box, int width, int height) {
    for (const double corner : {box.x1, box.y1, box.x2, box.y2})
        if (!std::isfinite(corner)) return "not a number";
    if (box.x2 < box.x1 || box.y2 < box.y1) return "inverted box";
    if (box.x1 == box.x2 || box.y1 == box.y2) return "box without area";
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > width || box.y2 > height) return "box outside the image";
    return nullptr;
}

const char* find_size_fault(double width, double height) {
    if (!std::isfinite(width) || !std::isfinite(height)) return "not a number";
    if (width < 0 || height < 0) return "inverted box";
    return width == 0 || height == 0 ? "box without area" : nullptr;
}

const char* find_phrase_fault(std::string_view phrase) {
    if (trimmed(phrase).empty()) return "empty phrase";
    if (phrase.size() > max_phrase_bytes) return long_phrase;
    return is_utf8(phrase) ? nullptr : "phrase that is not UTF-8";
}

double parse_number(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool complete = failure == std::errc() && end == text.data() + text.size();
    return complete ? value : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace gbs
