// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/log_book.h"

#include <spdlog/spdlog.h>

#include <QPlainTextDocumentLayout>
#include <QTextCursor>
#include <algorithm>
#include <mutex>

namespace gbs::app {

namespace {

constexpr int max_lines = 5000;

class BookSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
    explicit BookSink(LogBook* book) : book_(book) {}

 protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t text;
        formatter_->format(message, text);
        Q_EMIT book_->logged(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed());
    }
    void flush_() override {}

 private:
    LogBook* book_;
};

}  // namespace

LogBook::LogBook(QObject* parent) : QObject(parent), sink_(std::make_shared<BookSink>(this)) {
    document_.setDocumentLayout(new QPlainTextDocumentLayout(&document_));
    document_.setMaximumBlockCount(max_lines);
    connect(this, &LogBook::logged, this, [this](const QString& line) {
        QTextCursor cursor(&document_);
        cursor.movePosition(QTextCursor::End);
        if (!document_.isEmpty()) cursor.insertBlock();
        cursor.insertText(line);
    });
    sink_->set_pattern("%H:%M:%S  %-7l  %v");
    spdlog::default_logger()->sinks().push_back(sink_);
}

LogBook::~LogBook() {
    std::erase(spdlog::default_logger()->sinks(), sink_);
}

void LogBook::add_message(widgets::Severity severity, const QString& text) {
    const std::string line = text.toStdString();
    switch (severity) {
        case widgets::Severity::error:
            return spdlog::error("{}", line);
        case widgets::Severity::warning:
            return spdlog::warn("{}", line);
        case widgets::Severity::info:
            return spdlog::info("{}", line);
    }
}

}  // namespace gbs::app
