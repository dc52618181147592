#include "app/window/log_panel.h"

#include <spdlog/spdlog.h>

#include <QFontDatabase>
#include <algorithm>

namespace gbs {

namespace {

constexpr int most_lines = 5000;

class RelaySink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
    explicit RelaySink(LogRelay* relay) : relay_(relay) {}

 protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t text;
        formatter_->format(message, text);
        Q_EMIT relay_->logged(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed());
    }
    void flush_() override {}

 private:
    LogRelay* relay_;
};

}  // namespace

LogPanel::LogPanel(QWidget* parent) : QPlainTextEdit(parent), sink_(std::make_shared<RelaySink>(&relay_)) {
    setReadOnly(true);
    setMaximumBlockCount(most_lines);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Log"));
    setPlaceholderText(tr("Nothing has been logged yet."));
    connect(&relay_, &LogRelay::logged, this, &QPlainTextEdit::appendPlainText);
    sink_->set_pattern("%H:%M:%S  %-7l  %v");
    spdlog::default_logger()->sinks().push_back(sink_);
}

LogPanel::~LogPanel() {
    std::erase(spdlog::default_logger()->sinks(), sink_);
}

void LogPanel::add_message(Severity severity, const QString& text) {
    const std::string line = text.toStdString();
    switch (severity) {
        case Severity::error:
            return spdlog::error("{}", line);
        case Severity::warning:
            return spdlog::warn("{}", line);
        case Severity::info:
            return spdlog::info("{}", line);
    }
}

}  // namespace gbs
