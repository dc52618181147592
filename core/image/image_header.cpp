// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/image_header.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "core/base/error.h"

namespace gbs {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr const char* readable_formats = "JPEG, PNG, WebP, BMP and TIFF";

/// Reads numbers at an offset; empty outside the file.
class Reader {
 public:
    Reader(Bytes bytes, bool big_endian) : bytes_(bytes), big_endian_(big_endian) {}

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
    Bytes bytes_;
    bool big_endian_;
};

bool has_text(Bytes bytes, std::size_t offset, std::string_view text) {
    return offset <= bytes.size() && bytes.size() - offset >= text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin() + static_cast<std::ptrdiff_t>(offset),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

[[noreturn]] void fail(const std::string& name, const std::string& what) {
    throw Error(name + ": " + what);
}

[[noreturn]] void fail_truncated(const std::string& name) {
    fail(name, "the file is truncated. Copy or download it again");
}

std::uint32_t need(std::optional<std::uint32_t> value, const std::string& name) {
    if (!value) fail_truncated(name);
    return *value;
}

/// The first directory of a TIFF structure, which EXIF data also uses.
struct TiffDirectory {
    std::uint32_t width = 0, height = 0, orientation = 1, extra_samples = 0;
};

std::optional<TiffDirectory> read_tiff_directory(Bytes bytes) {
    const bool big_endian = has_text(bytes, 0, {"MM\0*", 4});
    if (!big_endian && !has_text(bytes, 0, {"II*\0", 4})) return std::nullopt;
    const Reader reader(bytes, big_endian);
    const auto start = reader.u32(4);
    const auto count = start ? reader.u16(*start) : std::nullopt;
    if (!count) return std::nullopt;
    TiffDirectory directory;
    for (std::size_t i = 0; i < *count; ++i) {
        const std::size_t entry = *start + 2 + i * 12;
        const auto tag = reader.u16(entry), type = reader.u16(entry + 2);
        if (!tag || !type) return std::nullopt;
        const auto value = *type == 3 ? reader.u16(entry + 8) : reader.u32(entry + 8);
        if (!value) return std::nullopt;
        switch (*tag) {
            case 256:
                directory.width = *value;
                break;
            case 257:
                directory.height = *value;
                break;
            case 274:
                directory.orientation = *value;
                break;
            case 338:
                directory.extra_samples = *value;
                break;
            default:
                break;
        }
    }
    return directory;
}

int exif_orientation(Bytes exif) {
    if (has_text(exif, 0, {"Exif\0\0", 6})) exif = exif.subspan(6);
    const auto directory = read_tiff_directory(exif);
    const bool known = directory && directory->orientation >= 1 && directory->orientation <= 8;
    return known ? static_cast<int>(directory->orientation) : 1;
}

/// Skips entropy-coded data: the offset of the next marker other than a stuffed 0xFF or a restart.
std::size_t skip_scan(Bytes bytes, std::size_t offset, const std::string& name) {
    while (true) {
        const auto rest = bytes.subspan(offset);
        const auto found = std::find(rest.begin(), rest.end(), 0xFF);
        if (rest.end() - found < 2) fail_truncated(name);
        offset += static_cast<std::size_t>(found - rest.begin());
        const std::uint8_t marker = bytes[offset + 1];
        if (marker == 0xFF)
            ++offset;
        else if (marker == 0 || (marker >= 0xD0 && marker <= 0xD7))
            offset += 2;
        else
            return offset;
    }
}

bool is_frame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

ImageHeader read_jpeg(Bytes bytes, const std::string& name) {
    ImageHeader header{.format = ImageHeader::Format::jpeg};
    const Reader reader(bytes, true);
    std::size_t offset = 2;
    while (true) {
        while (need(reader.number(offset, 1), name) == 0xFF &&
               need(reader.number(offset + 1, 1), name) == 0xFF)
            ++offset;
        if (bytes[offset] != 0xFF) fail(name, "the JPEG is damaged: a marker is missing");
        const std::uint8_t marker = bytes[offset + 1];
        if (marker == 0xD9) break;
        const std::size_t length = need(reader.u16(offset + 2), name);
        if (length < 2) fail(name, "the JPEG is damaged: a segment has no length");
        if (offset + 2 + length > bytes.size()) fail_truncated(name);
        const auto segment = bytes.subspan(offset + 4, length - 2);
        if (is_frame(marker) && header.width == 0) {
            header.height = need(reader.u16(offset + 5), name);
            header.width = need(reader.u16(offset + 7), name);
        } else if (marker == 0xE1 && has_text(segment, 0, {"Exif\0\0", 6}) && header.orientation == 1) {
            header.orientation = exif_orientation(segment);
        }
        offset += 2 + length;
        if (marker == 0xDA) offset = skip_scan(bytes, offset, name);
    }
    return header;
}

ImageHeader read_png(Bytes bytes, const std::string& name) {
    ImageHeader header{.format = ImageHeader::Format::png};
    const Reader reader(bytes, true);
    if (!has_text(bytes, 12, "IHDR")) fail(name, "the PNG is damaged: it does not start with its header");
    header.width = need(reader.u32(16), name);
    header.height = need(reader.u32(20), name);
    for (std::size_t offset = 8; !has_text(bytes, offset + 4, "IEND");) {
        const std::size_t length = need(reader.u32(offset), name);
        if (length > bytes.size() || offset + 12 + length > bytes.size()) fail_truncated(name);
        if (has_text(bytes, offset + 4, "eXIf"))
            header.orientation = exif_orientation(bytes.subspan(offset + 8, length));
        offset += 12 + length;
    }
    return header;
}

/// The size of a VP8 or VP8L stream, or the canvas size in VP8X.
void read_webp_size(Bytes chunk, std::string_view kind, ImageHeader& header, const std::string& name) {
    const Reader reader(chunk, false);
    if (kind == "VP8X") {
        header.animated = (need(reader.number(0, 1), name) & 2) != 0;
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

ImageHeader read_webp(Bytes bytes, const std::string& name) {
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

ImageHeader read_bmp(Bytes bytes, const std::string& name) {
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

ImageHeader read_tiff(Bytes bytes, const std::string& name) {
    const auto directory = read_tiff_directory(bytes);
    if (!directory) fail(name, "the TIFF is damaged or truncated: its directory cannot be read");
    // The decoder applies the orientation of TIFF files itself.
    return {.format = ImageHeader::Format::tiff,
            .width = directory->width,
            .height = directory->height,
            .premultiplied_alpha = directory->extra_samples == 1};
}

/// The name of a known but unsupported format, or null.
const char* unreadable_format(Bytes bytes) {
    if (has_text(bytes, 0, "GIF8")) return "a GIF";
    if (has_text(bytes, 4, "ftypavif") || has_text(bytes, 4, "ftypavis")) return "an AVIF image";
    if (has_text(bytes, 4, "ftyphei") || has_text(bytes, 4, "ftypmif1")) return "an HEIC image";
    if (has_text(bytes, 0, "\xFF\x0A") || has_text(bytes, 4, "JXL ")) return "a JPEG XL image";
    if (has_text(bytes, 4, "jP  ")) return "a JPEG 2000 image";
    if (has_text(bytes, 0, {"II+\0", 4}) || has_text(bytes, 0, {"MM\0+", 4})) return "a BigTIFF";
    if (has_text(bytes, 0, "%PDF")) return "a PDF";
    return nullptr;
}

ImageHeader dispatch(Bytes bytes, const std::string& name) {
    if (bytes.empty()) fail(name, "the file is empty");
    if (has_text(bytes, 0, "\xFF\xD8\xFF")) return read_jpeg(bytes, name);
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

ImageHeader read_image_header(Bytes bytes, const std::string& name) {
    const ImageHeader header = dispatch(bytes, name);
    if (header.width <= 0 || header.height <= 0)
        fail(name, "the image is damaged: it has no width or height");
    return header;
}

}  // namespace gbs
