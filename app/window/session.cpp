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
#include <utility>

#include "core/base/error.h"

namespace gbs::app {

namespace {

constexpr int version = 1;
constexpr qint64 max_file_bytes = 8 << 20;

/// Reads the fields of an object and records the first field of a wrong type.
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
    /// A missing field is read as empty: other versions of the program have other fields.
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
            {QStringLiteral("photo"), phrase.photo},
            {QStringLiteral("color"), phrase.color.isValid() ? phrase.color.name() : QString()},
            {QStringLiteral("hidden"), phrase.hidden}};
}

QString read_phrases(const QJsonArray& array, std::vector<SessionPhrase>& phrases) {
    if (static_cast<std::size_t>(array.size()) > Session::max_phrases)
        return QStringLiteral("phrases: too many");
    for (const QJsonValue& value : array) {
        Reader reader(value.toObject());
        SessionPhrase phrase{reader.text("text"), QColor(reader.text("color")), reader.flag("hidden"),
                             reader.text("photo")};
        if (!reader.wrong().isEmpty() || phrase.text.isEmpty())
            return QStringLiteral("phrases: an entry has no text or the wrong type");
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
                       {QStringLiteral("work_list"), session.work_list},
                       {QStringLiteral("model"), session.model},
                       {QStringLiteral("phrases"), phrases},
                       {QStringLiteral("current_phrase"), session.current_phrase},
                       {QStringLiteral("compared_model"), session.compared_model},
                       {QStringLiteral("compared_phrase"), session.compared_phrase},
                       {QStringLiteral("center_x"), session.center.x()},
                       {QStringLiteral("center_y"), session.center.y()}};
    if (session.zoom) object.insert(QStringLiteral("zoom"), *session.zoom);
    return QJsonDocument(object).toJson();
}

std::optional<Session> parse_session(const QByteArray& json, QString* reason) {
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
    session.work_list = reader.text("work_list");
    session.model = reader.text("model");
    const QString wrong = read_phrases(reader.array("phrases"), session.phrases);
    session.current_phrase = reader.text("current_phrase");
    session.compared_model = reader.text("compared_model");
    session.compared_phrase = reader.text("compared_phrase");
    if (reader.has("zoom")) session.zoom = reader.number("zoom");
    session.center = QPointF(reader.number("center_x"), reader.number("center_y"));
    if (!wrong.isEmpty() || !reader.wrong().isEmpty() || (session.zoom && !(*session.zoom > 0))) {
        *reason = !wrong.isEmpty()           ? wrong
                  : reader.wrong().isEmpty() ? QStringLiteral("zoom: must be positive")
                                             : reader.wrong() + QStringLiteral(": wrong type");
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
    else if (file.size() > max_file_bytes)
        reason = QStringLiteral("the file is too large");
    else
        session = parse_session(file.read(max_file_bytes), &reason);
    if (!session)
        spdlog::warn("{}: cannot read the last session ({}); starting a new one", path.toStdString(),
                     reason.toStdString());
    return session;
}

void save_session(const QString& path, const Session& session) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray json = to_json(session);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        throw Error(path.toStdString() + ": cannot save the session: " + file.errorString().toStdString());
}

SessionKeeper::SessionKeeper(QString path, std::function<Session()> collect, QObject* parent, Save save)
    : QObject(parent), path_(std::move(path)), collect_(std::move(collect)), save_(std::move(save)) {
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
    tasks_.submit(
        this, [save = save_, path = path_, session = std::move(session)] { save(path, session); },
        [this] { failed_ = false; },
        [this](const QString& reason) {
            if (!std::exchange(failed_, true)) spdlog::warn("{}", reason.toStdString());
        });
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
