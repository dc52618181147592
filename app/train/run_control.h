// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>

#include "training/run/run_reader.h"
#include "widgets/runs/run_values.h"

namespace gbs::app {

/// Words to trainers. A word counts as heard when the run folder shows its effect, not when it was sent.
class RunControl : public QObject {
    Q_OBJECT

 public:
    explicit RunControl(QObject* parent = nullptr) : QObject(parent) {}

    void ask(training::ControlWord word, const widgets::RunRow& run);
    /// Forgets the words whose effect these rows show, and says in the others what is waited for.
    void annotate(QVector<widgets::RunRow>& runs);

 Q_SIGNALS:
    void failed(const QString& reason);  ///< the word could not be left

 private:
    struct Asked {
        training::ControlWord word;
        QDateTime time;
    };
    static bool is_heard(const Asked& asked, const widgets::RunRow& run);

    QHash<QString, Asked> asked_;  ///< by run folder
};

}  // namespace gbs::app
