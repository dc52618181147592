// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/figures/map_texts.h"

#include <QCoreApplication>

namespace gbs::widgets {

QString map_text(const char* source) {
    return QCoreApplication::translate("HeatmapCanvas", source);
}

QString symbol_of(LayerKind kind) {
    switch (kind) {
        case LayerKind::gbs:
            return QStringLiteral("H<sub>GbS</sub>");
        case LayerKind::i2t:
            return QStringLiteral("H<sub>i2t</sub>");
        case LayerKind::mean:
            return map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "mean"));
        case LayerKind::detector:
            return map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "detector"));
        case LayerKind::combined:
            return map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "combined"));
        case LayerKind::phrases:
            return map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "phrases"));
        case LayerKind::truth:
        case LayerKind::peak:
            break;
    }
    return {};
}

QString meaning_of(LayerKind kind) {
    switch (kind) {
        case LayerKind::gbs:
            return map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "decoder"));
        case LayerKind::i2t:
            return map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "image to text"));
        case LayerKind::mean:
            return QStringLiteral("√(H<sub>GbS</sub> · H<sub>i2t</sub>)");
        case LayerKind::detector:
            return map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "box scores"));
        case LayerKind::combined:
            return map_text(QT_TRANSLATE_NOOP("HeatmapCanvas", "√(mean · detector)"));
        case LayerKind::phrases:
        case LayerKind::truth:
        case LayerKind::peak:
            break;
    }
    return {};
}

QString plain_symbol(const QString& rich) {
    return QString(rich).remove(QStringLiteral("H<sub>")).remove(QStringLiteral("</sub>"));
}

}  // namespace gbs::widgets
