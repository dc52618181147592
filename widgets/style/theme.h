// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QString>

namespace gbs::widgets {

/// Light, dark, or that of the system.
enum class Theme { system, light, dark };

QString theme_name(Theme theme);  ///< for settings: "system", "light", "dark"
Theme parse_theme(const QString& name);

/// The light or dark palette; text has a contrast of at least 4.5 on every background.
QPalette theme_palette(Theme theme, bool system_is_dark);
/// Sets the Fusion style and the palette of the application. Theme::system follows later changes
/// of the system.
void apply_theme(Theme theme);

}  // namespace gbs::widgets
