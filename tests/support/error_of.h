// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <functional>

#include "core/base/error.h"

namespace gbs {

/// The message of the error thrown by `work`; empty if it throws none.
inline QString error_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace gbs
