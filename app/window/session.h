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

#include "app/base/task_queue.h"

namespace gbs::app {

struct SessionPhrase {
    QString text;
    QColor color;
    bool hidden = false;
    QString photo{};  ///< the only one that it is for; empty: all

    bool operator==(const SessionPhrase&) const = default;
};

/// What the user was working on, restored at the next start. The layout of the window is in the settings.
struct Session {
    static constexpr std::size_t max_phrases = 10'000;

    QStringList opened;  ///< files and folders, as the user opened them
    QString photo;       ///< path of the shown photo
    QString work_list;   ///< path of the open one
    QString model;       ///< path of the checkpoint; empty: the default model
    std::vector<SessionPhrase> phrases;
    QString current_phrase;
    QString compared_model;      ///< path of side B's checkpoint; empty: none
    QString compared_phrase;     ///< of side B; empty: none
    std::optional<double> zoom;  ///< logical pixels per photo pixel; empty: fit to the window
    QPointF center;              ///< of the visible part, in photo pixels

    bool operator==(const Session&) const = default;
};

QByteArray to_json(const Session& session);
/// Returns nothing and sets `reason` if the text is not a session or a field has the wrong type.
std::optional<Session> parse_session(const QByteArray& json, QString* reason);

/// The session file of the user.
QString session_path();
/// Returns nothing if the file does not exist or is damaged, which is logged.
std::optional<Session> load_session(const QString& path);
/// Replaces the file atomically. Throws Error.
void save_session(const QString& path, const Session& session);

/// Saves the session in the background if it has changed: every 30 seconds, and one second after a touch.
/// Repeated failures are logged once.
class SessionKeeper : public QObject {
    Q_OBJECT

 public:
    static constexpr int period = 30'000;  ///< milliseconds
    static constexpr int delay = 1'000;    ///< milliseconds after a touch

    using Save = std::function<void(const QString& path, const Session& session)>;  ///< may throw Error

    SessionKeeper(QString path, std::function<Session()> collect, QObject* parent = nullptr,
                  Save save = save_session);

    void touch();     ///< call it after a change
    void save_now();  ///< blocks until the file is written: call it at the end of the program

 private:
    void save_soon();

    QString path_;
    std::function<Session()> collect_;
    std::optional<Session> saved_;
    Save save_;
    QTimer regular_{this}, soon_{this};
    bool failed_ = false;  ///< the last save
    TaskQueue tasks_{TaskOrder::latest};
};

}  // namespace gbs::app
