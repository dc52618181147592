// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stdexcept>
#include <string>

namespace gbs {

/// An error that the user can fix. The text says what is wrong, where (file, key, line) and what to do.
/// Commands print it and exit with code 1; the window shows it and keeps its state.
class Error : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// The user or a newer request cancelled the work. Not a failure.
class Cancelled : public std::runtime_error {
 public:
    Cancelled() : std::runtime_error("cancelled") {}
};

}  // namespace gbs
