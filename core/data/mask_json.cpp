// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/mask_json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/json_values.h"

namespace gbs {
namespace {

using nlohmann::json;

/// Decodes COCO's text of run lengths: five bits per character from the lowest, above 32 if more follow; from the third
/// on, the difference to the length before the last.
std::vector<std::int64_t> decode_lengths(const std::string& text) {
    constexpr int max_shift = 50;  // far more pixels than an image has
    std::vector<std::int64_t> lengths;
    for (std::size_t i = 0; i < text.size();) {
        std::int64_t value = 0;
        int shift = 0;
        for (bool more = true; more; shift += 5, ++i) {
            if (i >= text.size() || text[i] < 48 || text[i] > 111 || shift > max_shift)
                throw Error("run lengths of a mask that are not COCO's text");
            const std::int64_t bits = text[i] - 48;
            value |= (bits & 31) << shift;
            more = (bits & 32) != 0;
            if (!more && (bits & 16)) value -= std::int64_t{1} << (shift + 5);
        }
        if (lengths.size() > 2) value += lengths[lengths.size() - 2];
        lengths.push_back(value);
    }
    return lengths;
}

std::vector<std::int64_t> read_lengths(const json* counts) {
    if (counts && counts->is_string()) return decode_lengths(counts->get_ref<const std::string&>());
    if (!counts || !counts->is_array())
        throw Error("run lengths of a mask that are neither numbers nor text");
    std::vector<std::int64_t> lengths;
    for (const json& count : *counts) {
        const auto length = to_integer(count);
        if (!length) throw Error("run lengths of a mask that are not integers");
        lengths.push_back(*length);
    }
    return lengths;
}

Mask::RunEnds read_runs(const json& value, int width, int height) {
    const json* size = find_member(value, "size");  // height, width
    if (!size || !size->is_array() || size->size() != 2 || to_number((*size)[0]) != height ||
        to_number((*size)[1]) != width)
        throw Error("a mask of another size than its image");
    Mask::RunEnds ends;
    const auto pixels = static_cast<std::int64_t>(width) * height;
    std::int64_t end = 0;
    for (const std::int64_t length : read_lengths(find_member(value, "counts"))) {
        if (length < 0 || length > pixels - end)
            throw Error("the run lengths of a mask do not add up to the pixels of its image");
        end += length;
        ends.push_back(static_cast<std::uint64_t>(end));
    }
    return ends;
}

/// x1, y1, x2, y2, ...; empty for fewer than three corners.
Mask::Ring read_ring(const json& numbers) {
    Mask::Ring ring;
    if (numbers.size() < 6) return ring;
    if (numbers.size() % 2 != 0) throw Error("a polygon with an x without a y");
    for (std::size_t i = 0; i < numbers.size(); i += 2) {
        ring.push_back({to_number(numbers[i]), to_number(numbers[i + 1])});
        if (!std::isfinite(ring.back()[0]) || !std::isfinite(ring.back()[1]))
            throw Error("a polygon with a corner that is not a number");
    }
    return ring;
}

std::shared_ptr<const Mask> read_mask(const json* value, int width, int height) {
    std::vector<Mask::Ring> rings;
    std::vector<Mask::RunEnds> runs;
    if (value && value->is_object()) runs.push_back(read_runs(*value, width, height));
    if (value && value->is_array())
        for (const json& part : *value) {
            if (part.is_object()) runs.push_back(read_runs(part, width, height));
            if (!part.is_array()) continue;
            if (Mask::Ring ring = read_ring(part); !ring.empty()) rings.push_back(std::move(ring));
        }
    if (rings.empty() && runs.empty()) throw Error("neither a polygon nor run lengths");
    return std::make_shared<const Mask>(width, height, std::move(rings), std::move(runs));
}

}  // namespace

std::shared_ptr<const Mask> read_coco_mask(const json* value, int width, int height, QueryCollector& out) {
    try {
        return read_mask(value, width, height);
    } catch (const Error& error) {
        out.adjust(std::string("box without its mask: ") + error.what());
        return nullptr;
    }
}

}  // namespace gbs
