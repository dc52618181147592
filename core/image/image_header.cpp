// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/image_header.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "core/base/error.h"
#include "core/image/image_errors.h"
#include "core/image/jpeg_decoder.h"

namespace gbs {
namespace {

using ByteView = std::span<const std::uint8_t>;

constexpr const char* readable_formats = "JPEG, PNG, WebP, BMP and TIFF";

/// Reads numbers at an offset; empty outside the file.
class Reader {
 public:
    Reader(ByteView bytes, bool big_endian) : bytes_(bytes), big_endian_(big_endian) {}

    std::optional<std::uint32_t> number(std::size_t offset, std::size_t size) const {
        if (size > bytes_.size() || offset > bytes_.size() - size) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8 | bytes_[offset + (big_endian_ ? i : size - 1 - i)];
        return value;
    }
    std::optional<std::uint32_t> u16(std::size_t offset) const { return number(offset, 2); }
    std::optional<std::uint32_t> u24(std::size_t offset) const { return number(offset, 3); }
    std::optional<std::uint32_t> u32(std::size_t offset) const { return number(offset, 4); }

 private:
    ByteView bytes_;
    bool big_endian_;
};

bool has_text(ByteView bytes, std::size_t offset, std::string_view text) {
    return offset <= bytes.size() && bytes.size() - offset >= text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin() + static_cast<std::ptrdiff_t>(offset),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

[[noreturn]] void fail(const std::string& name, const std::string& what) {
    throw Error(name + ": " + what);
}

std::uint32_t need(std::optional<std::uint32_t> value, const std::string& name) {
    if (!value) fail_truncated(name);
    return *value;
}

/// The first directory of a TIFF structure, which EXIF data also uses.
struct TiffDirectory {
    std::uint32_t width = 0, height = 0, orientation = 1, extra_samples = 0;
    std::uint32_t photometric = 1, samples = 1, bits = 1, sample_format = 1;  ///< the largest of all samples
    bool is_odd = false;  ///< one that sizes the pixels is given twice, cannot be read, or has another type
};

/// The largest of `count` 16-bit numbers, which are in the entry's last bytes if these suffice.
std::optional<std::uint32_t> largest_short(const Reader& reader, std::size_t entry, std::uint32_t count) {
    const auto place =
        count <= 2 ? std::optional(static_cast<std::uint32_t>(entry + 8)) : reader.u32(entry + 8);
    std::uint32_t largest = 0;
    for (std::size_t i = 0; i < std::min<std::uint32_t>(count, 64); ++i) {
        const auto value = place ? reader.u16(std::size_t{*place} + 2 * i) : std::nullopt;
        if (!value) return std::nullopt;
        largest = std::max(largest, *value);
    }
    return largest;
}

std::optional<TiffDirectory> read_tiff_directory(ByteView bytes) {
    const bool big_endian = has_text(bytes, 0, {"MM\0*", 4});
    if (!big_endian && !has_text(bytes, 0, {"II*\0", 4})) return std::nullopt;
    const Reader reader(bytes, big_endian);
    const auto start = reader.u32(4);
    const auto count = start ? reader.u16(*start) : std::nullopt;
    if (!count) return std::nullopt;
    TiffDirectory directory;
    const std::map<std::uint32_t, std::uint32_t*> wanted{
        {256, &directory.width},         {257, &directory.height},       {258, &directory.bits},
        {262, &directory.photometric},   {274, &directory.orientation},  {277, &directory.samples},
        {338, &directory.extra_samples}, {339, &directory.sample_format}};
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < *count; ++i) {
        const std::size_t entry = *start + 2 + i * 12;
        const auto tag = reader.u16(entry), type = reader.u16(entry + 2), values = reader.u32(entry + 4);
        if (!tag || !type || !values) return std::nullopt;
        const auto field = wanted.find(*tag);
        if (field == wanted.end()) continue;
        const bool is_list = *tag == 258 || *tag == 339;
        const auto value = is_list      ? largest_short(reader, entry, *values)
                           : *type == 3 ? reader.u16(entry + 8)
                                        : reader.u32(entry + 8);
        // Another reader may take the other one.
        const bool sizes_pixels = *tag != 274 && *tag != 338;
        const bool fits = *type == 3 || (*type == 4 && !is_list);
        if (sizes_pixels && (!value || !fits || !seen.insert(*tag).second)) directory.is_odd = true;
        if (value) *field->second = *value;
    }
    return directory;
}

int exif_orientation(ByteView exif) {
    if (has_text(exif, 0, {"Exif\0\0", 6})) exif = exif.subspan(6);
    const auto directory = read_tiff_directory(exif);
    const bool known = directory && directory->orientation >= 1 && directory->orientation <= 8;
    return known ? static_cast<int>(directory->orientation) : 1;
}

ImageHeader read_jpeg(ByteView bytes, const std::string& name) {
    const JpegHeader header = read_jpeg_header(bytes, name);
    return {.format = ImageHeader::Format::jpeg,
            .width = header.width,
            .height = header.height,
            .orientation = exif_orientation(header.exif)};
}

ImageHeader read_png(ByteView bytes, const std::string& name) {
    ImageHeader header{.format = ImageHeader::Format::png};
    const Reader reader(bytes, true);
    if (!has_text(bytes, 12, "IHDR")) fail(name, "the PNG is damaged: it does not start with its header");
    header.width = need(reader.u32(16), name);
    header.height = need(reader.u32(20), name);
    const bool sixteen = need(reader.number(24, 1), name) == 16, rgb = need(reader.number(25, 1), name) == 2;
    if (sixteen) header.pixel_bytes = rgb ? 6 : 8;
    // The decoder knows whether data is missing.
    for (std::size_t offset = 8; !has_text(bytes, offset + 4, "IEND");) {
        const auto length = reader.u32(offset);
        if (!length || *length > bytes.size() || offset + 12 + *length > bytes.size()) break;
        if (has_text(bytes, offset + 4, "eXIf"))
            header.orientation = exif_orientation(bytes.subspan(offset + 8, *length));
        offset += 12 + *length;
    }
    return header;
}

/// The size of a VP8 or VP8L stream, or the canvas size in VP8X.
void read_webp_size(ByteView chunk, std::string_view kind, ImageHeader& header, const std::string& name) {
    const Reader reader(chunk, false);
    if (kind == "VP8X") {
        header.width = need(reader.u24(4), name) + 1;
        header.height = need(reader.u24(7), name) + 1;
    } else if (kind == "VP8L") {
        const std::uint32_t bits = need(reader.u32(1), name);
        header.width = (bits & 0x3FFF) + 1;
        header.height = (bits >> 14 & 0x3FFF) + 1;
    } else if (kind == "VP8 ") {
        header.width = need(reader.u16(6), name) & 0x3FFF;
        header.height = need(reader.u16(8), name) & 0x3FFF;
    }
}

ImageHeader read_webp(ByteView bytes, const std::string& name) {
    ImageHeader header{.format = ImageHeader::Format::webp};
    const Reader reader(bytes, false);
    const std::size_t end = std::size_t{need(reader.u32(4), name)} + 8;
    if (end > bytes.size()) fail_truncated(name);
    for (std::size_t offset = 12; offset + 8 <= end;) {
        const std::size_t length = need(reader.u32(offset + 4), name);
        if (length > end - offset - 8) fail(name, "the WebP is damaged: a chunk is longer than the file");
        const auto chunk = bytes.subspan(offset + 8, length);
        const std::string_view kind(reinterpret_cast<const char*>(bytes.data()) + offset, 4);
        if (header.width == 0) read_webp_size(chunk, kind, header, name);
        if (kind == "EXIF") header.orientation = exif_orientation(chunk);
        offset += 8 + length + length % 2;
    }
    return header;
}

ImageHeader read_bmp(ByteView bytes, const std::string& name) {
    ImageHeader header{.format = ImageHeader::Format::bmp};
    const Reader reader(bytes, false);
    if (need(reader.u32(14), name) == 12) {  // OS/2 header
        header.width = need(reader.u16(18), name);
        header.height = need(reader.u16(20), name);
    } else {
        header.width = static_cast<std::int32_t>(need(reader.u32(18), name));
        // A negative height means top-down rows.
        header.height = std::abs(std::int64_t{static_cast<std::int32_t>(need(reader.u32(22), name))});
    }
    return header;
}

ImageHeader read_tiff(ByteView bytes, const std::string& name) {
    const auto directory = read_tiff_directory(bytes);
    if (!directory) fail(name, "the TIFF is damaged or truncated: its directory cannot be read");
    if (directory->is_odd)
        fail(name, "the TIFF is damaged: its directory gives a value twice, not at all, or as another type");
    constexpr std::uint32_t log_luv = 32844, log_luv_3 = 32845, unsigned_integers = 1, unknown = 4;
    if ((directory->sample_format != unsigned_integers && directory->sample_format != unknown) ||
        directory->photometric == log_luv || directory->photometric == log_luv_3)
        fail(name, "pixels in floating point or with a sign are not supported. Convert to 8 or 16 bits");
    // The decoder applies the orientation of TIFF files itself.
    return {.format = ImageHeader::Format::tiff,
            .width = directory->width,
            .height = directory->height,
            .pixel_bytes = std::int64_t{directory->samples} * ((directory->bits + 7) / 8),
            .exchanged = directory->orientation >= 5 && directory->orientation <= 8,
            .premultiplied_alpha = directory->extra_samples == 1};
}

/// The name of a known but unsupported format, or null.
const char* unreadable_format(ByteView bytes) {
    if (has_text(bytes, 0, "GIF8")) return "a GIF";
    if (has_text(bytes, 4, "ftypavif") || has_text(bytes, 4, "ftypavis")) return "an AVIF image";
    if (has_text(bytes, 4, "ftyphei") || has_text(bytes, 4, "ftypmif1")) return "an HEIC image";
    if (has_text(bytes, 0, "\xFF\x0A") || has_text(bytes, 4, "JXL ")) return "a JPEG XL image";
    if (has_text(bytes, 4, "jP  ")) return "a JPEG 2000 image";
    if (has_text(bytes, 0, {"II+\0", 4}) || has_text(bytes, 0, {"MM\0+", 4})) return "a BigTIFF";
    if (has_text(bytes, 0, "%PDF")) return "a PDF";
    return nullptr;
}

ImageHeader dispatch(ByteView bytes, const std::string& name) {
    if (bytes.empty()) fail(name, "the file is empty");
    if (has_text(bytes, 0, "\xFF\xD8")) return read_jpeg(bytes, name);
    if (has_text(bytes, 0, "\x89PNG\r\n\x1A\n")) return read_png(bytes, name);
    if (has_text(bytes, 0, "RIFF") && has_text(bytes, 8, "WEBP")) return read_webp(bytes, name);
    if (has_text(bytes, 0, "BM")) return read_bmp(bytes, name);
    if (has_text(bytes, 0, {"II*\0", 4}) || has_text(bytes, 0, {"MM\0*", 4})) return read_tiff(bytes, name);
    const char* known = unreadable_format(bytes);
    fail(name, std::string(known ? "this is " + std::string(known) + ", which is not supported"
                                 : "this is not an image") +
                   "; supported are " + readable_formats + (known ? ". Convert it to PNG" : ""));
}

}  // namespace

ImageHeader read_image_header(ByteView bytes, const std::string& name) {
    ImageHeader header = dispatch(bytes, name);
    header.exchanged = header.exchanged || header.orientation >= 5;
    if (header.width <= 0 || header.height <= 0)
        fail(name, "the image is damaged: it has no width or height");
    return header;
}

}  // namespace gbs
