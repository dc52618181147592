// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>

#include "app/base/task_queue.h"
#include "app/session/photo.h"
#include "core/detector/detector_boxes.h"
#include "core/image/heatmap.h"
#include "widgets/frame/message_bar.h"

namespace gbs {
class CachedDetector;
}

namespace gbs::app {

/// A detector that runs (docs/detectors.md) and is asked about the shown photo and phrase. It starts, waits and answers in
/// the background; signals are emitted in the GUI thread.
class RunningDetector : public QObject {
    Q_OBJECT

 public:
    enum class State { off, starting, ready, failed };
    struct Answer {
        std::shared_ptr<const DetectorBoxes> boxes;  ///< null if it gave a map, or nothing
        std::shared_ptr<const Heatmap> map;
        QString failure;

        bool operator==(const Answer&) const = default;
    };

    explicit RunningDetector(QObject* parent = nullptr);
    ~RunningDetector() override;

    /// Ends the detector that runs and starts this one.
    void start(const QString& command);
    void stop();
    State state() const { return state_; }
    /// Whether its answers are shown: from start() to stop(), also after it has failed.
    bool is_open() const { return state_ != State::off; }
    bool busy() const { return state_ == State::starting || asking_; }
    const QString& command() const { return command_; }
    /// "OWLv2, cuda:0", as it says itself; the command before it does.
    QString description() const;
    /// The last lines that it wrote to standard error.
    const QStringList& log() const { return log_; }

    /// The answer for a phrase in a photo. Without one it is asked, unless it asks already: then the last one counts.
    std::optional<Answer> answer(const Photo& photo, const QString& phrase);

    /// Where answers are kept, in the user's cache folder.
    static QString cache_folder();

 Q_SIGNALS:
    void state_changed();
    void answered();
    void said(const QString& line, bool again);  ///< again: in place of the last one
    void message(gbs::widgets::Severity severity, const QString& text);

 private:
    struct Question {
        QString path, phrase, key;
    };

    void set_state(State state);
    void fail(const QString& reason);
    void take_line(int run, const QString& line, bool again);
    void note_end(int run);
    void ask_next();

    State state_ = State::off;
    QString command_, name_, device_;
    QStringList log_;
    QHash<QString, Answer> answers_;  ///< by photo and phrase
    std::optional<Question> wanted_;
    bool asking_ = false;
    int run_ = 0;                               ///< counts the starts
    std::shared_ptr<CachedDetector> detector_;  ///< used by the tasks only
    TaskQueue tasks_;
};

}  // namespace gbs::app
