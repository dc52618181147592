// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <spdlog/sinks/base_sink.h>

#include <QObject>
#include <QTextDocument>
#include <memory>

#include "widgets/frame/message_bar.h"

namespace gbs::app {

/// The log lines of the program and the messages of the message bar, limited to the last lines. Create it
/// before any worker runs; it outlives the windows that show it.
class LogBook : public QObject {
    Q_OBJECT

 public:
    explicit LogBook(QObject* parent = nullptr);
    ~LogBook() override;

    void add_message(widgets::Severity severity, const QString& text);
    QTextDocument* document() { return &document_; }
    QString text() const { return document_.toPlainText(); }

 Q_SIGNALS:
    void logged(const QString& line);  ///< emitted from any thread

 private:
    QTextDocument document_;
    std::shared_ptr<spdlog::sinks::sink> sink_;
};

}  // namespace gbs::app
