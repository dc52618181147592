#pragma once

#include <spdlog/sinks/base_sink.h>

#include <QObject>
#include <QPlainTextEdit>
#include <memory>
#include <mutex>

#include "widgets/message_bar.h"

namespace gbs {

/// Carries the lines of the log from any thread to the window.
class LogRelay : public QObject {
    Q_OBJECT

 Q_SIGNALS:
    void logged(const QString& line);
};

/// The log as the window shows it: what the program logs, and the messages of the message bar. Bounded in
/// lines.
class LogPanel : public QPlainTextEdit {
    Q_OBJECT

 public:
    explicit LogPanel(QWidget* parent = nullptr);
    ~LogPanel() override;

    void add_message(Severity severity, const QString& text);

 private:
    LogRelay relay_;
    std::shared_ptr<spdlog::sinks::sink> sink_;
};

}  // namespace gbs
