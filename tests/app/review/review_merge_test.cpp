// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_merge.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "app/review/review_agreement.h"
#include "app/review/review_session.h"
#include "support/review_samples.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::widgets;

namespace {

constexpr int photos = 100, conflicts = 30;

/// As in tests/fixtures/make_agreement.py.
ReviewContents reviews_of(const QString& name, bool differs) {
    ReviewContents contents;
    for (int i = 0; i < photos; ++i) {
        ReviewChange change = verdict_change(QStringLiteral("%1.jpg").arg(i), "a dog");
        change.annotator = name;
        const int kind = (i + (differs && i < conflicts)) % 4;
        change.judgement->verdict = given_verdicts[static_cast<std::size_t>(kind)];
        change.judgement->note = name;
        change.truths = TruthList{{Truth::point({i, differs ? 1 : 0})}, QDateTime::currentDateTimeUtc()};
        contents.apply(change);
    }
    return contents;
}

double known_kappa() {
    QFile file(QStringLiteral(GBS_TEST_FIXTURES "/agreement.json"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("merge")].toDouble();
}

/// A line for each verdict, note and mark, whenever it was given.
QStringList what_is_said(const ReviewContents& contents) {
    QStringList lines;
    for (auto image = contents.images.begin(); image != contents.images.end(); ++image)
        for (auto phrase = image->phrases.begin(); phrase != image->phrases.end(); ++phrase) {
            const QString subject = image.key() + QLatin1Char('/') + phrase.key();
            for (auto it = phrase->judgements.begin(); it != phrase->judgements.end(); ++it)
                if (!it->empty())
                    lines << QStringList{subject, it.key().model.label(), it.key().annotator,
                                         verdict_name(it->verdict), it->note}
                                 .join(QLatin1Char('\t'));
            for (const Truth& truth : phrase->truths.truths)
                lines
                    << QStringLiteral("%1 at %2, %3").arg(subject).arg(truth.first.x()).arg(truth.first.y());
        }
    lines.sort();
    return lines;
}

/// One's own folder and its session.
struct Own {
    QTemporaryDir folder, spare;
    QUndoStack undo;
    ReviewSession session{undo, spare.path()};

    explicit Own(const ReviewContents& contents = {}) {
        ReviewDatabase(ReviewStore::file_in(folder.path())).write(contents.changes());
        session.open_folder(folder.path());
    }
    bool ready() const { return session.is_open(folder.path()); }
};

}  // namespace

class ReviewMergeTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    const QString anna_ = QStringLiteral("anna"), ben_ = QStringLiteral("ben");

    QString write(const QString& name, const ReviewContents& contents) {
        const QString file = folder_.filePath(name);
        ReviewDatabase(file).write(contents.changes());
        return file;
    }
    void verify_merged(const ReviewContents& merged) const {
        QCOMPARE(merged.images.size(), photos);
        for (int i = 0; i < photos; ++i) {
            const PhraseReview* const review =
                merged.find(QStringLiteral("%1.jpg").arg(i), QStringLiteral("a dog"));
            QVERIFY(review);
            QCOMPARE(review->judgements.size(), 2);
            for (const bool differs : {false, true}) {
                const Judgement judgement =
                    review->judgement_by(differs ? ben_ : anna_, review->judgements.firstKey().model);
                const int kind = (i + (differs && i < conflicts)) % 4;
                QCOMPARE(judgement.verdict, given_verdicts[static_cast<std::size_t>(kind)]);
                QCOMPARE(judgement.note, differs ? ben_ : anna_);
            }
            QCOMPARE(review->truths.truths.size(), 2);
        }
        QCOMPARE(count_disputed(merged), conflicts);
        const auto rows = measure_agreement(merged);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].people, (QStringList{anna_, ben_}));
        QCOMPARE(rows[0].judged, photos);
        QCOMPARE(rows[0].disputed, conflicts);
        QVERIFY(std::abs(rows[0].kappa - known_kappa()) < 1e-12);
    }

 private Q_SLOTS:
    void two_peoples_reviews_lose_nothing() {
        ReviewContents mine = reviews_of(anna_, false);
        const MergedReviews merged = merge_reviews(mine, anna_, reviews_of(ben_, true), {});
        QCOMPARE(merged.verdicts, photos);
        QCOMPARE(merged.marks, photos);
        QCOMPARE(merged.disputed, conflicts);
        for (const ReviewChange& change : merged.changes) mine.apply(change);
        verify_merged(mine);
        // Again: nothing is new.
        QVERIFY(merge_reviews(mine, anna_, mine, {}).changes.isEmpty());
    }

    void verdicts_without_a_name_get_one() {
        ReviewContents mine = reviews_of({}, false), theirs = reviews_of({}, true);
        QVERIFY(has_unnamed_verdicts(theirs));
        for (const ReviewChange& change : merge_reviews(mine, anna_, theirs, ben_).changes)
            mine.apply(change);
        QVERIFY(!has_unnamed_verdicts(mine));
        const auto rows = measure_agreement(mine);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].people, (QStringList{anna_, ben_}));
        QCOMPARE(rows[0].disputed, conflicts);
    }

    void three_people_have_a_common_kappa() {
        ReviewContents all = reviews_of(anna_, false);
        for (const QString& name : {ben_, QStringLiteral("clara")})
            for (const ReviewChange& change :
                 merge_reviews(all, {}, reviews_of(name, name == ben_), {}).changes)
                all.apply(change);
        const auto rows = measure_agreement(all);
        QCOMPARE(rows.size(), std::size_t{4});
        QCOMPARE(rows[1].people, (QStringList{anna_, QStringLiteral("clara")}));
        QCOMPARE(rows[1].kappa, 1.0);
        QCOMPARE(rows[3].people.size(), 3);
        QCOMPARE(rows[3].disputed, conflicts);
        QVERIFY(rows[3].kappa > rows[0].kappa && rows[3].kappa < 1);
    }

    void a_file_is_imported_into_the_folder() {
        Own own(reviews_of(anna_, false));
        const QString theirs = write(QStringLiteral("ben.sqlite"), reviews_of(ben_, true));
        const auto bytes = [&] {
            QFile file(theirs);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        own.session.set_annotator(anna_);
        QTRY_VERIFY(own.ready());
        QSignalSpy imported(&own.session, &ReviewSession::imported);
        own.session.import_file(own.folder.path(), theirs);
        QTRY_COMPARE(imported.size(), 1);
        QTRY_COMPARE(own.session.state(own.folder.path()), SaveState::saved);
        verify_merged(*own.session.contents(own.folder.path()));
        verify_merged(ReviewDatabase(ReviewStore::file_in(own.folder.path())).read());
        QCOMPARE(bytes(), before);
    }

    void an_import_is_one_step_of_undo() {
        ReviewContents mine = reviews_of(anna_, false);
        ReviewContents theirs = reviews_of(ben_, true);
        // A verdict of Anna's that is newer in the other file, and photos that only Ben has.
        ReviewChange newer = verdict_change(QStringLiteral("5.jpg"), "a dog");
        newer.annotator = anna_;
        newer.judgement =
            Judgement{Verdict::unsure, QStringLiteral("again"), QDateTime::currentDateTimeUtc().addSecs(60)};
        theirs.apply(newer);
        ReviewChange alone = verdict_change(QStringLiteral("new.jpg"), "a cat");
        alone.annotator = ben_;
        alone.truths = TruthList{{Truth::point({3, 4})}, QDateTime::currentDateTimeUtc()};
        theirs.apply(alone);
        Own own(mine);
        own.session.set_annotator(anna_);
        QTRY_VERIFY(own.ready());
        const QString folder = own.folder.path();
        const auto said = [&] { return what_is_said(*own.session.contents(folder)); };
        const auto stored = [&] {
            return what_is_said(ReviewDatabase::read_copy(ReviewStore::file_in(folder)));
        };
        const auto all_saved = [&] { return own.session.state(folder) == SaveState::saved; };
        const auto before = said();
        const ReviewContents contents_before = *own.session.contents(folder);
        QSignalSpy imported(&own.session, &ReviewSession::imported),
            messages(&own.session, &ReviewSession::message), updated(&own.session, &ReviewSession::updated);
        own.session.import_file(folder, write(QStringLiteral("undo.sqlite"), theirs));
        QTRY_COMPARE(imported.size(), 1);
        const auto after = said();
        QVERIFY(after != before);
        QCOMPARE(own.undo.count(), 1);
        QCOMPARE(own.undo.undoText(), QStringLiteral("Import undo.sqlite"));
        for (int round = 0; round < 2; ++round) {
            own.undo.undo();
            QVERIFY(said() == before);
            // Times and former marks, too: what is known of Anna's photos is exactly what it was.
            for (int i = 0; i < photos; ++i) {
                const QString image = QStringLiteral("%1.jpg").arg(i), dog = QStringLiteral("a dog");
                const PhraseReview &now = *own.session.contents(folder)->find(image, dog),
                                   &then = *contents_before.find(image, dog);
                QVERIFY(now.truths == then.truths && now.former == then.former);
                QVERIFY(now.judgements.first() == then.judgements.first());
            }
            QTRY_VERIFY(all_saved());
            QVERIFY(stored() == before);
            QCOMPARE(count_disputed(*own.session.contents(folder)), 0);
            own.undo.redo();
            QVERIFY(said() == after);
            QTRY_VERIFY(all_saved());
            QVERIFY(stored() == after);
        }
        own.undo.undo();
        QCOMPARE(messages.size(), 0);
        QVERIFY(updated.size() >= 6);
        // It can be imported again.
        QTRY_VERIFY(all_saved());
        own.session.import_file(folder, folder_.filePath(QStringLiteral("undo.sqlite")));
        QTRY_COMPARE(imported.size(), 2);
        QVERIFY(said() == after);
    }

    void undo_of_an_import_leaves_what_others_have_changed_since() {
        Own own(reviews_of(anna_, false));
        own.session.set_annotator(anna_);
        QTRY_VERIFY(own.ready());
        const QString folder = own.folder.path();
        const auto before = what_is_said(*own.session.contents(folder));
        QSignalSpy imported(&own.session, &ReviewSession::imported),
            messages(&own.session, &ReviewSession::message);
        own.session.import_file(folder, write(QStringLiteral("shared.sqlite"), reviews_of(ben_, true)));
        QTRY_COMPARE(imported.size(), 1);
        QTRY_COMPARE(own.session.state(folder), SaveState::saved);
        // Ben, in his own window on the same folder, has second thoughts.
        ReviewChange change = verdict_change(QStringLiteral("7.jpg"), "a dog");
        change.annotator = ben_;
        change.judgement->note = QStringLiteral("second thoughts");
        ReviewDatabase(ReviewStore::file_in(folder)).write({change});
        const auto note = [&] {
            const PhraseReview* const review =
                own.session.contents(folder)->find(QStringLiteral("7.jpg"), QStringLiteral("a dog"));
            return review->judgement_by(ben_, change.model).note;
        };
        QTRY_COMPARE(note(), QStringLiteral("second thoughts"));
        own.undo.undo();
        QCOMPARE(messages.size(), 1);
        QVERIFY2(messages[0][0].toString().startsWith(QStringLiteral("1 review")),
                 qPrintable(messages[0][0].toString()));
        QCOMPARE(note(), QStringLiteral("second thoughts"));
        auto said = what_is_said(*own.session.contents(folder));
        QCOMPARE(said.size(), before.size() + 1);
        said.removeIf([](const QString& line) { return line.contains(QStringLiteral("second thoughts")); });
        QVERIFY(said == before);
    }

    void an_import_of_nothing_new_is_no_step() {
        Own own(reviews_of(anna_, false));
        own.session.set_annotator(anna_);
        QTRY_VERIFY(own.ready());
        QSignalSpy imported(&own.session, &ReviewSession::imported);
        own.session.import_file(own.folder.path(), write(QStringLiteral("same.sqlite"),
                                                         *own.session.contents(own.folder.path())));
        QTRY_COMPARE(imported.size(), 1);
        QCOMPARE(own.undo.count(), 0);
    }

    void files_that_are_no_reviews_are_refused() {
        const QString file = folder_.filePath(QStringLiteral("bad.sqlite"));
        QFile bad(file);
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(QByteArray("SQLite format 3\0", 16) + QByteArray(9000, '\xa7'));
        bad.close();
        Own own;
        QTRY_VERIFY(own.ready());
        QSignalSpy messages(&own.session, &ReviewSession::message);
        own.session.import_file(own.folder.path(), file);
        QTRY_COMPARE(messages.size(), 1);
        QVERIFY(own.session.contents(own.folder.path())->empty());
    }

    void a_file_without_names_asks_for_one() {
        const QString theirs = write(QStringLiteral("old.sqlite"), reviews_of({}, true));
        Own own;
        QTRY_VERIFY(own.ready());
        QSignalSpy wanted(&own.session, &ReviewSession::name_wanted);
        own.session.import_file(own.folder.path(), theirs);
        QTRY_COMPARE(wanted.size(), 1);
        QVERIFY(own.session.contents(own.folder.path())->empty());
        own.session.import_file(own.folder.path(), theirs, ben_);
        QTRY_COMPARE(own.session.contents(own.folder.path())->images.size(), photos);
        QVERIFY(!has_unnamed_verdicts(*own.session.contents(own.folder.path())));
    }

    void the_command_merges_and_measures() {
        const QString first = write(QStringLiteral("a.sqlite"), reviews_of(anna_, false));
        const QString second = write(QStringLiteral("b.sqlite"), reviews_of({}, true));
        const QString merged = folder_.filePath(QStringLiteral("c.sqlite"));
        const auto run = [](const QStringList& arguments) {
            QProcess gbs;
            gbs.start(QStringLiteral(GBS_EXECUTABLE), QStringList{QStringLiteral("review")} + arguments);
            gbs.waitForFinished(60'000);
            return QString::fromUtf8(gbs.readAllStandardOutput() + gbs.readAllStandardError());
        };
        const QString refused = run({first, second, QStringLiteral("-o"), merged});
        QVERIFY2(refused.contains(QStringLiteral("without a name")), qPrintable(refused));
        const QString told = run({first, second, QStringLiteral("-o"), merged, QStringLiteral("--names"),
                                  anna_ + QLatin1Char(',') + ben_});
        QVERIFY2(told.contains(QStringLiteral("200 verdicts on 100 photos, disagreement on 30 phrases")),
                 qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("100\t30\t%1\tanna, ben").arg(known_kappa(), 0, 'f', 4)),
                 qPrintable(told));
        const ReviewContents contents = ReviewDatabase(merged).read();
        QCOMPARE(count_disputed(contents), conflicts);
        QVERIFY(run({first, QStringLiteral("-o"), merged}).contains(QStringLiteral("exists")));
    }
};

QTEST_GUILESS_MAIN(ReviewMergeTest)
#include "review_merge_test.moc"
