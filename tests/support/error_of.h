// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <functional>
#include <string>

#include "core/base/error.h"

namespace gbs {

/// The text of the Error that `work` throws; empty if it throws none.
inline std::string error_text(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

inline QString error_of(const std::function<void()>& work) {
    return QString::fromStdString(error_text(work));
}

}  // namespace gbs
