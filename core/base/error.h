// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stdexcept>
#include <string>

namespace gbs {

/// Anything a person can put right: says what was wrong, where (file, key, line) and what to do.
/// Commands print the text and end with exit code 1; the window shows it and keeps what it had.
class Error : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// The person, or a newer request, asked for the work to end. Not a failure.
class Cancelled : public std::runtime_error {
 public:
    Cancelled() : std::runtime_error("cancelled") {}
};

}  // namespace gbs
