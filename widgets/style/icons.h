// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>

namespace gbs::widgets {

/// The icon resources/icons/NAME.svg in the text color of the current palette, also after a change of theme,
/// or in `color` if that is valid.
QIcon line_icon(const QString& name, const QColor& color = {});

}  // namespace gbs::widgets
