// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/npy_map.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/file_io.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_values = 100'000'000;
constexpr std::size_t max_header = std::size_t{1} << 20;

/// What the header says: a Python dictionary of type, order and shape.
struct NpyHeader {
    std::string type;
    bool fortran_order = false;
    std::vector<std::uint64_t> shape;
};

/// The text after `'key':`, without white space, or nothing.
std::optional<std::string_view> find_value(std::string_view header, const std::string& key) {
    for (const char quote : {'\'', '"'}) {
        const std::string quoted = quote + key + quote;
        const auto found = header.find(quoted);
        if (found == std::string_view::npos) continue;
        const auto colon = header.find_first_not_of(" \t", found + quoted.size());
        if (colon == std::string_view::npos || header[colon] != ':') return std::nullopt;
        const auto start = header.find_first_not_of(" \t", colon + 1);
        return start == std::string_view::npos ? std::nullopt : std::optional(header.substr(start));
    }
    return std::nullopt;
}

std::vector<std::uint64_t> parse_shape(std::string_view text, const fs::path& file) {
    std::vector<std::uint64_t> shape;
    const auto end = text.find(')');
    if (!text.starts_with('(') || end == std::string_view::npos)
        throw MapError(file, "the .npy header has no shape");
    bool in_number = false;
    for (const char c : text.substr(1, end - 1)) {
        if (c >= '0' && c <= '9') {
            if (!in_number) shape.push_back(0);
            in_number = true;
            // Saturates: any side above the limit is refused later.
            shape.back() = std::min<std::uint64_t>(shape.back() * 10 + static_cast<std::uint64_t>(c - '0'),
                                                   max_values + 1);
        } else if (c == ',' || c == ' ' || c == 'L') {
            in_number = false;
        } else {
            throw MapError(file, "the .npy header has no valid shape");
        }
        if (shape.size() > 32) throw MapError(file, "the map has more than 32 dimensions");
    }
    return shape;
}

NpyHeader parse_header(std::string_view header, const fs::path& file) {
    NpyHeader read;
    const auto type = find_value(header, "descr"), order = find_value(header, "fortran_order"),
               shape = find_value(header, "shape");
    if (!type || !order || !shape) throw MapError(file, "the .npy header lacks type, order or shape");
    if (type->starts_with('[')) throw MapError(file, "the map is a table of records; save one array");
    const auto end = type->find(type->front(), 1);
    if (end == std::string_view::npos || end < 3 || end > 8)
        throw MapError(file, "the .npy header names no type");
    read.type = type->substr(1, end - 1);
    read.fortran_order = order->starts_with("True");
    read.shape = parse_shape(*shape, file);
    return read;
}

/// Removes sides of 1 before and after the map's own two.
void drop_single_sides(std::vector<std::uint64_t>& shape) {
    while (shape.size() > 2 && shape.front() == 1) shape.erase(shape.begin());
    while (shape.size() > 2 && shape.back() == 1) shape.pop_back();
}

double from_half(std::uint16_t half) {
    const int exponent = half >> 10 & 31, fraction = half & 1023;
    const double value = exponent == 31 ? (fraction ? std::nan("") : HUGE_VAL)
                         : exponent     ? std::ldexp(1024 + fraction, exponent - 25)
                                        : std::ldexp(fraction, -24);
    return half & 0x8000 ? -value : value;
}

template <typename T>
double get(const char* bytes, bool swapped) {
    char own[sizeof(T)];
    std::memcpy(own, bytes, sizeof(T));
    if (swapped) std::reverse(own, own + sizeof(T));
    T value;
    std::memcpy(&value, own, sizeof(T));
    return static_cast<double>(value);
}

double get_half(const char* bytes, bool swapped) {
    return from_half(static_cast<std::uint16_t>(get<std::uint16_t>(bytes, swapped)));
}

/// How to read one number.
struct NumberType {
    std::size_t bytes;
    double (*get)(const char*, bool swapped);
    double divisor = 1;
};

NumberType find_type(const std::string& name, const fs::path& file) {
    const std::string_view kind = std::string_view(name).substr(1);
    if (kind == "f2") return {2, get_half};
    if (kind == "f4") return {4, get<float>};
    if (kind == "f8") return {8, get<double>};
    if (kind == "b1") return {1, get<std::uint8_t>};
    if (kind == "u1") return {1, get<std::uint8_t>, 255};
    if (kind == "u2") return {2, get<std::uint16_t>, 65535};
    if (kind == "u4") return {4, get<std::uint32_t>};
    if (kind == "u8") return {8, get<std::uint64_t>};
    if (kind == "i1") return {1, get<std::int8_t>};
    if (kind == "i2") return {2, get<std::int16_t>};
    if (kind == "i4") return {4, get<std::int32_t>};
    if (kind == "i8") return {8, get<std::int64_t>};
    throw MapError(file, "numbers of the type " + name + " are not supported; save float32");
}

float checked(double value, std::size_t row, std::size_t column, const fs::path& file) {
    const bool fits = std::abs(value) <= std::numeric_limits<float>::max();
    if (fits) return static_cast<float>(value);
    throw MapError(file,
                   std::isnan(value)   ? "the map contains NaN"
                   : std::isinf(value) ? "the map contains an infinite value"
                                       : "the map contains a value that exceeds float32",
                   " at row " + std::to_string(row) + ", column " + std::to_string(column));
}

}  // namespace

Heatmap read_npy_map(const fs::path& file) {
    const std::string bytes = read_text(file, max_values * 8 + max_header);
    if (bytes.size() < 10 || !bytes.starts_with("\x93NUMPY")) throw MapError(file, "not a .npy file");
    const bool wide = bytes[6] > 1;
    const std::size_t start = wide ? 12 : 10;
    std::size_t header_bytes = 0;
    if (bytes.size() < start) throw MapError(file, "the .npy file is truncated");
    for (std::size_t i = start; i-- > 8;)
        header_bytes = header_bytes << 8 | static_cast<unsigned char>(bytes[i]);
    if (header_bytes > max_header) throw MapError(file, "the .npy header is longer than 1 MB");
    if (bytes.size() < start + header_bytes) throw MapError(file, "the .npy file is truncated");
    NpyHeader header = parse_header(std::string_view(bytes).substr(start, header_bytes), file);
    const NumberType type = find_type(header.type, file);
    drop_single_sides(header.shape);
    if (header.shape.size() != 2)
        throw MapError(file, "the map has " + std::to_string(header.shape.size()) +
                                 (header.shape.size() == 1 ? " dimension" : " dimensions") +
                                 "; it must have height and width");
    const std::size_t height = header.shape[0], width = header.shape[1];
    if (width == 0 || height == 0) throw MapError(file, "the map is empty");
    if (width > max_values || height > max_values || width * height > max_values)
        throw MapError(file, "the map has more than 100 million values");
    const char* data = bytes.data() + start + header_bytes;
    if ((bytes.size() - start - header_bytes) / type.bytes < width * height)
        throw MapError(file, "the .npy file is truncated");
    std::vector<float> values(width * height);
    const bool swapped = header.type[0] == '>';
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            const std::size_t at = header.fortran_order ? x * height + y : y * width + x;
            values[y * width + x] =
                checked(type.get(data + at * type.bytes, swapped) / type.divisor, y, x, file);
        }
    return {static_cast<int>(width), static_cast<int>(height), std::move(values)};
}

}  // namespace gbs
