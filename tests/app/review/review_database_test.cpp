// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_database.h"

#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include "app/review/review_store.h"
#include "support/review_samples.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

namespace {

/// Runs a statement on a file with a plain SQLite connection.
QVariant query(const QString& file, const QString& statement) {
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tool"));
        database.setDatabaseName(file);
        if (!database.open()) qFatal("%s", qPrintable(file));
        QSqlQuery found(database);
        if (!found.exec(statement)) qFatal("%s", qPrintable(statement));
        if (found.next()) value = found.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tool"));
    return value;
}

/// Turns a file into one of schema 3, which had no annotators.
const char* const third_format[] = {
    "CREATE TABLE kept AS SELECT id, image, phrase, model, verdict, note, time FROM verdict",
    "DROP VIEW review",
    "DROP TABLE verdict",
    "CREATE TABLE verdict (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES image, "
    "phrase TEXT NOT NULL, model INTEGER NOT NULL REFERENCES model, "
    "verdict TEXT NOT NULL CHECK (verdict IN ('', 'right', 'wrong', 'unsure', 'absent')), "
    "note TEXT NOT NULL, time TEXT NOT NULL, UNIQUE (image, phrase, model))",
    "INSERT INTO verdict SELECT * FROM kept",
    "DROP TABLE kept",
    "CREATE VIEW review AS SELECT image.name AS image, phrase, model.name AS model, "
    "model.fingerprint AS fingerprint, verdict, note, time FROM verdict "
    "JOIN image ON image.id = verdict.image JOIN model ON model.id = verdict.model "
    "WHERE verdict <> '' OR note <> ''",
    "PRAGMA user_version = 3"};
/// Turns a file of schema 3 into one of schema 2, which had no polygons.
const char* const second_format[] = {
    "CREATE TABLE kept AS SELECT id, list, position, kind, x1, y1, x2, y2 FROM truth",
    "DROP TABLE truth",
    "CREATE TABLE truth (id INTEGER PRIMARY KEY, list INTEGER NOT NULL REFERENCES "
    "truth_list, position INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('point', 'box')), "
    "x1 INTEGER NOT NULL, y1 INTEGER NOT NULL, x2 INTEGER NOT NULL, y2 INTEGER NOT NULL, "
    "UNIQUE (list, position))",
    "INSERT INTO truth SELECT * FROM kept",
    "DROP TABLE kept",
    "PRAGMA user_version = 2"};
/// Turns a file of schema 2 into one of the first format, which knew no absent phrases.
const char* const first_format[] = {
    "CREATE TABLE kept AS SELECT * FROM verdict",
    "DROP TABLE verdict",
    "CREATE TABLE verdict (id INTEGER PRIMARY KEY, image INTEGER NOT NULL REFERENCES image, "
    "phrase TEXT NOT NULL, model INTEGER NOT NULL REFERENCES model, "
    "verdict TEXT NOT NULL CHECK (verdict IN ('', 'right', 'wrong', 'unsure')), "
    "note TEXT NOT NULL, time TEXT NOT NULL, UNIQUE (image, phrase, model))",
    "INSERT INTO verdict SELECT * FROM kept",
    "DROP TABLE kept",
    "PRAGMA user_version = 1"};

void overwrite(const QString& name, qint64 from, qint64 bytes) {
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    file.write(QByteArray(static_cast<int>(bytes), '\x5a'));
}

}  // namespace

class ReviewDatabaseTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_, spare_;
    QString file() const { return ReviewStore::file_in(folder_->path()); }
    std::unique_ptr<ReviewStore> open() {
        auto store = std::make_unique<ReviewStore>(folder_->path(), spare_->path());
        store->open();
        return store;
    }
    QStringList files() const { return QDir(folder_->path()).entryList(QDir::Files, QDir::Name); }
    void fill(int images) {
        ReviewDatabase database(file());
        QVector<ReviewChange> changes;
        for (int i = 0; i < images; ++i) changes << verdict_change(QStringLiteral("%1.jpg").arg(i), "a dog");
        database.write(changes);
    }

 private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        spare_ = std::make_unique<QTemporaryDir>();
    }

    void all_fields_round_trip() {
        const ReviewContents contents = sample_contents();
        ReviewDatabase(file()).write(contents.changes());
        const ReviewContents read = ReviewDatabase(file()).read();
        QCOMPARE(read.images.size(), contents.images.size());
        for (auto it = contents.images.begin(); it != contents.images.end(); ++it)
            QVERIFY2(read.images.value(it.key()) == *it, qPrintable(it.key()));
        QCOMPARE(files(), QStringList{QStringLiteral("review.gbs.sqlite")});
    }

    void a_pipe_is_refused_at_once() {
        fill(1);
        for (const char* suffix : {"-wal", "-journal", ""}) {
            const QString pipe = file() + QLatin1String(suffix);
            QFile::remove(pipe);
            QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
            QVERIFY_THROWS_EXCEPTION(ReviewDatabaseError, ReviewDatabase{file()});
            QVERIFY_THROWS_EXCEPTION(ReviewDatabaseError, ReviewDatabase::read_copy(file()));
            QVERIFY(ReviewDatabase::rescue(file()).images.isEmpty());
            QFile::remove(pipe);
        }
    }

    void later_change_replaces_earlier() {
        ReviewDatabase database(file());
        ReviewChange change = verdict_change(QStringLiteral("a.jpg"), "a dog");
        database.write({change});
        change.judgement->verdict = Verdict::wrong;
        change.judgement->note.clear();
        change.truths = TruthList{{Truth::point({3, 4})}, QDateTime::currentDateTimeUtc()};
        database.write({change});
        change.truths->truths = {};
        database.write({change});
        const ReviewContents read = database.read();
        const PhraseReview* const review = read.find(QStringLiteral("a.jpg"), QStringLiteral("a dog"));
        QVERIFY(review);
        QCOMPARE(review->judgements.value({change.model, {}}).verdict, Verdict::wrong);
        QVERIFY(review->judgements.value({change.model, {}}).note.isEmpty());
        QVERIFY(review->truths.truths.isEmpty());
    }

    void a_change_made_from_something_else_is_not_written() {
        ReviewDatabase first(file()), second(file());
        ReviewChange change = verdict_change(QStringLiteral("a.jpg"), "a dog");
        change.shown_judgement = Judgement();
        QVERIFY(first.write({change}).isEmpty());
        QVERIFY(!first.take_news());  // its own change
        QVERIFY(second.take_news());
        QVERIFY(!second.take_news());
        ReviewChange late = change;
        late.judgement->verdict = Verdict::wrong;
        ReviewChange other = verdict_change(QStringLiteral("b.jpg"), "a dog");
        QCOMPARE(second.write({late, other}).size(), 1);
        const ReviewContents contents = first.read();
        QCOMPARE(contents.images[QStringLiteral("a.jpg")].phrases.first().judgements.first().verdict,
                 Verdict::right);
        QVERIFY(contents.images.contains(QStringLiteral("b.jpg")));
        late.shown_judgement = change.judgement;
        QVERIFY(second.write({late}).isEmpty());
    }

    void other_tools_can_read_the_file() {
        fill(3);
        QCOMPARE(query(file(), QStringLiteral("SELECT count(*) FROM review WHERE verdict = 'right'")).toInt(),
                 3);
        QCOMPARE(query(file(), QStringLiteral("SELECT phrase || '/' || model FROM review")).toString(),
                 QStringLiteral("a dog/default"));
        QCOMPARE(query(file(), QStringLiteral("PRAGMA user_version")).toInt(), ReviewDatabase::schema);
        QCOMPARE(query(file(), QStringLiteral("PRAGMA journal_mode")).toString(), QStringLiteral("wal"));
    }

    void no_file_is_created_before_the_first_change() {
        auto store = open();
        store->save();
        QVERIFY(files().isEmpty());
        store->add(verdict_change(QStringLiteral("a.jpg"), "a dog"));
        QVERIFY(files().isEmpty());
        store->save();
        QCOMPARE(open()->contents().images.size(), 1);
        QVERIFY(store->take_messages().isEmpty());
    }

    void files_of_the_first_format_are_read_and_take_absent_phrases() {
        fill(2);
        for (const char* const statement : third_format) query(file(), QString::fromLatin1(statement));
        for (const char* const statement : second_format) query(file(), QString::fromLatin1(statement));
        for (const char* const statement : first_format) query(file(), QString::fromLatin1(statement));
        QCOMPARE(query(file(), QStringLiteral("SELECT count(*) FROM verdict")).toInt(), 2);
        ReviewDatabase database(file());
        QCOMPARE(database.read().images.size(), 2);
        ReviewChange absent = verdict_change(QStringLiteral("0.jpg"), "a cat");
        absent.judgement->verdict = Verdict::absent;
        QVERIFY(database.write({absent}).isEmpty());
        const ReviewContents read = ReviewDatabase(file()).read();
        QCOMPARE(read.find(QStringLiteral("0.jpg"), QStringLiteral("a cat"))->judgements.first().verdict,
                 Verdict::absent);
        QCOMPARE(read.find(QStringLiteral("1.jpg"), QStringLiteral("a dog"))->judgements.first().verdict,
                 Verdict::right);
        QCOMPARE(query(file(), QStringLiteral("SELECT count(*) FROM review")).toInt(), 3);
        QCOMPARE(query(file(), QStringLiteral("PRAGMA user_version")).toInt(), ReviewDatabase::schema);
    }

    void kept_files_of_all_formats_are_read_data() {
        QTest::addColumn<int>("format");
        for (int format = 1; format <= ReviewDatabase::schema; ++format)
            QTest::newRow(qPrintable(QString::number(format))) << format;
    }
    void kept_files_of_all_formats_are_read() {
        QFETCH(int, format);
        const QString kept = QStringLiteral(GBS_TEST_FIXTURES "/formats/review-%1.gbs.sqlite").arg(format);
        QVERIFY(QFile::copy(kept, file()));
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(query(file(), QStringLiteral("PRAGMA user_version")).toInt(), format);
        const ReviewContents read = ReviewDatabase(file()).read(),
                             expected = sample_contents(format > 3 ? QStringLiteral("anna") : QString());
        QCOMPARE(read.images.keys(), expected.images.keys());
        for (auto it = expected.images.begin(); it != expected.images.end(); ++it)
            QVERIFY2(read.images.value(it.key()) == *it, qPrintable(it.key()));
    }

    void files_of_the_third_format_are_read_and_take_annotators() {
        fill(2);
        for (const char* const statement : third_format) query(file(), QString::fromLatin1(statement));
        ReviewChange mine = verdict_change(QStringLiteral("0.jpg"), "a dog");
        mine.annotator = QStringLiteral("anna");
        mine.judgement->verdict = Verdict::wrong;
        QCOMPARE(ReviewDatabase::rescue(file()).images.size(), 2);
        QVERIFY(ReviewDatabase(file()).write({mine}).isEmpty());
        const ReviewContents read = ReviewDatabase(file()).read();
        const PhraseReview& both = *read.find(mine.image, mine.phrase);
        QCOMPARE(both.judgements.value({mine.model, mine.annotator}).verdict, Verdict::wrong);
        QCOMPARE(both.judgements.value({mine.model, {}}).verdict, Verdict::right);
        QVERIFY(both.is_disputed(mine.model));
        QCOMPARE(
            query(file(), QStringLiteral("SELECT count(*) FROM review WHERE annotator = 'anna'")).toInt(), 1);
    }

    void files_of_the_second_format_are_read_and_take_polygons() {
        ReviewChange change = verdict_change(QStringLiteral("a.jpg"), "a dog");
        change.truths = TruthList{{Truth::point({3, 4}), Truth::box(QRect(QPoint(1, 2), QPoint(30, 40)))},
                                  QDateTime::currentDateTimeUtc()};
        ReviewDatabase(file()).write({change});
        for (const char* const statement : third_format) query(file(), QString::fromLatin1(statement));
        for (const char* const statement : second_format) query(file(), QString::fromLatin1(statement));
        {
            ReviewDatabase database(file());
            const ReviewContents read = database.read();
            QVERIFY(read.find(change.image, change.phrase)->truths.truths == change.truths->truths);
            change.truths->truths << Truth::polygon({{5, 6}, {70, 6}, {9, 80}});
            QVERIFY(database.write({change}).isEmpty());
        }
        QVERIFY(ReviewDatabase(file()).read().find(change.image, change.phrase)->truths.truths ==
                change.truths->truths);
        QCOMPARE(query(file(), QStringLiteral("PRAGMA user_version")).toInt(), ReviewDatabase::schema);
        QCOMPARE(query(file(), QStringLiteral("SELECT corners FROM truth WHERE kind = 'polygon'")).toString(),
                 QStringLiteral("5,6 70,6 9,80"));
        // The rows of a damaged file of the second format are rescued.
        change.truths->truths.removeLast();
        ReviewDatabase(file()).write({change});
        for (const char* const statement : third_format) query(file(), QString::fromLatin1(statement));
        for (const char* const statement : second_format) query(file(), QString::fromLatin1(statement));
        QVERIFY(ReviewDatabase::rescue(file()).find(change.image, change.phrase)->truths.truths ==
                change.truths->truths);
    }

    void newer_format_is_rejected_and_unchanged() {
        fill(1);
        query(file(), QStringLiteral("PRAGMA user_version = 7"));
        try {
            open();
            QFAIL("it was opened");
        } catch (const ReviewDatabaseError& error) {
            QCOMPARE(error.kind(), ReviewDatabaseError::Kind::newer);
            QVERIFY(QString::fromUtf8(error.what()).contains(QStringLiteral("newer version")));
        }
        QCOMPARE(files(), QStringList{QStringLiteral("review.gbs.sqlite")});
        QCOMPARE(query(file(), QStringLiteral("SELECT count(*) FROM verdict")).toInt(), 1);
    }

    void garbage_is_renamed_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("this is no database").repeated(500);
        QTest::newRow("header alone") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("header and noise") << QByteArray("SQLite format 3\0", 16) + QByteArray(9000, '\xa7');
    }
    void garbage_is_renamed() {
        QFETCH(QByteArray, bytes);
        QFile garbage(file());
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(bytes);
        garbage.close();
        auto store = open();
        QCOMPARE(store->take_messages().size(), 1);
        store->add(verdict_change(QStringLiteral("a.jpg"), "a dog"));
        store->save();
        store.reset();
        QCOMPARE(open()->contents().images.size(), 1);
        QCOMPARE(files().size(), 2);
        QVERIFY2(files()[0].startsWith(QStringLiteral("review.gbs.damaged-")), qPrintable(files()[0]));
        QFile kept(folder_->filePath(files()[0]));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
    }

    void database_of_another_program_is_renamed() {
        query(file(), QStringLiteral("CREATE TABLE songs (name TEXT)"));
        auto store = open();
        QVERIFY(store->take_messages().join(QString()).contains(QStringLiteral("not a file of reviews")));
        store.reset();
        QCOMPARE(files().size(), 2);
    }

    /// Statements that come with the file run when it is opened, read or written.
    void statements_of_the_file_do_not_run_data() {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<int>("rescued");
        const QString endless = QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 'a' AS name, "
            "1 AS width, 1 AS height FROM n");
        QTest::newRow("endless view with the name of a table")
            << QStringList{QStringLiteral("ALTER TABLE image RENAME TO old"),
                           QStringLiteral("CREATE VIEW image AS ") + endless}
            << 0;
        QTest::newRow("endless trigger")
            << QStringList{QStringLiteral(
                               "CREATE TRIGGER more AFTER INSERT ON verdict BEGIN DELETE FROM peak "
                               "WHERE id IN (SELECT id FROM (%1)); END")
                               .arg(endless)}
            << 2;
        QTest::newRow("another table")
            << QStringList{QStringLiteral("CREATE TABLE more (a, b AS (zeroblob(100000000)))")} << 0;
    }

    void statements_of_the_file_do_not_run() {
        QFETCH(QStringList, statements);
        QFETCH(int, rescued);
        fill(2);
        for (const QString& statement : std::as_const(statements)) query(file(), statement);
        const auto store = open();
        QCOMPARE(store->contents().images.size(), rescued);
        QVERIFY(!store->take_messages().isEmpty());
        ReviewDatabase(file()).write({verdict_change(QStringLiteral("9.jpg"), "a dog")});
        QCOMPARE(query(file(), QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")),
                 0);
        QCOMPARE(files().filter(QStringLiteral("damaged")).size(), 1);
    }

    void broken_pages_lose_only_their_rows() {
        constexpr int images = 4000;
        fill(images);
        const qint64 size = QFileInfo(file()).size();
        QVERIFY(size > 400'000);
        overwrite(file(), size / 2 / 4096 * 4096, 3 * 4096);
        auto store = open();
        const QStringList messages = store->take_messages();
        QCOMPARE(messages.size(), 1);
        QVERIFY2(messages[0].contains(QStringLiteral("damaged")), qPrintable(messages[0]));
        const auto found = store->contents().images.size();
        QVERIFY2(found > images / 2 && found < images, qPrintable(QString::number(found)));
        store.reset();
        QCOMPARE(open()->contents().images.size(), found);
    }

    void truncated_file_is_recovered() {
        constexpr int images = 4000;
        fill(images);
        QVERIFY(QFile::resize(file(), QFileInfo(file()).size() / 4096 * 9 / 10 * 4096));
        auto store = open();
        QCOMPARE(store->take_messages().size(), 1);
        const auto found = store->contents().images.size();
        QVERIFY2(found > images / 2 && found <= images, qPrintable(QString::number(found)));
        QCOMPARE(files().filter(QStringLiteral("damaged")).size(), 1);
    }

    // Broken trees of pages can lead in circles or backwards; each file must open in the end.
    void truncated_files_and_pages_in_circles_open() {
        fill(4000);
        QFile whole(file());
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        constexpr int page = 4096;
        const int pages = static_cast<int>(bytes.size()) / page;
        QVERIFY(pages > 90);
        const auto open_damaged = [&](const QByteArray& damaged) {
            QTemporaryDir folder;
            QFile copy(ReviewStore::file_in(folder.path()));
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(damaged);
            copy.close();
            ReviewStore store(folder.path(), spare_->path());
            store.open();
            QVERIFY(store.contents().images.size() <= 4000);
        };
        for (int kept = 1; kept < pages; kept += 17) open_damaged(bytes.left(kept * page));
        // A page that comes again, and an unreadable one after it.
        for (int from = 1; from < pages; from += 7) {
            QByteArray damaged = bytes;
            for (int to = from + 1; to < pages; to += 11)
                damaged.replace(to * page, page, bytes.mid(from * page, page));
            if (from + 13 < pages) damaged.replace((from + 13) * page, page, QByteArray(page, '\x5a'));
            open_damaged(damaged);
        }
    }

    void read_only_folder_uses_the_spare_file() {
        // Not even the superuser can create a file there.
        const QString folder = QStringLiteral("/proc");
        if (!QFileInfo::exists(folder)) QSKIP("no /proc on this system");
        ReviewStore store(folder, spare_->path());
        store.open();
        store.add(verdict_change(QStringLiteral("a.jpg"), "a dog"));
        store.save();
        QCOMPARE(store.file(), ReviewStore::spare_file(folder, spare_->path()));
        const QStringList messages = store.take_messages();
        QCOMPARE(messages.size(), 1);
        QVERIFY2(messages[0].contains(store.file()), qPrintable(messages[0]));
        ReviewStore again(folder, spare_->path());
        again.open();
        QCOMPARE(again.contents().images.size(), 1);
        QCOMPARE(again.take_messages().size(), 1);
    }

    void reviews_in_a_read_only_folder_are_read() {
        fill(2);
        const ReadOnlyFolder locked(folder_->path(), spare_->path());
        if (!locked.holds()) QSKIP("file permissions do not apply to this account");
        auto store = open();
        QCOMPARE(store->contents().images.size(), 2);
        store->add(verdict_change(QStringLiteral("new.jpg"), "a cat"));
        store->save();
        QCOMPARE(store->file(), ReviewStore::spare_file(folder_->path(), spare_->path()));
        QCOMPARE(store->take_messages().size(), 1);
        QCOMPARE(open()->contents().images.size(), 3);
    }

    void spare_reviews_move_back_to_a_writable_folder() {
        fill(1);
        {
            const ReadOnlyFolder locked(folder_->path(), spare_->path());
            if (!locked.holds()) QSKIP("file permissions do not apply to this account");
            auto store = open();
            store->add(verdict_change(QStringLiteral("new.jpg"), "a cat"));
            store->save();
        }
        auto store = open();
        QCOMPARE(store->contents().images.size(), 2);
        store->save();
        QVERIFY(!QFileInfo::exists(ReviewStore::spare_file(folder_->path(), spare_->path())));
        QCOMPARE(store->take_messages().size(), 1);
        store.reset();
        QCOMPARE(ReviewDatabase(file()).read().images.size(), 2);
    }

    void deleted_folder_loses_nothing() {
        auto store = open();
        store->add(verdict_change(QStringLiteral("a.jpg"), "a dog"));
        store->save();
        QVERIFY(QDir(folder_->path()).removeRecursively());
        store->add(verdict_change(QStringLiteral("b.jpg"), "a dog"));
        store->save();
        QCOMPARE(store->file(), ReviewStore::spare_file(folder_->path(), spare_->path()));
        QVERIFY(store->take_messages().join(QString()).contains(QStringLiteral("no longer exists")));
        store.reset();
        QCOMPARE(
            ReviewDatabase(ReviewStore::spare_file(folder_->path(), spare_->path())).read().images.size(), 2);
    }

    void deleted_file_is_rewritten() {
        auto store = open();
        store->add(verdict_change(QStringLiteral("a.jpg"), "a dog"));
        store->save();
        for (const QString& name : files()) QVERIFY(QFile::remove(folder_->filePath(name)));
        store->add(verdict_change(QStringLiteral("b.jpg"), "a dog"));
        store->save();
        QVERIFY(!store->take_messages().isEmpty());
        store.reset();
        QCOMPARE(ReviewDatabase(file()).read().images.size(), 2);
    }

    void failed_saves_are_retried() {
        auto store = open();
        store->add(verdict_change(QStringLiteral("a.jpg"), "a dog"));
        store->save();
        store->add(verdict_change(QStringLiteral("b.jpg"), "a dog"));
        {
            const FileSizeLimit full(1);  // like a full disk
            QVERIFY_EXCEPTION_THROWN(store->save(), ReviewDatabaseError);
            QVERIFY_EXCEPTION_THROWN(store->save(), ReviewDatabaseError);
        }
        QCOMPARE(ReviewDatabase(file()).read().images.size(), 1);
        QCOMPARE(store->contents().images.size(), 2);
        store->save();
        store.reset();
        QCOMPARE(ReviewDatabase(file()).read().images.size(), 2);
    }

    void newer_judgement_wins_a_merge() {
        ReviewContents mine, theirs;
        ReviewChange change = verdict_change(QStringLiteral("a.jpg"), "a dog");
        mine.apply(change);
        change.judgement->verdict = Verdict::wrong;
        change.judgement->time = change.judgement->time.addSecs(-10);
        theirs.apply(change);
        QVERIFY(mine.merge(theirs).isEmpty());
        change.judgement->time = change.judgement->time.addSecs(20);
        theirs.apply(change);
        QCOMPARE(mine.merge(theirs).size(), 1);
        QCOMPARE(mine.find(QStringLiteral("a.jpg"), QStringLiteral("a dog"))->judgements.first().verdict,
                 Verdict::wrong);
    }
};

QTEST_GUILESS_MAIN(ReviewDatabaseTest)
#include "review_database_test.moc"
