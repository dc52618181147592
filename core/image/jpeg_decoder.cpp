// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/jpeg_decoder.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <new>

#include "core/base/error.h"
#include "core/image/image_errors.h"

// After <cstdio>, which they need.
#include <jpeglib.h>

#include <jerror.h>

namespace gbs {
namespace {

using ByteView = std::span<const std::uint8_t>;

constexpr JOCTET end_of_image[] = {0xFF, JPEG_EOI};
constexpr unsigned exif_marker = JPEG_APP0 + 1;
/// Encoders write a dozen. Each goes through all of the photo again, though it may have but some bytes in the file.
constexpr int max_scans = 500;

/// Decodes one file. libjpeg leaves by longjmp: the methods that call it, which return false on failure, have
/// no objects that would have to be destroyed.
class JpegReader {
 public:
    explicit JpegReader(ByteView bytes) : bytes_(bytes) {
        info_.client_data = this;
        info_.err = jpeg_std_error(&errors_);
        errors_.error_exit = [](j_common_ptr info) { std::longjmp(self(info).failed_, 1); };
        errors_.emit_message = [](j_common_ptr info, int level) {
            if (level < 0) self(info).note_warning();
        };
        errors_.output_message = [](j_common_ptr) {};
        source_.next_input_byte = bytes.data();
        source_.bytes_in_buffer = bytes.size();
        source_.init_source = [](j_decompress_ptr) {};
        source_.fill_input_buffer = [](j_decompress_ptr info) { return self(info).append_end(); };
        source_.skip_input_data = [](j_decompress_ptr info, long count) { self(info).skip(count); };
        source_.resync_to_restart = jpeg_resync_to_restart;
        source_.term_source = [](j_decompress_ptr) {};
    }
    ~JpegReader() { jpeg_destroy_decompress(&info_); }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;

    bool read_header(int shrink = 1) {
        if (setjmp(failed_)) return false;
        jpeg_create_decompress(&info_);
        info_.src = &source_;
        info_.progress = &progress_;
        progress_.progress_monitor = [](j_common_ptr info) { self(info).count_scans(); };
        jpeg_save_markers(&info_, exif_marker, 0xFFFF);
        jpeg_read_header(&info_, TRUE);
        // Newer versions of libjpeg-turbo decode other depths by other functions.
        if (info_.data_precision != 8) ERREXIT1(&info_, JERR_BAD_PRECISION, info_.data_precision);
        info_.scale_num = 1;
        info_.scale_denom = static_cast<unsigned>(shrink);
        jpeg_calc_output_dimensions(&info_);
        return true;
    }

    /// Decodes into rows of width * 3 bytes. What follows the pixels may be anything.
    bool read_rows(std::uint8_t* rgb, std::size_t stride) {
        if (setjmp(failed_)) {
            stray_bytes_ = std::max(stray_bytes_, 1);
            return rows_read_;
        }
        info_.out_color_space = info_.num_components == 4 ? JCS_CMYK : JCS_RGB;
        jpeg_start_decompress(&info_);
        JSAMPARRAY cmyk = nullptr;
        if (info_.out_color_space == JCS_CMYK)
            cmyk = info_.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&info_), JPOOL_IMAGE,
                                           info_.output_width * 4, 1);
        while (info_.output_scanline < info_.output_height) {
            JSAMPROW row = rgb + info_.output_scanline * stride;
            jpeg_read_scanlines(&info_, cmyk ? cmyk : &row, 1);
            if (cmyk) convert_cmyk(cmyk[0], row, info_.output_width);
        }
        rows_read_ = true;
        scans_missing_ = are_scans_missing();
        jpeg_finish_decompress(&info_);  // to the end marker
        return true;
    }

    const jpeg_decompress_struct& info() const { return info_; }

    /// Whether the data ends before the pixels. Arithmetic codes end without a sign.
    bool lacks_pixels() const {
        return lacks_data_ || (lacks_end_ && (scans_missing_ || info_.arith_code || has_decoded_zeros()));
    }

    [[noreturn]] void fail(const std::string& name) const {
        if (has_too_many_scans_)
            throw Error(name + ": the JPEG is damaged: it has more than " + std::to_string(max_scans) +
                        " scans");
        const auto refuse = [&](const std::string& kind) {
            throw Error(name + ": this is " + kind +
                        " JPEG, which is not supported. Convert it to an 8-bit JPEG or to PNG");
        };
        const int number = errors_.msg_parm.i[0];
        switch (errors_.msg_code) {
            case JERR_OUT_OF_MEMORY:
                throw std::bad_alloc();
            case JERR_BAD_PRECISION:
                refuse("a " + std::to_string(number) + "-bit");
                break;
            case JERR_SOF_UNSUPPORTED:
                refuse((number & 3) == 3 ? "a lossless" : "a hierarchical");
                break;
            case JERR_UNKNOWN_MARKER:
                if (number == 0xF7) refuse("a lossless (JPEG-LS)");
                break;
            case JERR_ARITH_NOTIMPL:
                refuse("an arithmetic-coded");
                break;
            default:
                break;
        }
        if (lacks_end_) fail_truncated(name);
        char text[JMSG_LENGTH_MAX];
        auto* info = const_cast<jpeg_decompress_struct*>(&info_);
        errors_.format_message(reinterpret_cast<j_common_ptr>(info), text);
        throw Error(name + ": the JPEG is damaged: " + text);
    }

    std::string warning() const {
        if (is_damaged_) return "the JPEG is damaged, so that a part of the photo may be wrong";
        if (lacks_end_) return "the end marker of the JPEG is missing, but no pixel is";
        if (stray_bytes_ > 0) return "the JPEG has stray bytes between its segments, but no pixel is missing";
        return {};
    }

 private:
    static JpegReader& self(j_common_ptr info) { return *static_cast<JpegReader*>(info->client_data); }
    static JpegReader& self(j_decompress_ptr info) { return *static_cast<JpegReader*>(info->client_data); }

    boolean append_end() {
        lacks_end_ = true;
        source_.next_input_byte = end_of_image;
        source_.bytes_in_buffer = sizeof end_of_image;
        return TRUE;
    }

    void count_scans() {
        if (info_.input_scan_number <= max_scans) return;
        has_too_many_scans_ = true;
        std::longjmp(failed_, 1);
    }

    void skip(long count) {
        if (count <= 0) return;
        const auto bytes = static_cast<std::size_t>(count);
        if (bytes > source_.bytes_in_buffer) {
            append_end();
            return;
        }
        source_.next_input_byte += bytes;
        source_.bytes_in_buffer -= bytes;
    }

    void note_warning() {
        switch (errors_.msg_code) {
            case JWRN_HIT_MARKER:
                (more_data_follows() ? is_damaged_ : lacks_data_) = true;
                break;
            case JWRN_HUFF_BAD_CODE:
            case JWRN_ARITH_BAD_CODE:
            case JWRN_MUST_RESYNC:
            case JWRN_BOGUS_PROGRESSION:
                is_damaged_ = true;
                break;
            case JWRN_EXTRANEOUS_DATA:
                stray_bytes_ = errors_.msg_parm.i[0];
                break;
            default:  // without effect on the pixels
                break;
        }
    }

    /// Whether the marker that came too early only ends a part of the photo, between restarts, or one scan.
    bool more_data_follows() {
        const int marker = info_.unread_marker;
        const bool restart = marker >= JPEG_RST0 && marker < JPEG_RST0 + 8;
        return restart || (marker != JPEG_EOI && jpeg_has_multiple_scans(&info_));
    }

    /// Whether the zeros at the end of the file, as an interrupted copy leaves, were taken for pixels.
    bool has_decoded_zeros() const {
        constexpr std::ptrdiff_t margin = 16;  // the decoder reads ahead
        const auto last = std::find_if(bytes_.rbegin(), bytes_.rend(), [](auto byte) { return byte != 0; });
        return last - bytes_.rbegin() > stray_bytes_ + margin;
    }

    /// Whether a component, or bits of its coefficients, never came.
    bool are_scans_missing() const {
        for (int i = 0; i < info_.num_components; ++i) {
            if (!info_.comp_info[i].quant_table) return true;
            if (info_.coef_bits && std::any_of(info_.coef_bits[i], info_.coef_bits[i] + DCTSIZE2,
                                               [](int bits) { return bits != 0; }))
                return true;
        }
        return false;
    }

    /// Adobe's inverted CMYK, rounded as OpenCV does.
    static void convert_cmyk(const JSAMPLE* cmyk, JSAMPLE* rgb, std::size_t width) {
        for (std::size_t x = 0; x < width; ++x, cmyk += 4, rgb += 3)
            for (int c = 0; c < 3; ++c)
                rgb[c] = static_cast<JSAMPLE>(cmyk[3] - ((255 - cmyk[c]) * cmyk[3] >> 8));
    }

    ByteView bytes_;
    jpeg_decompress_struct info_{};
    jpeg_error_mgr errors_{};
    jpeg_source_mgr source_{};
    jpeg_progress_mgr progress_{};
    std::jmp_buf failed_{};
    bool rows_read_ = false, scans_missing_ = false;
    bool lacks_end_ = false, lacks_data_ = false, is_damaged_ = false;
    bool has_too_many_scans_ = false;
    int stray_bytes_ = 0;  // before the last marker that has any
};

}  // namespace

JpegHeader read_jpeg_header(ByteView bytes, const std::string& name) {
    JpegReader reader(bytes);
    if (!reader.read_header()) reader.fail(name);
    JpegHeader header{.width = reader.info().image_width, .height = reader.info().image_height, .exif = {}};
    constexpr std::uint8_t start[] = {'E', 'x', 'i', 'f', 0, 0};
    for (auto* marker = reader.info().marker_list; marker && header.exif.empty(); marker = marker->next) {
        const ByteView data(marker->data, marker->data_length);
        if (data.size() > sizeof start && std::equal(std::begin(start), std::end(start), data.begin()))
            header.exif.assign(data.begin() + sizeof start, data.end());
    }
    return header;
}

cv::Mat decode_jpeg(ByteView bytes, const std::string& name, std::string& warning, int shrink) {
    JpegReader reader(bytes);
    if (!reader.read_header(shrink)) reader.fail(name);
    cv::Mat rgb(static_cast<int>(reader.info().output_height), static_cast<int>(reader.info().output_width),
                CV_8UC3);
    if (!reader.read_rows(rgb.data, rgb.step)) reader.fail(name);
    if (reader.lacks_pixels()) fail_truncated(name);
    warning = reader.warning();
    return rgb;
}

}  // namespace gbs
