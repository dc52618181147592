// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// While it exists, OpenCV prints nothing from this thread: its lines would mix with the output of commands,
/// and real problems are reported as Error. OpenCV writes some of them to std::cerr, whatever its log level is.
class QuietOpenCv {
 public:
    QuietOpenCv();
    ~QuietOpenCv();
    QuietOpenCv(const QuietOpenCv&) = delete;
    QuietOpenCv& operator=(const QuietOpenCv&) = delete;
};

}  // namespace gbs
