// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/quiet_opencv.h"

#include <iostream>
#include <opencv2/core/utils/logger.hpp>
#include <streambuf>

namespace gbs {
namespace {

thread_local int quiet = 0;

/// The buffer of std::cerr, without what quiet threads write.
class FilteredBuffer final : public std::streambuf {
 public:
    explicit FilteredBuffer(std::streambuf* out) : out_(out) {}

 protected:
    int_type overflow(int_type c) override {
        return quiet > 0 ? traits_type::not_eof(c) : out_->sputc(traits_type::to_char_type(c));
    }
    std::streamsize xsputn(const char* text, std::streamsize count) override {
        return quiet > 0 ? count : out_->sputn(text, count);
    }
    int sync() override { return quiet > 0 ? 0 : out_->pubsync(); }

 private:
    std::streambuf* out_;
};

void install_once() {
    static const bool once = [] {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        std::cerr.rdbuf(new FilteredBuffer(std::cerr.rdbuf()));  // used until the program ends
        return true;
    }();
    static_cast<void>(once);
}

}  // namespace

QuietOpenCv::QuietOpenCv() {
    install_once();
    ++quiet;
}

QuietOpenCv::~QuietOpenCv() {
    --quiet;
}

}  // namespace gbs
