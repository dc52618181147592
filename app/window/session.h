// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QColor>
#include <QObject>
#include <QPointF>
#include <QStringList>
#include <QTimer>
#include <functional>
#include <optional>
#include <vector>

#include "app/base/latest_wins.h"

namespace gbs::app {

struct SessionPhrase {
    QString text;
    QColor color;
    bool hidden = false;

    bool operator==(const SessionPhrase&) const = default;
};

/// What a person had before them: enough to go on there at the next start. How the window looks is in the
/// settings.
struct Session {
    QStringList opened;  ///< files and folders, as a person opened them
    QString photo;       ///< that was shown
    QString model;       ///< a checkpoint; empty: the default model
    std::vector<SessionPhrase> phrases;
    QString current_phrase;
    std::optional<double> zoom;  ///< logical pixels a photo pixel; nothing: fitted
    QPointF center;              ///< of what is seen, in photo pixels

    bool operator==(const Session&) const = default;
};

/// JSON and back. A text that is no session, or has a field of the wrong kind, gives nothing and the reason.
QByteArray to_json(const Session& session);
std::optional<Session> session_of(const QByteArray& json, QString* reason);

/// Where this person's session is kept.
QString session_path();
/// Nothing where there is none; a damaged one is told in the log.
std::optional<Session> load_session(const QString& path);
/// Replaces the file whole. Throws Error.
void save_session(const QString& path, const Session& session);

/// Saves the session in a thread of its own: every half minute and soon after it was touched, if it has
/// changed; a program that dies loses no more than that. A failure is told in the log, once.
class SessionKeeper : public QObject {
    Q_OBJECT

 public:
    static constexpr int period = 30'000;  ///< milliseconds
    static constexpr int delay = 1'000;    ///< milliseconds after a touch

    using Save = std::function<void(const QString& path, const Session& session)>;  ///< may throw Error

    SessionKeeper(QString path, std::function<Session()> collect, QObject* parent = nullptr,
                  Save save = save_session);

    void touch();     ///< something worth keeping has changed
    void save_now();  ///< waits for the disk: for the end of the program

 private:
    struct Job {
        QString path;
        Session session;
    };
    void save_soon();

    QString path_;
    std::function<Session()> collect_;
    std::optional<Session> saved_;
    QTimer regular_{this}, soon_{this};
    LatestWins<Job> writer_;
};

}  // namespace gbs::app
