// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "widgets/style/theme.h"

namespace gbs::app {

/// What a person has set, with the values of a first start. This file alone knows the keys of the settings.
struct Preferences {
    struct Range {
        int low, high;
    };
    static constexpr Range typing_pause_range{100, 3000};    ///< milliseconds
    static constexpr Range encoding_cache_range{64, 65536};  ///< MB
    static constexpr Range map_cache_range{16, 8192};        ///< MB

    QString language = QStringLiteral("system");  ///< or a code of languages()
    widgets::Theme theme = widgets::Theme::system;
    bool map_while_typing = true;             ///< the map follows the phrase edit after a pause
    int typing_pause = 400;                   ///< milliseconds
    bool keep_zoom = false;                   ///< between photos
    bool encode_neighbours = true;            ///< the photos beside this one, while idle
    int encoding_cache = 512;                 ///< MB of encoded photos; counts when a model is loaded
    int map_cache = 64;                       ///< MB of finished maps
    QString device = QStringLiteral("auto");  ///< "auto", "cpu", "cuda", "cuda:N"
    bool restore_session = true;

    bool operator==(const Preferences&) const = default;
};

/// A value that cannot be is told in the log, and the first one stands in its place.
Preferences load_preferences();
void save_preferences(const Preferences& preferences);

}  // namespace gbs::app
