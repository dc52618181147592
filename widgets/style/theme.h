// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QString>

namespace gbs::widgets {

/// Light or dark, or whatever the system has.
enum class Theme { system, light, dark };

QString theme_name(Theme theme);  ///< for settings: "system", "light", "dark"
Theme theme_of(const QString& name);

/// The two palettes; text on every background of theirs has a contrast of 4.5 or more.
QPalette theme_palette(Theme theme, bool system_is_dark);
/// Sets Fusion and the palette for the whole program; Theme::system follows the system from then on.
void apply_theme(Theme theme);

}  // namespace gbs::widgets
