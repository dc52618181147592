// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_database.h"

#include <sys/stat.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QUuid>
#include <QtEndian>
#include <array>
#include <utility>

#include "app/review/review_limit.h"
#include "app/review/review_rows.h"

namespace gbs::app {

namespace {

using Kind = ReviewDatabaseError::Kind;

constexpr int application_id = 0x47625352;  // "GbSR"
constexpr qint64 max_bytes = qint64{1} << 30;

const char* const schema_statements[] = {
    "CREATE TABLE IF NOT EXISTS image (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
    "width INTEGER NOT NULL, height INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS model (id INTEGER PRIMARY KEY, name TEXT NOT NULL, "
    "fingerprint TEXT NOT NULL, UNIQUE (name, fingerprint))",
    "CREATE TABLE IF NOT EXISTS verdict (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES image, "
    "phrase TEXT NOT NULL, model INTEGER NOT NULL REFERENCES model, annotator TEXT NOT NULL, "
    "verdict TEXT NOT NULL CHECK (verdict IN ('', 'right', 'wrong', 'unsure', 'absent')), "
    "note TEXT NOT NULL, time TEXT NOT NULL, UNIQUE (image, phrase, model, annotator))",
    "CREATE TABLE IF NOT EXISTS truth_list (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES "
    "image, phrase TEXT NOT NULL, time TEXT NOT NULL, UNIQUE (image, phrase))",
    "CREATE TABLE IF NOT EXISTS truth (id INTEGER PRIMARY KEY, list INTEGER NOT NULL REFERENCES "
    "truth_list, position INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('point', 'box', 'polygon')), "
    "x1 INTEGER NOT NULL, y1 INTEGER NOT NULL, x2 INTEGER NOT NULL, y2 INTEGER NOT NULL, "
    "corners TEXT NOT NULL, UNIQUE (list, position))",
    "CREATE TABLE IF NOT EXISTS former_truth (id INTEGER PRIMARY KEY, list INTEGER NOT NULL REFERENCES "
    "truth_list, kind TEXT NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL, x2 INTEGER NOT NULL, "
    "y2 INTEGER NOT NULL, corners TEXT NOT NULL, UNIQUE (list, kind, x1, y1, x2, y2, corners))",
    "CREATE TABLE IF NOT EXISTS peak (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES image, "
    "phrase TEXT NOT NULL, model INTEGER NOT NULL REFERENCES model, gbs_x INTEGER NOT NULL, "
    "gbs_y INTEGER NOT NULL, i2t_x INTEGER NOT NULL, i2t_y INTEGER NOT NULL, mean_x INTEGER NOT NULL, "
    "mean_y INTEGER NOT NULL, time TEXT NOT NULL, UNIQUE (image, phrase, model))",
    "CREATE VIEW IF NOT EXISTS review AS SELECT image.name AS image, phrase, model.name AS model, "
    "model.fingerprint AS fingerprint, annotator, verdict, note, time FROM verdict "
    "JOIN image ON image.id = verdict.image JOIN model ON model.id = verdict.model "
    "WHERE verdict <> '' OR note <> ''",
};

/// What files of earlier schemas hold instead: verdicts of schema 1, which knew no absent phrases, and of schemas 2 and
/// 3, which knew no annotators, their view, and the true places of schemas 1 and 2, which knew no polygons.
const char* const former_statements[] = {
    "CREATE TABLE verdict (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES image, "
    "phrase TEXT NOT NULL, model INTEGER NOT NULL REFERENCES model, "
    "verdict TEXT NOT NULL CHECK (verdict IN ('', 'right', 'wrong', 'unsure')), "
    "note TEXT NOT NULL, time TEXT NOT NULL, UNIQUE (image, phrase, model))",
    "CREATE TABLE verdict (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES image, "
    "phrase TEXT NOT NULL, model INTEGER NOT NULL REFERENCES model, "
    "verdict TEXT NOT NULL CHECK (verdict IN ('', 'right', 'wrong', 'unsure', 'absent')), "
    "note TEXT NOT NULL, time TEXT NOT NULL, UNIQUE (image, phrase, model))",
    "CREATE VIEW review AS SELECT image.name AS image, phrase, model.name AS model, "
    "model.fingerprint AS fingerprint, verdict, note, time FROM verdict "
    "JOIN image ON image.id = verdict.image JOIN model ON model.id = verdict.model "
    "WHERE verdict <> '' OR note <> ''",
    "CREATE TABLE truth (id INTEGER PRIMARY KEY, list INTEGER NOT NULL REFERENCES "
    "truth_list, position INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('point', 'box')), "
    "x1 INTEGER NOT NULL, y1 INTEGER NOT NULL, x2 INTEGER NOT NULL, y2 INTEGER NOT NULL, "
    "UNIQUE (list, position))",
};

/// A table that an earlier schema had in another form: how its rows are kept aside, and how they come back.
struct OldTable {
    int last_schema;  ///< the last one with that form
    std::array<const char*, 3> keep;
    std::array<const char*, 2> bring_back;
};
constexpr std::array old_tables{
    OldTable{
        3,
        {"CREATE TEMP TABLE kept_verdict AS SELECT id, image, phrase, model, '' AS annotator, verdict, note, time "
         "FROM main.verdict",
         "DROP VIEW IF EXISTS main.review", "DROP TABLE main.verdict"},
        {"INSERT INTO main.verdict SELECT * FROM temp.kept_verdict", "DROP TABLE temp.kept_verdict"}},
    OldTable{2,
             {"CREATE TEMP TABLE kept_truth AS SELECT * FROM main.truth", "DROP TABLE main.truth",
              "DROP VIEW IF EXISTS main.review"},
             {"INSERT INTO main.truth SELECT *, '' FROM temp.kept_truth", "DROP TABLE temp.kept_truth"}}};

QString text(const char* source) {
    return QCoreApplication::translate("ReviewDatabase", source);
}

[[noreturn]] void fail(const QString& file, const QSqlError& error) {
    constexpr int interrupted = 9, corrupt = 11, not_a_database = 26;  // interrupted: by ReviewLimit
    const int code = error.nativeErrorCode().toInt() & 0xff;           // without the extended error code
    const QString reason = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    const bool damaged = code == interrupted || code == corrupt || code == not_a_database;
    throw ReviewDatabaseError(damaged ? Kind::damaged : Kind::other,
                              QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(file), reason));
}

enum class Use { read, write };

/// Whether the file has nothing but this program's tables. In a file from anyone, a view with the name of a table, a
/// trigger or a computed column could run without end. Triggers do not run when rows are read.
bool has_own_schema(const QSqlDatabase& database, Use use) {
    QStringList own;
    for (const char* const statement : schema_statements)
        own << QString::fromLatin1(statement).remove(QStringLiteral("IF NOT EXISTS "));
    for (const char* const statement : former_statements) own << QString::fromLatin1(statement);
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(QStringLiteral("SELECT type, sql FROM sqlite_master"));
    while (query.next()) {
        const QString type = query.value(0).toString(), sql = query.value(1).toString();
        const bool of_a_unique = type == QStringLiteral("index") && sql.isEmpty();
        const bool idle = type == QStringLiteral("trigger") && use == Use::read;
        if (!of_a_unique && !idle && !own.contains(sql)) return false;
    }
    return true;
}

QVariant first_value(const QString& file, const QSqlDatabase& database, const QString& statement) {
    QSqlQuery query(database);
    if (!query.exec(statement) || !query.next()) fail(file, query.lastError());
    return query.value(0);
}

void run(const QString& file, const QSqlDatabase& database, const QString& statement) {
    QSqlQuery query(database);
    if (!query.exec(statement)) fail(file, query.lastError());
}

/// Of the database and its write-ahead log.
qint64 all_bytes(const QString& file) {
    return QFileInfo(file).size() + QFileInfo(file + QStringLiteral("-wal")).size();
}

/// Whether one of the database's files is there but a pipe or the like, which would block whoever reads it.
bool has_odd_file(const QString& file) {
    for (const char* suffix : {"", "-wal", "-journal", "-shm"})
        if (const QFileInfo info(file + QLatin1String(suffix)); info.exists() && !info.isFile()) return true;
    return false;
}

ReviewDatabaseError unreadable(const QString& file) {
    return {
        Kind::other,
        text(QT_TRANSLATE_NOOP("ReviewDatabase", "%1 cannot be read")).arg(QDir::toNativeSeparators(file))};
}

/// SQLite refuses a file that is shorter than its header says, so fill the end with zeros.
void restore_length(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadWrite)) return;
    const QByteArray header = file.read(100);
    if (header.size() < 100) return;
    const qint64 page = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pages = qFromBigEndian<quint32>(header.constData() + 28);
    if (page >= 512 && pages * page > file.size() && pages * page <= max_bytes) file.resize(pages * page);
}

}  // namespace

ReviewDatabase::ReviewDatabase(const QString& file) : ReviewDatabase(file, Unchecked{}) {
    // From here on the destructor closes the connection.
    if (has_odd_file(file)) throw unreadable(file);
    if (QFileInfo(file).size() > max_bytes)
        throw ReviewDatabaseError(
            Kind::other,
            text(QT_TRANSLATE_NOOP("ReviewDatabase", "%1: larger than the limit for reviews (1 GiB)"))
                .arg(QDir::toNativeSeparators(file)));
    open();
    const ReviewLimit limit(QSqlDatabase::database(connection_), all_bytes(file));
    check();
    prepare();
    remember_file();
    take_news();
}

ReviewDatabase::ReviewDatabase(const QString& file, Unchecked)
    : file_(file), connection_(QStringLiteral("review-") + QUuid::createUuid().toString(QUuid::Id128)) {}

ReviewDatabase::~ReviewDatabase() {
    QSqlDatabase::database(connection_, false).close();
    QSqlDatabase::removeDatabase(connection_);
}

void ReviewDatabase::open() {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=3000"));
    database.setDatabaseName(file_);
    if (!database.open()) fail(file_, database.lastError());
    run(file_, database, QStringLiteral("PRAGMA trusted_schema = OFF"));
}

void ReviewDatabase::check() const {
    const QSqlDatabase database = QSqlDatabase::database(connection_);
    const auto no_reviews = [&] {
        return ReviewDatabaseError(Kind::damaged,
                                   text(QT_TRANSLATE_NOOP("ReviewDatabase", "%1: not a file of reviews"))
                                       .arg(QDir::toNativeSeparators(file_)));
    };
    const auto value = [&](const char* statement) {
        return first_value(file_, database, QString::fromLatin1(statement));
    };
    if (value("SELECT count(*) FROM sqlite_master").toInt() == 0) return;  // new
    if (value("PRAGMA application_id").toInt() != application_id) throw no_reviews();
    const int version = value("PRAGMA user_version").toInt();
    if (version > schema)
        throw ReviewDatabaseError(
            Kind::newer,
            text(QT_TRANSLATE_NOOP(
                     "ReviewDatabase",
                     "%1 was written by a newer version of GbS Explorer (format %2; this version "
                     "supports %3). Update the program to review photos in this folder. The file "
                     "was not changed."))
                .arg(QDir::toNativeSeparators(file_))
                .arg(version)
                .arg(schema));
    if (!has_own_schema(database, Use::write)) throw no_reviews();
    const QString verdict = value("PRAGMA quick_check(1)").toString();
    if (verdict != QStringLiteral("ok"))
        throw ReviewDatabaseError(Kind::damaged,
                                  QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(file_), verdict));
}

void ReviewDatabase::prepare() {
    QSqlDatabase database = QSqlDatabase::database(connection_);
    const auto execute = [&](const QString& statement) { run(file_, database, statement); };
    // Without write-ahead log support (some network shares) SQLite keeps its journal, just as safe
    // but slower.
    execute(QStringLiteral("PRAGMA journal_mode = WAL"));
    execute(QStringLiteral("PRAGMA synchronous = FULL"));
    execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    const auto version = [&] {
        return first_value(file_, database, QStringLiteral("PRAGMA user_version")).toInt();
    };
    if (version() == schema) return;
    execute(QStringLiteral("BEGIN IMMEDIATE"));
    try {
        // Another program may have been quicker.
        const int found = version();
        const auto is_old = [found](const OldTable& table) {
            return found > 0 && found <= table.last_schema;
        };
        for (const OldTable& table : old_tables)
            for (const char* const statement : table.keep)
                if (is_old(table)) execute(QString::fromLatin1(statement));
        for (const char* const statement : schema_statements) execute(QString::fromLatin1(statement));
        for (const OldTable& table : old_tables)
            for (const char* const statement : table.bring_back)
                if (is_old(table)) execute(QString::fromLatin1(statement));
        execute(QStringLiteral("PRAGMA application_id = %1").arg(application_id));
        execute(QStringLiteral("PRAGMA user_version = %1").arg(schema));
        execute(QStringLiteral("COMMIT"));
    } catch (const Error&) {
        QSqlQuery(database).exec(QStringLiteral("ROLLBACK"));
        throw;
    }
}

void ReviewDatabase::remember_file() {
    struct stat now {};
    if (::stat(QFile::encodeName(file_).constData(), &now) != 0) return;
    device_ = now.st_dev;
    inode_ = now.st_ino;
}

bool ReviewDatabase::is_gone() const {
    struct stat now {};
    return ::stat(QFile::encodeName(file_).constData(), &now) != 0 || now.st_dev != device_ ||
           now.st_ino != inode_;
}

void ReviewDatabase::require_file() const {
    // SQLite keeps writing into a file that was deleted or moved; those changes would be lost.
    if (!is_gone()) return;
    throw ReviewDatabaseError(Kind::other,
                              text(QT_TRANSLATE_NOOP("ReviewDatabase", "%1 was moved or deleted"))
                                  .arg(QDir::toNativeSeparators(file_)));
}

ReviewContents ReviewDatabase::read() const {
    const QSqlDatabase database = QSqlDatabase::database(connection_);
    const ReviewLimit limit(database, all_bytes(file_));
    ReviewRows rows(database);
    ReviewContents contents = rows.read();
    if (rows.error().isValid()) fail(file_, rows.error());
    return contents;
}

bool ReviewDatabase::take_news() {
    const QSqlDatabase database = QSqlDatabase::database(connection_);
    const qint64 version = first_value(file_, database, QStringLiteral("PRAGMA data_version")).toLongLong();
    return std::exchange(version_, version) != version;
}

QVector<ReviewChange> ReviewDatabase::write(const QVector<ReviewChange>& changes) {
    require_file();
    QVector<ReviewChange> outdated;
    const QSqlDatabase database = QSqlDatabase::database(connection_);
    run(file_, database, QStringLiteral("BEGIN IMMEDIATE"));
    try {
        ReviewRows rows(database);
        for (const ReviewChange& change : changes) {
            const bool is_current = rows.is_current(change);
            if (rows.error().isValid() || (is_current && !rows.write(change))) fail(file_, rows.error());
            if (!is_current) outdated << change;
        }
        run(file_, database, QStringLiteral("COMMIT"));
    } catch (const Error&) {
        QSqlQuery(database).exec(QStringLiteral("ROLLBACK"));
        throw;
    }
    require_file();
    return outdated;
}

ReviewContents ReviewDatabase::read_copy(const QString& file) {
    if (has_odd_file(file)) throw unreadable(file);
    // SQLite cannot read its own log in a read-only folder, and opening a file of an earlier schema upgrades it.
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.sqlite"));
    for (const QString& suffix : {QString(), QStringLiteral("-wal")})
        if (QFileInfo::exists(file + suffix) &&
            !(QFile::copy(file + suffix, copy + suffix) &&
              QFile::setPermissions(copy + suffix, QFile::ReadOwner | QFile::WriteOwner)))
            throw unreadable(file);
    return ReviewDatabase(copy).read();
}

ReviewContents ReviewDatabase::rescue(const QString& file) {
    if (has_odd_file(file) || QFileInfo(file).size() > max_bytes) return {};
    // In a copy: reading applies the write-ahead log, and the damaged file must stay unchanged.
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.sqlite"));
    if (!QFile::copy(file, copy)) return {};
    QFile::copy(file + QStringLiteral("-wal"), copy + QStringLiteral("-wal"));
    restore_length(copy);
    ReviewDatabase damaged(copy, Unchecked{});
    try {
        damaged.open();
        const QSqlDatabase database = QSqlDatabase::database(damaged.connection_);
        const ReviewLimit limit(database, all_bytes(copy));
        return has_own_schema(database, Use::read) ? ReviewRows(database).read() : ReviewContents();
    } catch (const Error&) {
        return {};
    }
}

}  // namespace gbs::app
