// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace gbs::app {

/// A training option in words, translated; empty if it has none. The five that most runs set have theirs in the form.
QString option_label(const QString& key);

}  // namespace gbs::app
