// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs::app {

/// The number of the format of the user's settings, their key "format".
inline constexpr int settings_format = 1;

/// Call it before anything reads or writes settings. Throws Error, with what to do, if a newer version of the program
/// wrote them; otherwise they carry the number of their format from then on.
void check_settings_format();

}  // namespace gbs::app
