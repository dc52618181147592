// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/webp_decoder.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"

namespace gbs {
namespace {

/// The first frame of a file; a still image has one.
class FirstFrame {
 public:
    explicit FirstFrame(std::span<const std::uint8_t> bytes) {
        const WebPData data{bytes.data(), bytes.size()};
        demuxer_.reset(WebPDemux(&data));
        found_ = demuxer_ && WebPDemuxGetFrame(demuxer_.get(), 1, &frame_) != 0;
    }
    ~FirstFrame() {
        if (found_) WebPDemuxReleaseIterator(&frame_);
    }
    FirstFrame(const FirstFrame&) = delete;
    FirstFrame& operator=(const FirstFrame&) = delete;

    bool found() const { return found_; }
    cv::Rect place() const { return {frame_.x_offset, frame_.y_offset, frame_.width, frame_.height}; }
    cv::Size canvas() const { return {side(WEBP_FF_CANVAS_WIDTH), side(WEBP_FF_CANVAS_HEIGHT)}; }

    /// Of the frame's size; empty if it is damaged.
    cv::Mat decode() const {
        const WebPData& data = frame_.fragment;
        WebPBitstreamFeatures features;
        if (WebPGetFeatures(data.bytes, data.size, &features) != VP8_STATUS_OK ||
            cv::Size(features.width, features.height) != place().size())
            return {};
        cv::Mat pixels(place().size(), features.has_alpha ? CV_8UC4 : CV_8UC3);
        const auto decode = features.has_alpha ? WebPDecodeBGRAInto : WebPDecodeBGRInto;
        const bool whole = decode(data.bytes, data.size, pixels.data, pixels.total() * pixels.elemSize(),
                                  static_cast<int>(pixels.step)) != nullptr;
        return whole ? pixels : cv::Mat();
    }

 private:
    int side(WebPFormatFeature feature) const {
        return static_cast<int>(WebPDemuxGetI(demuxer_.get(), feature));
    }

    std::unique_ptr<WebPDemuxer, decltype([](WebPDemuxer* demuxer) { WebPDemuxDelete(demuxer); })> demuxer_;
    WebPIterator frame_{};
    bool found_ = false;
};

}  // namespace

cv::Mat decode_webp(std::span<const std::uint8_t> bytes, const ImageHeader& header, const std::string& name) {
    const FirstFrame frame(bytes);
    const bool as_told =
        frame.found() && frame.canvas().width == header.width && frame.canvas().height == header.height;
    const cv::Mat pixels = as_told ? frame.decode() : cv::Mat();
    if (pixels.empty()) throw Error(name + ": the image cannot be decoded: the WebP is damaged or truncated");
    if (frame.place() == cv::Rect({}, frame.canvas())) return pixels;
    cv::Mat canvas(frame.canvas(), CV_8UC4, cv::Scalar::all(0)), part = canvas(frame.place());
    if (pixels.channels() == 4)
        pixels.copyTo(part);
    else
        cv::cvtColor(pixels, part, cv::COLOR_BGR2BGRA);
    return canvas;
}

}  // namespace gbs
