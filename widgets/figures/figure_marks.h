// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPoint>
#include <QRectF>
#include <QString>

namespace gbs::widgets {

/// A small mark at the peak of a phrase that is not the current one.
struct PeakMark {
    QPoint pixel;
    QColor color;
};

/// An outline over the photo.
struct FigureBox {
    enum class Source {
        detector,  ///< dashed
        truth,     ///< of the data set: solid
        drawn      ///< by a person: dots and dashes
    };
    Source source = Source::detector;
    QRectF rect;    ///< edges in photo pixels, continuous
    QString label;  ///< drawn above it; may be empty
};

}  // namespace gbs::widgets
