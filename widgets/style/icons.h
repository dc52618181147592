// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>

namespace gbs::widgets {

/// The line icon of that name (resources/icons/NAME.svg) in the text colour of the palette of the moment, so
/// that a change of theme needs no new icons. With a valid `color` it keeps that colour.
QIcon line_icon(const QString& name, const QColor& color = {});

}  // namespace gbs::widgets
