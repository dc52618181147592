// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/heatmap.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <string_view>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace gbs {
namespace {

/// The position of a pixel of the resized map between two cells of the map, along one axis.
struct Tap {
    int low = 0;
    int high = 0;
    double fraction = 0;  ///< 0 at `low`, 1 at `high`
};

Tap make_tap(int pixel, int resized, int cells) {
    const double center = (pixel + 0.5) * cells / resized - 0.5;
    const double clamped = std::clamp(center, 0.0, cells - 1.0);
    const int low = static_cast<int>(clamped);
    return {low, std::min(low + 1, cells - 1), clamped - low};
}

std::vector<Tap> make_taps(int resized, int cells) {
    std::vector<Tap> taps(static_cast<std::size_t>(resized));
    for (int i = 0; i < resized; ++i) taps[i] = make_tap(i, resized, cells);
    return taps;
}

/// This form does not round on a flat patch, so that plateaus stay plateaus.
double between(double low, double high, double fraction) {
    return low + fraction * (high - low);
}

float sample(const Heatmap& map, const Tap& x, const Tap& y) {
    const double top = between(map.at(x.low, y.low), map.at(x.high, y.low), x.fraction);
    const double bottom = between(map.at(x.low, y.high), map.at(x.high, y.high), x.fraction);
    return static_cast<float>(between(top, bottom, y.fraction));
}

/// Pixels [first, last] of one axis between the same two cells.
struct Run {
    int first = 0;
    int last = 0;
};

std::vector<Run> find_runs(const std::vector<Tap>& taps) {
    std::vector<Run> runs;
    for (int i = 0; i < static_cast<int>(taps.size()); ++i) {
        if (runs.empty() || taps[i].low != taps[runs.back().first].low)
            runs.push_back({i, i});
        else
            runs.back().last = i;
    }
    return runs;
}

bool is_flat(const Heatmap& map, const Tap& x, const Tap& y) {
    const float value = map.at(x.low, y.low);
    return map.at(x.high, y.low) == value && map.at(x.low, y.high) == value &&
           map.at(x.high, y.high) == value;
}

void take_if_first_maximum(Peak& best, int x, int y, float value) {
    const bool earlier = std::pair(y, x) < std::pair(best.y, best.x);
    if (value > best.value || (value == best.value && earlier)) best = {x, y, value};
}

void check_size(const Heatmap& map, int width, int height) {
    if (map.empty()) throw Error("an empty heatmap cannot be resized");
    if (width <= 0 || height <= 0)
        throw Error("a heatmap cannot be resized to " + std::to_string(width) + " x " +
                    std::to_string(height));
}

}  // namespace

Heatmap::Heatmap(int width, int height, std::vector<float> values)
    : width_(width), height_(height), values_(std::move(values)) {
    if (width < 0 || height < 0 || static_cast<std::size_t>(width) * height != values_.size())
        throw Error("a heatmap of " + std::to_string(width) + " x " + std::to_string(height) + " got " +
                    std::to_string(values_.size()) + " values");
}

Heatmap Heatmap::resized(int width, int height) const {
    check_size(*this, width, height);
    const auto columns = make_taps(width, width_);
    const auto rows = make_taps(height, height_);
    std::vector<float> out;
    out.reserve(static_cast<std::size_t>(width) * height);
    for (const Tap& y : rows)
        for (const Tap& x : columns) out.push_back(sample(*this, x, y));
    return {width, height, std::move(out)};
}

Peak Heatmap::resized_peak(int width, int height) const {
    check_size(*this, width, height);
    const auto columns = make_taps(width, width_);
    const auto rows = make_taps(height, height_);
    const auto column_runs = find_runs(columns);
    const auto row_runs = find_runs(rows);

    Peak best{width, height, -std::numeric_limits<float>::infinity()};
    for (const Run& row : row_runs)
        for (const Run& column : column_runs)
            for (int y : {row.first, row.last})
                for (int x : {column.first, column.last})
                    take_if_first_maximum(best, x, y, sample(*this, columns[x], rows[y]));

    // Corners suffice for real numbers. On a gentle slope, rounding to float can lift a neighbor of the best
    // corner to the same value, so search all pixels of the few patches that reach the maximum. Flat patches
    // need no search.
    const float nearly = best.value - std::abs(best.value) * 1e-6F;
    for (const Run& row : row_runs)
        for (const Run& column : column_runs) {
            const Tap &x_tap = columns[column.first], &y_tap = rows[row.first];
            if (is_flat(*this, x_tap, y_tap)) continue;
            float corner = -std::numeric_limits<float>::infinity();
            for (int y : {row.first, row.last})
                for (int x : {column.first, column.last})
                    corner = std::max(corner, sample(*this, columns[x], rows[y]));
            if (!(corner >= nearly)) continue;
            for (int y = row.first; y <= row.last; ++y)
                for (int x = column.first; x <= column.last; ++x)
                    take_if_first_maximum(best, x, y, sample(*this, columns[x], rows[y]));
        }
    if (best.x == width) return {0, 0, sample(*this, columns[0], rows[0])};  // all NaN
    return best;
}

Heatmap geometric_mean(std::span<const Heatmap* const> maps) {
    const Heatmap& first = *maps.front();
    std::vector<float> values = first.values();
    for (const Heatmap* map : maps.subspan(1)) {
        if (map->width() != first.width() || map->height() != first.height())
            throw Error("the geometric mean needs heatmaps of equal size");
        for (std::size_t i = 0; i < values.size(); ++i) values[i] *= map->values()[i];
    }
    const double root = 1.0 / static_cast<double>(maps.size());
    for (float& value : values) {
        if (maps.size() == 2)
            value = value > 0 ? std::sqrt(value) : 0;
        else if (maps.size() > 2)
            value = value > 0 ? static_cast<float>(std::pow(value, root)) : 0;
    }
    return {first.width(), first.height(), std::move(values)};
}

void write_npy(const Heatmap& map, const std::filesystem::path& path) {
    static_assert(std::endian::native == std::endian::little, "the header declares little-endian");
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                         std::to_string(map.height()) + ", " + std::to_string(map.width()) + "), }";
    // Magic, version and length are 10 bytes. Data starts at a multiple of 64; the header ends with
    // a newline.
    header.append(63 - (10 + header.size()) % 64, ' ');
    header.push_back('\n');
    write_atomically(path, [&](std::ostream& out) {
        out.write("\x93NUMPY\x01\x00", 8);
        out.put(static_cast<char>(header.size() & 0xff)).put(static_cast<char>(header.size() >> 8));
        out << header;
        out.write(reinterpret_cast<const char*>(map.values().data()),
                  static_cast<std::streamsize>(map.values().size() * sizeof(float)));
    });
}

void write_png16(const Heatmap& map, const std::filesystem::path& path) {
    if (map.empty()) throw Error(path.string() + ": an empty heatmap cannot be written as an image");
    cv::Mat gray(map.height(), map.width(), CV_16UC1);
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < map.width(); ++x) {
            const float value = map.at(x, y);
            gray.at<std::uint16_t>(y, x) =
                static_cast<std::uint16_t>(value > 0 ? std::lround(std::min(value, 1.0F) * 65535) : 0);
        }
    std::vector<std::uint8_t> bytes;
    try {
        cv::imencode(".png", gray, bytes);
    } catch (const cv::Exception& failure) {
        throw Error(path.string() + ": the map cannot be encoded as PNG: " + failure.what());
    }
    write_atomically(path, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace gbs
