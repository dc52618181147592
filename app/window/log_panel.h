#pragma once

#include <QPlainTextEdit>

#include "app/window/log_book.h"

namespace gbs {

/// Shows the log book, at its end unless a person has scrolled up.
class LogPanel : public QPlainTextEdit {
    Q_OBJECT

 public:
    explicit LogPanel(LogBook& book, QWidget* parent = nullptr);
};

}  // namespace gbs
