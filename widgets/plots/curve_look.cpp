// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_look.h"

#include <array>
#include <cmath>
#include <iterator>
#include <numeric>

namespace gbs::widgets {

QColor curve_color(int index, bool dark) {
    static constexpr std::array<QRgb, curve_color_count> on_white{0x0072b2, 0xc84e00, 0x00845f, 0xb04f8a,
                                                                  0x9a6b00, 0x2b8cc4, 0x444a52};
    static constexpr std::array<QRgb, curve_color_count> on_black{0x56b4e9, 0xf08a3c, 0x2fc79a, 0xd996bd,
                                                                  0xf0e442, 0x9fc5ff, 0xd0d4da};
    const auto i = static_cast<std::size_t>(index) % on_white.size();
    return QColor::fromRgb(dark ? on_black[i] : on_white[i]);
}

Qt::PenStyle curve_dash(int index) {
    static constexpr std::array<Qt::PenStyle, curve_dash_count> styles{
        Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    return styles[static_cast<std::size_t>(index) % styles.size()];
}

bool in_curve_gap(int dash, double column) {
    // Strokes and gaps in pixels.
    static constexpr int patterns[curve_dash_count][6] = {
        {1, 0}, {12, 6}, {3, 4}, {12, 5, 3, 5}, {12, 5, 3, 5, 3, 5}};
    const auto& pattern = patterns[dash % curve_dash_count];
    const int length = std::accumulate(std::begin(pattern), std::end(pattern), 0);
    int place = static_cast<int>(std::fmod(column, length));
    for (int i = 0; i < 6; ++i) {
        if (place < pattern[i]) return i % 2 == 1;
        place -= pattern[i];
    }
    return false;
}

}  // namespace gbs::widgets
