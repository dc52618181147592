// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/base/error.h"

namespace gbs {

/// Refuses a file whose pixels are not all there; `name` is the file's.
[[noreturn]] inline void fail_truncated(const std::string& name) {
    throw Error(name + ": the file is truncated. Copy or download it again");
}

}  // namespace gbs
