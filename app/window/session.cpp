// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/session.h"

#include <spdlog/spdlog.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include "core/base/error.h"

namespace gbs::app {

namespace {

constexpr int version = 1;
constexpr qint64 largest_file = 8 << 20;
constexpr int most_phrases = 10'000;

/// Reads the fields of an object; the first one of a wrong kind is remembered.
class Reader {
 public:
    explicit Reader(QJsonObject object) : object_(std::move(object)) {}

    QString text(const char* key) { return value(key, QJsonValue::String).toString(); }
    bool flag(const char* key) { return value(key, QJsonValue::Bool).toBool(); }
    double number(const char* key) { return value(key, QJsonValue::Double).toDouble(); }
    QJsonArray array(const char* key) { return value(key, QJsonValue::Array).toArray(); }
    QStringList texts(const char* key) {
        QStringList found;
        for (const QJsonValue& entry : array(key)) {
            if (!entry.isString()) note_wrong(key);
            found << entry.toString();
        }
        return found;
    }
    bool has(const char* key) const { return object_.contains(QLatin1String(key)); }
    const QString& wrong() const { return wrong_; }

 private:
    /// An absent field is an empty one: sessions of other versions have other fields.
    QJsonValue value(const char* key, QJsonValue::Type type) {
        const QJsonValue value = object_.value(QLatin1String(key));
        if (value.isUndefined() || value.type() == type) return value;
        note_wrong(key);
        return {};
    }
    void note_wrong(const char* key) {
        if (wrong_.isEmpty()) wrong_ = QLatin1String(key);
    }

    QJsonObject object_;
    QString wrong_;
};

QJsonObject phrase_object(const SessionPhrase& phrase) {
    return {{QStringLiteral("text"), phrase.text},
            {QStringLiteral("color"), phrase.color.isValid() ? phrase.color.name() : QString()},
            {QStringLiteral("hidden"), phrase.hidden}};
}

QString read_phrases(const QJsonArray& array, std::vector<SessionPhrase>& phrases) {
    if (array.size() > most_phrases) return QStringLiteral("phrases: too many");
    for (const QJsonValue& value : array) {
        Reader reader(value.toObject());
        SessionPhrase phrase{reader.text("text"), QColor(reader.text("color")), reader.flag("hidden")};
        if (!reader.wrong().isEmpty() || phrase.text.isEmpty())
            return QStringLiteral("phrases: an entry without text, or of a wrong kind");
        phrases.push_back(std::move(phrase));
    }
    return {};
}

}  // namespace

QByteArray to_json(const Session& session) {
    QJsonArray phrases;
    for (const SessionPhrase& phrase : session.phrases) phrases.append(phrase_object(phrase));
    QJsonObject object{{QStringLiteral("version"), version},
                       {QStringLiteral("opened"), QJsonArray::fromStringList(session.opened)},
                       {QStringLiteral("photo"), session.photo},
                       {QStringLiteral("model"), session.model},
                       {QStringLiteral("phrases"), phrases},
                       {QStringLiteral("current_phrase"), session.current_phrase},
                       {QStringLiteral("center_x"), session.center.x()},
                       {QStringLiteral("center_y"), session.center.y()}};
    if (session.zoom) object.insert(QStringLiteral("zoom"), *session.zoom);
    return QJsonDocument(object).toJson();
}

std::optional<Session> session_of(const QByteArray& json, QString* reason) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        *reason =
            error.error == QJsonParseError::NoError ? QStringLiteral("not an object") : error.errorString();
        return std::nullopt;
    }
    Reader reader(document.object());
    Session session;
    session.opened = reader.texts("opened");
    session.photo = reader.text("photo");
    session.model = reader.text("model");
    const QString wrong = read_phrases(reader.array("phrases"), session.phrases);
    session.current_phrase = reader.text("current_phrase");
    if (reader.has("zoom")) session.zoom = reader.number("zoom");
    session.center = QPointF(reader.number("center_x"), reader.number("center_y"));
    if (!wrong.isEmpty() || !reader.wrong().isEmpty() || (session.zoom && !(*session.zoom > 0))) {
        *reason = !wrong.isEmpty()           ? wrong
                  : reader.wrong().isEmpty() ? QStringLiteral("zoom: not above 0")
                                             : reader.wrong() + QStringLiteral(": of a wrong kind");
        return std::nullopt;
    }
    return session;
}

QString session_path() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("session.json"));
}

std::optional<Session> load_session(const QString& path) {
    QFile file(path);
    if (!file.exists()) return std::nullopt;
    QString reason;
    std::optional<Session> session;
    if (!file.open(QIODevice::ReadOnly))
        reason = file.errorString();
    else if (file.size() > largest_file)
        reason = QStringLiteral("larger than a session can be");
    else
        session = session_of(file.read(largest_file), &reason);
    if (!session)
        spdlog::warn("{}: the last session cannot be read ({}); a new one begins", path.toStdString(),
                     reason.toStdString());
    return session;
}

void save_session(const QString& path, const Session& session) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray json = to_json(session);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        throw Error(path.toStdString() +
                    ": the session cannot be saved: " + file.errorString().toStdString());
}

SessionKeeper::SessionKeeper(QString path, std::function<Session()> collect, QObject* parent, Save save)
    : QObject(parent),
      path_(std::move(path)),
      collect_(std::move(collect)),
      writer_([save = std::move(save), failed = false](const Job& job, std::stop_token) mutable {
          try {
              save(job.path, job.session);
              failed = false;
          } catch (const Error& error) {
              if (!failed) spdlog::warn("{}", error.what());
              failed = true;
          }
      }) {
    regular_.setInterval(period);
    soon_.setInterval(delay);
    soon_.setObjectName(QStringLiteral("soon"));
    soon_.setSingleShot(true);
    for (QTimer* const timer : {&regular_, &soon_})
        connect(timer, &QTimer::timeout, this, &SessionKeeper::save_soon);
    regular_.start();
}

void SessionKeeper::touch() {
    if (!soon_.isActive()) soon_.start();
}

void SessionKeeper::save_soon() {
    Session session = collect_();
    if (session == saved_) return;
    saved_ = session;
    writer_.submit({path_, std::move(session)});
}

void SessionKeeper::save_now() {
    soon_.stop();
    saved_ = collect_();
    try {
        save_session(path_, *saved_);
    } catch (const Error& error) {
        spdlog::warn("{}", error.what());
    }
}

}  // namespace gbs::app
