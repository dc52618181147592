// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/image.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <mutex>
#include <new>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/text_lines.h"
#include "core/base/trace.h"
#include "core/image/image_header.h"
#include "core/image/jpeg_decoder.h"
#include "core/image/png_decoder.h"
#include "core/image/quiet_opencv.h"
#include "core/image/webp_decoder.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

constexpr std::uintmax_t max_file_bytes = std::uintmax_t{2} << 30;

Bytes read_bytes(const fs::path& path) {
    const std::string name = path.string();
    std::error_code failure;
    const auto status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found) throw Error(name + ": no such file");
    if (failure) throw Error(name + ": " + failure.message());
    if (fs::is_directory(status)) throw Error(name + ": this is a folder, not an image");
    if (!fs::is_regular_file(status)) throw Error(name + ": this is not a regular file");
    const auto size = fs::file_size(path, failure);
    if (failure) throw Error(name + ": " + failure.message());
    if (size > max_file_bytes) throw Error(name + ": the file is larger than 2 GiB");
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(name + ": cannot be opened: " + std::strerror(errno) + ". Check its permissions");
    Bytes bytes(size);
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (static_cast<std::uintmax_t>(file.gcount()) != size) throw Error(name + ": cannot be read completely");
    return bytes;
}

void check_pixels(const ImageHeader& header, const std::string& name) {
    const auto pixels =
        static_cast<std::uintmax_t>(header.width) * static_cast<std::uintmax_t>(header.height);
    if (pixels > max_image_pixels)
        throw Error(name + ": " + std::to_string(header.width) + " x " + std::to_string(header.height) +
                    " pixels exceed the limit of " + std::to_string(max_image_pixels / 1'000'000) +
                    " megapixels. Shrink the image first");
    constexpr std::uintmax_t usual = 4;  // bytes of a pixel
    if (pixels * static_cast<std::uintmax_t>(std::max<std::int64_t>(header.pixel_bytes, 1)) >
        max_image_pixels * usual)
        throw Error(name + ": " + std::to_string(header.width) + " x " + std::to_string(header.height) +
                    " pixels of " + std::to_string(header.pixel_bytes) + " bytes exceed the limit of " +
                    std::to_string(max_image_pixels * usual / 1'000'000) +
                    " MB. Shrink the image, or convert it to 8 bits");
}

[[noreturn]] void fail_memory(const ImageHeader& header, const std::string& name) {
    throw Error(name + ": not enough memory for " + std::to_string(header.width) + " x " +
                std::to_string(header.height) + " pixels");
}

/// Only for formats whose signature cannot be that of another one, too. Where the decoder of a format refuses a file, OpenCV
/// asks the others, GDAL at last, which opens what the file names.
cv::Mat decode_with_opencv(const Bytes& bytes, const std::string& name) {
    cv::Mat pixels;
    try {
        pixels = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception& failure) {
        if (failure.code == cv::Error::StsNoMem) throw;
        throw Error(name + ": the image cannot be decoded: " + failure.err);
    }
    if (pixels.empty()) throw Error(name + ": the image cannot be decoded: it is damaged or truncated");
    return pixels;
}

/// BGR with 8 bits per channel, blended with white.
cv::Mat to_opaque_bgr(cv::Mat pixels, bool premultiplied, const std::string& name) {
    if (pixels.depth() == CV_16U)
        pixels.convertTo(pixels, CV_8U, 1.0 / 257);
    else if (pixels.depth() != CV_8U)
        throw Error(name +
                    ": pixels in floating point or with a sign are not supported. Convert to 8 or 16 bits");
    if (pixels.channels() == 1) cv::cvtColor(pixels, pixels, cv::COLOR_GRAY2BGR);
    if (pixels.channels() == 3) return pixels;
    if (pixels.channels() != 4)
        throw Error(name + ": images with " + std::to_string(pixels.channels()) +
                    " channels are not supported");
    cv::Mat opaque(pixels.size(), CV_8UC3);
    for (int y = 0; y < pixels.rows; ++y) {
        const auto* from = pixels.ptr<std::uint8_t>(y);
        auto* to = opaque.ptr<std::uint8_t>(y);
        for (int x = 0; x < pixels.cols; ++x, from += 4, to += 3) {
            const int alpha = from[3];
            for (int c = 0; c < 3; ++c) {
                const int color = premultiplied ? from[c] : (from[c] * alpha + 127) / 255;
                to[c] = static_cast<std::uint8_t>(std::min(255, color + 255 - alpha));
            }
        }
    }
    return opaque;
}

/// What a JPEG may be divided by so that it can still be shrunk to fit `wanted`.
int find_shrink(const ImageHeader& header, ImageSize wanted) {
    if (header.exchanged) std::swap(wanted.width, wanted.height);
    for (const std::int64_t shrink : {8, 4, 2})
        if (shrink * wanted.width <= header.width || shrink * wanted.height <= header.height)
            return static_cast<int>(shrink);
    return 1;
}

/// RGB; `warning` becomes what is wrong with the file, or empty. If a size is wanted, it may be smaller than the photo.
cv::Mat decode_pixels(const Bytes& bytes, const ImageHeader& header, const std::string& name,
                      const std::optional<ImageSize>& wanted, std::string& warning) {
    using Format = ImageHeader::Format;
    if (header.format == Format::jpeg)
        return decode_jpeg(bytes, name, warning, wanted ? find_shrink(header, *wanted) : 1);
    cv::Mat pixels = header.format == Format::png    ? decode_png(bytes, name, warning)
                     : header.format == Format::webp ? decode_webp(bytes, header, name)
                                                     : decode_with_opencv(bytes, name);
    // The decoder premultiplies the colors of any 8-bit TIFF by alpha.
    const bool premultiplied =
        header.format == Format::tiff && (pixels.depth() == CV_8U || header.premultiplied_alpha);
    pixels = to_opaque_bgr(pixels, premultiplied, name);
    cv::cvtColor(pixels, pixels, cv::COLOR_BGR2RGB);
    return pixels;
}

/// Once per photo: a training reads each photo in every epoch.
void warn_once(const std::string& text) {
    static std::mutex mutex;
    static std::set<std::string> known;
    const std::lock_guard lock(mutex);
    if (known.insert(text).second) spdlog::warn("{}", text);
}

/// EXIF 2.3, tag 0x0112: the sides of row 0 and column 0 of the stored image.
cv::Mat apply_orientation(cv::Mat pixels, int orientation) {
    if (orientation >= 5) cv::transpose(pixels, pixels);
    switch (orientation) {
        case 2:
        case 6:
            cv::flip(pixels, pixels, 1);
            break;
        case 3:
        case 7:
            cv::flip(pixels, pixels, -1);
            break;
        case 4:
        case 8:
            cv::flip(pixels, pixels, 0);
            break;
        default:
            break;
    }
    return pixels;
}

Image to_image(const cv::Mat& rgb) {
    Image image{rgb.cols, rgb.rows, {}};
    image.rgb.resize(image.pixels() * 3);
    rgb.copyTo(cv::Mat(rgb.rows, rgb.cols, CV_8UC3, image.rgb.data()));
    return image;
}

/// A view of the image's memory, for reading only: OpenCV has no const Mat.
cv::Mat as_mat(const Image& image) {
    if (image.width <= 0 || image.height <= 0 || image.rgb.size() != image.pixels() * 3)
        throw Error("an image of " + std::to_string(image.width) + " x " + std::to_string(image.height) +
                    " with " + std::to_string(image.rgb.size()) + " bytes is inconsistent");
    return {image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb.data())};
}

Image decode(const Bytes& bytes, const std::string& name, const std::optional<ImageSize>& wanted,
             std::string& warning) {
    const QuietOpenCv quiet;
    const ImageHeader header = read_image_header(bytes, name);
    check_pixels(header, name);
    try {
        return to_image(
            apply_orientation(decode_pixels(bytes, header, name, wanted, warning), header.orientation));
    } catch (const std::bad_alloc&) {
        fail_memory(header, name);
    } catch (const cv::Exception& failure) {
        if (failure.code == cv::Error::StsNoMem) fail_memory(header, name);
        throw;
    }
}

}  // namespace

Image load_image(const fs::path& path) {
    const TraceSpan span("decode photo");
    return decode_image(read_bytes(path), path.string());
}

Image load_small_image(const fs::path& path, int width, int height) {
    std::string warning;
    return decode(read_bytes(path), path.string(), ImageSize{width, height}, warning);
}

ImageSize read_image_size(const fs::path& path) {
    const ImageHeader header = read_image_header(read_bytes(path), path.string());
    check_pixels(header, path.string());
    const ImageSize stored{static_cast<int>(header.width), static_cast<int>(header.height)};
    return header.exchanged ? ImageSize{stored.height, stored.width} : stored;
}

Image decode_image(const Bytes& bytes, const std::string& name) {
    std::string warning;
    Image image = decode(bytes, name, {}, warning);
    if (!warning.empty()) warn_once(name + ": " + warning);
    return image;
}

Image resize_image(const Image& image, int width, int height) {
    const cv::Mat source = as_mat(image);
    if (width <= 0 || height <= 0)
        throw Error("an image cannot be resized to " + std::to_string(width) + " x " +
                    std::to_string(height));
    // Shrink first, then grow: each axis has its own interpolation.
    cv::Mat shrunk, grown;
    const cv::Size smaller(std::min(width, image.width), std::min(height, image.height));
    cv::resize(source, shrunk, smaller, 0, 0, cv::INTER_AREA);
    cv::resize(shrunk, grown, cv::Size(width, height), 0, 0, cv::INTER_LINEAR);
    Image out{width, height, {}};
    out.rgb.resize(out.pixels() * 3);
    grown.copyTo(cv::Mat(height, width, CV_8UC3, out.rgb.data()));
    return out;
}

void write_image(const Image& image, const fs::path& path) {
    const QuietOpenCv quiet;
    const std::string extension = lower_case(path.extension().string());
    if (extension != ".png" && extension != ".jpg" && extension != ".jpeg")
        throw Error(path.string() + ": images can only be written as .png or .jpg");
    Bytes bytes;
    try {
        cv::Mat bgr;
        cv::cvtColor(as_mat(image), bgr, cv::COLOR_RGB2BGR);
        cv::imencode(extension, bgr, bytes);
    } catch (const cv::Exception& failure) {
        throw Error(path.string() + ": the image cannot be encoded: " + failure.err);
    }
    write_atomically(path, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace gbs
