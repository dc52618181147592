// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPoint>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <limits>

namespace gbs::widgets {

/// A small mark at the peak of a phrase other than the current one.
struct PeakMark {
    QPoint pixel;
    QColor color;
    QString letter{};  ///< of the phrase in the list; may be empty
};

/// An outline over the photo.
struct FigureBox {
    enum class Source {
        detector,  ///< dashed
        truth,     ///< from the data set: solid
        drawn      ///< by the user: dash-dot-dot
    };
    Source source = Source::detector;
    QRectF rect;                                            ///< in continuous photo pixels
    QString label{};                                        ///< drawn above the box; may be empty
    float score = std::numeric_limits<float>::quiet_NaN();  ///< drawn after the label; NaN: none
    QPolygonF polygon{};  ///< drawn instead of the rectangle around it; may be empty
};

}  // namespace gbs::widgets
