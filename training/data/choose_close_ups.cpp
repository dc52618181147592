// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/choose_close_ups.h"

#include <algorithm>

#include "core/base/random.h"

namespace gbs::training {
namespace {

constexpr std::uint64_t close_up_stream = 41;
/// Sides, as parts of the photo's: smaller ones would be blurred, larger ones show what the photo shows.
constexpr Range sides{0.25, 0.75};
/// The part of a map's weight, squared as in L_map, that must be inside.
constexpr double least_share = 0.5;

/// Where a map is at least half of its range: left, top, right and bottom, as parts of the photo's size.
struct Extent {
    double left = 1, top = 1, right = 0, bottom = 0;
};

torch::Tensor scaled(const torch::Tensor& map) {
    const torch::Tensor low = map.min();
    return (map - low) / (map.max() - low).clamp_min(1e-4);
}

Extent extent(const torch::Tensor& map) {
    const auto height = map.size(0), width = map.size(1);
    const torch::Tensor cells = (scaled(map) >= 0.5).nonzero();
    const torch::Tensor first = std::get<0>(cells.min(0)), last = std::get<0>(cells.max(0)) + 1;
    const auto part = [](const torch::Tensor& of, std::int64_t axis, std::int64_t whole) {
        return static_cast<double>(of[axis].item<std::int64_t>()) / static_cast<double>(whole);
    };
    return {part(first, 1, width), part(first, 0, height), part(last, 1, width), part(last, 0, height)};
}

/// Whether the peak of the map and most of its weight are inside.
bool shows(const CloseUp& part, const torch::Tensor& map) {
    const auto height = map.size(0), width = map.size(1);
    const auto inside = [](std::int64_t cells, double from, double size) {
        const torch::Tensor centers = (torch::arange(cells) + 0.5) / static_cast<double>(cells);
        return torch::logical_and(centers >= from, centers < from + size);
    };
    const torch::Tensor cells = torch::logical_and(inside(height, part.top, part.size).unsqueeze(1),
                                                   inside(width, part.left, part.size).unsqueeze(0));
    const std::int64_t peak = map.argmax().item<std::int64_t>();
    const torch::Tensor weight = scaled(map).square();
    return cells.flatten()[peak].item<bool>() &&
           (weight * cells).sum().item<double>() >= least_share * weight.sum().item<double>();
}

/// A part around a thing, which fills half of its side or more, in a random place of it.
CloseUp part_around(const Extent& thing, Random& random) {
    CloseUp part;
    const double largest = std::max(thing.right - thing.left, thing.bottom - thing.top);
    part.size = std::clamp(largest * random.uniform(1, 2), sides.low, sides.high);
    const auto place = [&](double low, double high) {
        const double center = (low + high) / 2 + random.uniform(-0.25, 0.25) * part.size;
        return std::clamp(center - part.size / 2, 0.0, 1 - part.size);
    };
    part.left = place(thing.left, thing.right);
    part.top = place(thing.top, thing.bottom);
    return part;
}

}  // namespace

std::vector<CloseUp> choose_close_ups(const TrainingSet& set, const TeacherMaps& teacher, int count,
                                      std::uint64_t seed) {
    std::vector<CloseUp> close_ups;
    for (std::size_t photo = 0; photo < set.photos(); ++photo) {
        const std::vector<std::string>& phrases = teacher.phrases(photo);
        if (phrases.empty()) continue;
        for (int i = 0; i < count; ++i) {
            Random random(seed, close_up_stream, photo, i);
            const std::string& phrase = phrases[random.integer(phrases.size())];
            CloseUp part = part_around(extent(teacher.find(photo, phrase)), random);
            part.photo = photo;
            for (const std::string& other : phrases)
                if (shows(part, teacher.find(photo, other))) part.phrases.push_back(other);
            if (!part.phrases.empty()) close_ups.push_back(std::move(part));
        }
    }
    return close_ups;
}

}  // namespace gbs::training
