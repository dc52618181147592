// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

namespace gbs {

/// The system cannot read a file that is there, as on a broken disk or network. Never a reason to skip the file as damaged:
/// the next attempt may give other results.
class ReadError : public Error {
 public:
    using Error::Error;
};

}  // namespace gbs
