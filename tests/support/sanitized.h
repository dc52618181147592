// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcessEnvironment>

namespace gbs {

/// Whether this is a build with the address sanitizer, which keeps what was freed.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

/// How many times longer a test may take.
inline constexpr int slowness = sanitized ? 4 : 1;

/// For a child process with leaks of libraries that no suppression finds.
inline QProcessEnvironment environment_without_leak_check() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    return environment;
}

}  // namespace gbs
