// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "widgets/style/theme.h"

namespace gbs::app {

QString login_name();

/// The user's settings with their defaults. Only load_preferences() and save_preferences() know the keys.
struct Preferences {
    struct Range {
        int low, high;
    };
    static constexpr Range typing_pause_range{100, 3000};    ///< milliseconds
    static constexpr Range encoding_cache_range{64, 65536};  ///< MB
    static constexpr Range map_cache_range{16, 8192};        ///< MB
    static constexpr Range scale_range{100, 300};            ///< percent

    QString language = QStringLiteral("system");  ///< "system" or a code of languages()
    widgets::Theme theme = widgets::Theme::system;
    int scale = 100;  ///< of the window, in percent of the system's; takes effect at the next start
    bool map_while_typing = true;             ///< update the map when typing pauses
    int typing_pause = 400;                   ///< milliseconds
    bool keep_zoom = false;                   ///< keep zoom and position between photos
    bool encode_neighbors = true;             ///< encode the previous and next photo while idle
    int encoding_cache = 512;                 ///< MB of encoded photos; takes effect when a model is loaded
    int map_cache = 64;                       ///< MB of computed maps
    QString device = QStringLiteral("auto");  ///< "auto", "cpu", "cuda", "cuda:N"
    bool restore_session = true;
    QString annotator = login_name();  ///< in one's verdicts

    bool operator==(const Preferences&) const = default;
};

/// Replaces invalid values with defaults and logs a warning for each.
Preferences load_preferences();
void save_preferences(const Preferences& preferences);

}  // namespace gbs::app
