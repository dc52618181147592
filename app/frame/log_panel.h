// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

#include "app/frame/log_book.h"

namespace gbs::app {

/// Shows the log book. Scrolls to new lines unless the user has scrolled up.
class LogPanel : public QPlainTextEdit {
    Q_OBJECT

 public:
    explicit LogPanel(LogBook& book, QWidget* parent = nullptr);
};

}  // namespace gbs::app
