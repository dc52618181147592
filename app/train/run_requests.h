// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>

#include "training/run/run_reader.h"
#include "widgets/runs/run_values.h"

namespace gbs::app {

/// Sends control words to trainers. A word is pending until the run folder shows its effect.
class RunRequests : public QObject {
    Q_OBJECT

 public:
    explicit RunRequests(QObject* parent = nullptr) : QObject(parent) {}

    void ask(training::ControlWord word, const widgets::RunRow& run);
    /// Drops the words that took effect in these rows and describes the pending ones in `pending`.
    void annotate(QVector<widgets::RunRow>& runs);

 Q_SIGNALS:
    void failed(const QString& reason);  ///< the word could not be written

 private:
    struct Request {
        training::ControlWord word;
        QDateTime time;
    };
    static bool has_taken_effect(const Request& request, const widgets::RunRow& run);

    QHash<QString, Request> requests_;  ///< by run folder
};

}  // namespace gbs::app
