// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/html.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/base/base64.h"
#include "core/base/utf8.h"
#include "core/report/report_style.h"

namespace gbs {

namespace {

constexpr int jpeg_quality = 82;

}  // namespace

std::string escape_html(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : valid_utf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '"')
            escaped += "&quot;";
        else if (c == '\'')
            escaped += "&#39;";
        else if ((byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F)
            escaped += "\xEF\xBF\xBD";
        else
            escaped += c;
    }
    return escaped;
}

std::string data_uri(std::string_view type, std::span<const std::uint8_t> bytes) {
    return "data:" + std::string(type) + ";base64," + encode_base64(bytes);
}

std::string html_head(const std::string& title, std::string_view more_style, const std::string& language,
                      bool right_to_left) {
    // A second barrier after escaping: the policy blocks whatever a phrase might inject.
    return "<!DOCTYPE html>\n<html lang=\"" + escape_html(language) + "\" dir=\"" +
           (right_to_left ? "rtl" : "ltr") +
           "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
           "img-src data:; style-src &#39;unsafe-inline&#39;\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
           "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>" +
           escape_html(title) + "</title>\n<style>" + std::string(report_style) + std::string(more_style) +
           "</style>\n</head>\n<body>\n";
}

std::string jpeg_uri(const Image& image, int quality) {
    std::vector<std::uint8_t> bytes;
    cv::Mat bgr;
    cv::cvtColor(cv::Mat(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.rgb.data())),
                 bgr, cv::COLOR_RGB2BGR);
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return data_uri("image/jpeg", bytes);
}

std::string html_image(const Image& image, const std::string& description) {
    return "<img src=\"" + jpeg_uri(image, jpeg_quality) + "\" width=\"" + std::to_string(image.width) +
           "\" height=\"" + std::to_string(image.height) + "\" alt=\"" + escape_html(description) + "\"/>";
}

Image thumbnail(const Image& photo, int side) {
    const double scale = std::min(1.0, static_cast<double>(side) / std::max(photo.width, photo.height));
    const auto scaled = [&](int size) { return std::max(1, static_cast<int>(std::lround(size * scale))); };
    return resize_image(photo, scaled(photo.width), scaled(photo.height));
}

}  // namespace gbs
