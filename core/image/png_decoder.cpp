// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/png_decoder.h"

#include <png.h>

#include <algorithm>
#include <bit>
#include <csetjmp>
#include <cstring>

#include "core/image/image_errors.h"

namespace gbs {
namespace {

using Bytes = std::span<const std::uint8_t>;

/// Decodes one file. libpng leaves by longjmp: the methods that call it, which return false on failure, have
/// no objects that would have to be destroyed.
class PngReader {
 public:
    explicit PngReader(Bytes bytes) : rest_(bytes) {}
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    bool read_header() {
        if (setjmp(failed_)) return false;
        png_ = png_create_read_struct(
            PNG_LIBPNG_VER_STRING, this,
            [](png_structp png, png_const_charp text) {
                auto& self = *static_cast<PngReader*>(png_get_error_ptr(png));
                std::strncpy(self.reason_, text, sizeof self.reason_ - 1);
                std::longjmp(self.failed_, 1);
            },
            [](png_structp, png_const_charp) {});
        info_ = png_ ? png_create_info_struct(png_) : nullptr;
        if (!info_) return false;
        png_set_read_fn(png_, this, [](png_structp png, png_bytep to, std::size_t count) {
            static_cast<PngReader*>(png_get_io_ptr(png))->read(to, count);
        });
        png_read_info(png_, info_);
        png_set_expand(png_);  // palettes, fewer than 8 bits, and a transparent color
        if (png_get_color_type(png_, info_) == PNG_COLOR_TYPE_GRAY_ALPHA || has_transparent_gray())
            png_set_gray_to_rgb(png_);
        png_set_bgr(png_);
        if constexpr (std::endian::native == std::endian::little) png_set_swap(png_);
        passes_ = png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
        return true;
    }

    cv::Mat make_pixels() const {
        const int depth = png_get_bit_depth(png_, info_) == 16 ? CV_16U : CV_8U;
        return cv::Mat(static_cast<int>(png_get_image_height(png_, info_)),
                       static_cast<int>(png_get_image_width(png_, info_)),
                       CV_MAKETYPE(depth, png_get_channels(png_, info_)));
    }

    /// Decodes into the rows. What follows the pixels may be anything.
    bool read_rows(std::uint8_t* pixels, std::size_t stride, int rows) {
        if (setjmp(failed_)) return rows_read_;
        for (int pass = 0; pass < passes_; ++pass)
            for (int y = 0; y < rows; ++y)
                png_read_row(png_, pixels + static_cast<std::size_t>(y) * stride, nullptr);
        rows_read_ = true;
        png_read_end(png_, nullptr);
        has_end_ = true;
        return true;
    }
    bool has_end() const { return has_end_; }

    [[noreturn]] void fail(const std::string& name) const {
        if (ran_out_) fail_truncated(name);
        throw Error(name + ": the PNG is damaged: " + reason_);
    }

 private:
    void read(png_bytep to, std::size_t count) {
        ran_out_ = count > rest_.size();
        if (ran_out_) png_error(png_, "it is too short");
        std::copy_n(rest_.begin(), count, to);
        rest_ = rest_.subspan(count);
    }
    bool has_transparent_gray() const {
        return png_get_color_type(png_, info_) == PNG_COLOR_TYPE_GRAY &&
               png_get_valid(png_, info_, PNG_INFO_tRNS) != 0;
    }

    Bytes rest_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    std::jmp_buf failed_{};
    int passes_ = 1;
    char reason_[200] = "libpng cannot be used";
    bool ran_out_ = false, rows_read_ = false, has_end_ = false;
};

}  // namespace

cv::Mat decode_png(Bytes bytes, const std::string& name, std::string& warning) {
    PngReader reader(bytes);
    if (!reader.read_header()) reader.fail(name);
    cv::Mat pixels = reader.make_pixels();
    if (!reader.read_rows(pixels.data, pixels.step, pixels.rows)) reader.fail(name);
    warning = reader.has_end() ? "" : "the end of the PNG is missing or damaged, but no pixel is";
    return pixels;
}

}  // namespace gbs
