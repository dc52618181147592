// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <QString>
#include <QStringList>
#include <algorithm>
#include <memory>
#include <mutex>

/// Collects the log lines of the program during its lifetime.
class LogLines {
    struct Sink final : spdlog::sinks::base_sink<std::mutex> {
        QStringList lines;
        void sink_it_(const spdlog::details::log_msg& message) override {
            lines << QString::fromUtf8(message.payload.data(),
                                       static_cast<qsizetype>(message.payload.size()));
        }
        void flush_() override {}
        QStringList copy() {
            const std::lock_guard lock(mutex_);
            return lines;
        }
    };
    std::shared_ptr<Sink> sink_ = std::make_shared<Sink>();

 public:
    LogLines() { spdlog::default_logger()->sinks().push_back(sink_); }
    ~LogLines() { std::erase(spdlog::default_logger()->sinks(), sink_); }
    QStringList lines() const { return sink_->copy(); }
};
