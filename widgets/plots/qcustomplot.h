// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// QCustomPlot's header uses Qt's keywords, which QT_NO_KEYWORDS disables in the whole project. Define them
// for this include only.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
