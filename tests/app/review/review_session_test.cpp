// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_session.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include "support/gui_watchdog.h"
#include "support/review_samples.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

/// The review session without a window.
class ReviewSessionTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_, spare_;
    std::unique_ptr<QUndoStack> undo_;
    std::unique_ptr<ReviewSession> session_;

    void make_session() {
        session_.reset();
        undo_ = std::make_unique<QUndoStack>();
        session_ = std::make_unique<ReviewSession>(*undo_, spare_->path());
        session_->open_folder(folder_->path());
        session_->identify_model(QStringLiteral("default"), {});
        QTRY_VERIFY(session_->is_open(folder_->path()) && !session_->model().empty());
    }
    ReviewSubject subject(const char* image = "a.jpg", const char* phrase = "a dog") const {
        return {folder_->filePath(QString::fromUtf8(image)), {640, 480}, QString::fromUtf8(phrase)};
    }
    Verdict verdict() const { return session_->judgement(subject()).verdict; }
    QVector<Truth> truths() const { return session_->truths(subject()); }
    SaveState state() const { return session_->state(folder_->path()); }

    /// A second window on the same folder.
    struct Other {
        QUndoStack undo;
        ReviewSession session;
        QStringList messages;

        Other(const QString& folder, const QString& spare) : session(undo, spare) {
            connect(&session, &ReviewSession::message, &session,
                    [this](const QString& text) { messages << text; });
            session.open_folder(folder);
            session.identify_model(QStringLiteral("default"), {});
        }
        bool ready(const QString& folder) const {
            return session.is_open(folder) && !session.model().empty();
        }
        Verdict verdict(const ReviewSubject& subject) const { return session.judgement(subject).verdict; }
    };

 private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        spare_ = std::make_unique<QTemporaryDir>();
        make_session();
    }
    void cleanup() { session_.reset(); }

    void verdict_is_saved_and_read_back() {
        session_->judge(subject(), Verdict::right);
        session_->set_note(subject(), QStringLiteral("clear"));
        session_->judge(subject("a.jpg", "a cat"), Verdict::unsure);
        QCOMPARE(state(), SaveState::saving);
        QTRY_COMPARE(state(), SaveState::saved);
        make_session();
        QCOMPARE(verdict(), Verdict::right);
        QCOMPARE(session_->judgement(subject()).note, QStringLiteral("clear"));
        QVERIFY((session_->summary(subject().path) == VerdictSummary{1, 0, 1}));
    }

    void pending_changes_are_saved_when_the_session_ends() {
        for (int i = 0; i < 50; ++i)
            session_->judge(subject(QByteArray::number(i).constData()), Verdict::wrong);
        make_session();
        QCOMPARE(session_->contents(folder_->path())->images.size(), 50);
    }

    void verdicts_belong_to_one_model() {
        session_->judge(subject(), Verdict::right);
        session_->identify_model(QStringLiteral("other"), {});
        session_->judge(subject(), Verdict::wrong);  // ignored: the new model is not identified yet
        QTRY_COMPARE(session_->model().name, QStringLiteral("other"));
        QCOMPARE(verdict(), Verdict::none);
        session_->judge(subject(), Verdict::wrong);
        QVERIFY((session_->summary(subject().path) == VerdictSummary{0, 1, 0}));
        const PhraseReview* const review =
            session_->contents(folder_->path())->find(QStringLiteral("a.jpg"), QStringLiteral("a dog"));
        QCOMPARE(review->judgements.size(), 2);
    }

    void verdicts_belong_to_one_person() {
        session_->judge(subject(), Verdict::right);
        session_->judge(subject("b.jpg"), Verdict::right);
        session_->set_annotator(QStringLiteral("anna"));
        // A verdict without a name is one's own, until a named one takes its place.
        QCOMPARE(verdict(), Verdict::right);
        session_->judge(subject(), Verdict::wrong);
        QCOMPARE(verdict(), Verdict::wrong);
        QVERIFY(!session_->is_disputed(subject()));
        QVERIFY((session_->summary(subject().path) == VerdictSummary{0, 1}));
        QCOMPARE(session_->statistics(folder_->path())->rows().size(), std::size_t{1});
        session_->set_annotator(QStringLiteral("ben"));
        QCOMPARE(verdict(), Verdict::none);
        session_->judge(subject(), Verdict::absent);
        QVERIFY(session_->is_disputed(subject()));
        QCOMPARE(session_->other_verdicts(subject()).value(QStringLiteral("anna")), Verdict::wrong);
        QVERIFY((session_->summary(subject().path) == VerdictSummary{0, 0, 0, 1, 1}));
        undo_->undo();
        QCOMPARE(verdict(), Verdict::none);
        QVERIFY(!session_->is_disputed(subject()));
        undo_->redo();
        make_session();
        session_->set_annotator(QStringLiteral("anna"));
        QCOMPARE(verdict(), Verdict::wrong);
        QCOMPARE(session_->judgement(subject("b.jpg")).verdict, Verdict::right);
        QCOMPARE(session_->summaries(folder_->path()).value(subject().path).disputed, 1);
    }

    void hash_distinguishes_models_of_one_name() {
        const QString file = folder_->filePath(QStringLiteral("model.safetensors"));
        QFile model(file);
        QVERIFY(model.open(QIODevice::WriteOnly));
        model.write("abc");
        model.close();
        session_->identify_model(QStringLiteral("default"), file);
        QTRY_COMPARE(session_->model().label(), QStringLiteral("default (ba7816bf)"));  // SHA-256 of "abc"
    }

    void verdicts_can_be_undone_and_redone() {
        session_->judge(subject(), Verdict::right);
        session_->judge(subject(), Verdict::wrong);
        session_->judge(subject(), Verdict::wrong);  // no change, so nothing to undo
        QCOMPARE(undo_->count(), 2);
        undo_->undo();
        QCOMPARE(verdict(), Verdict::right);
        undo_->undo();
        QCOMPARE(verdict(), Verdict::none);
        undo_->redo();
        undo_->redo();
        QCOMPARE(verdict(), Verdict::wrong);
        session_->clear(subject());
        QCOMPARE(verdict(), Verdict::none);
        undo_->undo();
        QCOMPARE(verdict(), Verdict::wrong);
        make_session();
        QCOMPARE(verdict(), Verdict::wrong);
    }

    void note_edits_merge_into_one_undo_step() {
        session_->judge(subject(), Verdict::right);
        for (const char* text : {"b", "bl", "blurred"})
            session_->set_note(subject(), QString::fromUtf8(text));
        session_->set_note(subject("b.jpg"), QStringLiteral("other"));
        QCOMPARE(undo_->count(), 3);
        undo_->undo();
        undo_->undo();
        QVERIFY(session_->judgement(subject()).note.isEmpty());
        QCOMPARE(verdict(), Verdict::right);
        undo_->redo();
        QCOMPARE(session_->judgement(subject()).note, QStringLiteral("blurred"));
    }

    void truths_can_be_undone_and_redone() {
        const Truth point = Truth::point({10, 20});
        const Truth box = Truth::box(QRect(QPoint(1, 2), QPoint(30, 40)));
        session_->add_truth(subject(), point);
        session_->add_truth(subject(), box);
        session_->change_truth(subject(), 0, Truth::point({11, 20}));
        session_->remove_truth(subject(), 1);
        session_->remove_truth(subject(), 7);
        session_->add_truth(subject(), Truth::point({640, 0}));  // outside the photo
        QCOMPARE(undo_->count(), 4);
        QCOMPARE(truths(), (QVector<Truth>{Truth::point({11, 20})}));
        undo_->undo();
        QCOMPARE(truths(), (QVector<Truth>{Truth::point({11, 20}), box}));
        undo_->undo();
        QCOMPARE(truths(), (QVector<Truth>{point, box}));
        undo_->undo();
        QCOMPARE(truths(), QVector<Truth>{point});
        undo_->undo();
        QVERIFY(truths().isEmpty());
        for (int i = 0; i < 4; ++i) undo_->redo();
        QCOMPARE(truths(), (QVector<Truth>{Truth::point({11, 20})}));
        make_session();
        QCOMPARE(truths(), (QVector<Truth>{Truth::point({11, 20})}));
    }

    void undo_revisits_the_photo() {
        QSignalSpy revisited(session_.get(), &ReviewSession::revisited);
        session_->judge(subject("b.jpg", "the sky"), Verdict::right);
        session_->add_truth(subject(), Truth::point({1, 1}));
        QVERIFY(revisited.isEmpty());
        undo_->undo();
        undo_->undo();
        QCOMPARE(revisited.size(), 2);
        QCOMPARE(revisited[0][0].toString(), subject().path);
        QCOMPARE(revisited[1][1].toString(), QStringLiteral("the sky"));
    }

    void stack_outlives_the_session() {
        session_->judge(subject(), Verdict::right);
        session_->add_truth(subject(), Truth::point({1, 1}));
        session_.reset();
        undo_->undo();
        undo_->undo();
        QCOMPARE(undo_->index(), 0);
    }

    void statistics_follow_every_change() {
        session_->judge(subject("a.jpg"), Verdict::right);
        session_->judge(subject("b.jpg"), Verdict::right);
        session_->judge(subject("c.jpg"), Verdict::wrong);
        session_->judge(subject("c.jpg", "the sky"), Verdict::unsure);
        session_->add_truth(subject("a.jpg"), Truth::box(QRect(QPoint(0, 0), QPoint(9, 9))));
        session_->record_peaks(subject("a.jpg"), {QPoint(5, 5), QPoint(10, 5), QPoint(9, 9)});
        session_->record_peaks(subject("b.jpg", "not judged"), {QPoint(5, 5), QPoint(0, 0), QPoint(0, 0)});
        const ReviewStatistics* const statistics = session_->statistics(folder_->path());
        const ReviewTally all = statistics->of_model(session_->model());
        QVERIFY((all == ReviewTally{{2, 1, 1}, {1, 0, 1}, 1}));
        const std::vector<StatisticsRow> rows = statistics->rows();
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[1].phrase, QStringLiteral("the sky"));
        QVERIFY((rows[1].tally.verdicts == VerdictSummary{0, 0, 1}));
        session_->remove_truth(subject("a.jpg"), 0);
        QCOMPARE(statistics->of_model(session_->model()).pointed, 0);
        undo_->undo();
        QVERIFY(statistics->of_model(session_->model()) == all);
        make_session();  // recounts from the file
        QVERIFY(session_->statistics(folder_->path())->of_model(session_->model()) == all);
        session_->clear(subject("a.jpg"));
        session_->clear(subject("b.jpg"));
        session_->clear(subject("c.jpg"));
        session_->clear(subject("c.jpg", "the sky"));
        session_->remove_truth(subject("a.jpg"), 0);
        QVERIFY(session_->statistics(folder_->path())->rows().empty());
    }

    void newer_format_is_refused_with_a_reason() {
        session_.reset();
        {
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tool"));
            database.setDatabaseName(ReviewStore::file_in(folder_->path()));
            ReviewDatabase(ReviewStore::file_in(folder_->path()))
                .write({verdict_change(QStringLiteral("a.jpg"), "a dog")});
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 99")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tool"));
        session_ = std::make_unique<ReviewSession>(*undo_, spare_->path());
        QSignalSpy refused(session_.get(), &ReviewSession::refused);
        session_->open_folder(folder_->path());
        session_->identify_model(QStringLiteral("default"), {});
        QTRY_COMPARE(refused.size(), 1);
        QTRY_VERIFY(!session_->model().empty());
        QVERIFY(session_->refusal(folder_->path()).contains(QStringLiteral("newer version")));
        session_->judge(subject(), Verdict::right);
        QCOMPARE(undo_->count(), 0);
    }

    void failed_save_is_reported_and_retried() {
        session_->judge(subject(), Verdict::right);
        QTRY_COMPARE(state(), SaveState::saved);
        {
            const FileSizeLimit full(1);
            session_->judge(subject(), Verdict::wrong);
            QTRY_COMPARE(state(), SaveState::failed);
            QVERIFY(!session_->save_problem(folder_->path()).isEmpty());
            QVERIFY(session_->has_failed());
        }
        QTRY_COMPARE(state(), SaveState::saved);  // by the worker's retry
        QVERIFY(!session_->has_failed());
        make_session();
        QCOMPARE(verdict(), Verdict::wrong);
    }

    void deleted_folder_is_reported_and_nothing_is_lost() {
        session_->judge(subject(), Verdict::right);
        QTRY_COMPARE(state(), SaveState::saved);
        QVERIFY(QDir(folder_->path()).removeRecursively());
        QSignalSpy message(session_.get(), &ReviewSession::message);
        session_->judge(subject("b.jpg"), Verdict::wrong);
        QTRY_VERIFY(!message.isEmpty());
        QTRY_COMPARE(state(), SaveState::saved);
        QVERIFY(session_->file(folder_->path()).startsWith(spare_->path()));
        make_session();
        QCOMPARE(verdict(), Verdict::right);
    }

    void verdicts_of_another_window_are_shown() {
        Other other(folder_->path(), spare_->path());
        QTRY_VERIFY(other.ready(folder_->path()));
        other.session.judge(subject(), Verdict::wrong);  // this creates the file
        QElapsedTimer clock;
        clock.start();
        QTRY_COMPARE(verdict(), Verdict::wrong);
        QVERIFY(clock.elapsed() < 2000);
        QVERIFY((session_->summary(subject().path) == VerdictSummary{0, 1, 0}));
        session_->add_truth(subject(), Truth::point({7, 8}));
        session_->set_note(subject(), QStringLiteral("far away"));
        QTRY_COMPARE(other.session.truths(subject()), QVector<Truth>{Truth::point({7, 8})});
        QTRY_COMPARE(other.session.judgement(subject()).note, QStringLiteral("far away"));
        QCOMPARE(other.verdict(subject()), Verdict::wrong);
        QVERIFY(other.messages.isEmpty());
    }

    void undo_keeps_what_another_window_wrote() {
        Other other(folder_->path(), spare_->path());
        QTRY_VERIFY(other.ready(folder_->path()));
        session_->judge(subject(), Verdict::right);
        session_->add_truth(subject(), Truth::point({1, 2}));
        QTRY_COMPARE(other.session.truths(subject()).size(), 1);
        QTRY_COMPARE(other.verdict(subject()), Verdict::right);
        other.session.judge(subject(), Verdict::unsure);
        other.session.add_truth(subject(), Truth::point({3, 4}));
        QTRY_COMPARE(truths().size(), 2);
        QTRY_COMPARE(verdict(), Verdict::unsure);
        QSignalSpy message(session_.get(), &ReviewSession::message);
        undo_->undo();
        undo_->undo();
        QCOMPARE(message.size(), 2);
        QVERIFY(message[0][0].toString().contains(QStringLiteral("a.jpg")));
        QCOMPARE(undo_->count(), 0);  // nothing of this window is left to undo
        QCOMPARE(verdict(), Verdict::unsure);
        QCOMPARE(truths().size(), 2);
        // The other window may undo its own change.
        other.undo.undo();
        other.undo.undo();
        QTRY_COMPARE(verdict(), Verdict::right);
        QTRY_COMPARE(truths(), QVector<Truth>{Truth::point({1, 2})});
        QVERIFY(other.messages.isEmpty());
    }

    void notes_around_another_verdict_do_not_merge() {
        Other other(folder_->path(), spare_->path());
        QTRY_VERIFY(other.ready(folder_->path()));
        session_->set_note(subject(), QStringLiteral("b"));
        QTRY_COMPARE(other.session.judgement(subject()).note, QStringLiteral("b"));
        other.session.judge(subject(), Verdict::wrong);
        QTRY_COMPARE(verdict(), Verdict::wrong);
        session_->set_note(subject(), QStringLiteral("blurred"));
        undo_->undo();
        QCOMPARE(session_->judgement(subject()).note, QStringLiteral("b"));
        undo_->undo();
        QCOMPARE(verdict(), Verdict::wrong);  // undone as well if the two edits were one
    }

    void verdicts_given_at_once_are_not_lost_without_a_word() {
        Other other(folder_->path(), spare_->path());
        QTRY_VERIFY(other.ready(folder_->path()));
        QSignalSpy message(session_.get(), &ReviewSession::message);
        // Neither window can have seen the other's verdict.
        session_->judge(subject(), Verdict::right);
        other.session.judge(subject(), Verdict::wrong);
        QTRY_COMPARE(static_cast<int>(message.size() + other.messages.size()), 1);
        const Verdict kept = message.isEmpty() ? Verdict::right : Verdict::wrong;
        QTRY_COMPARE(verdict(), kept);
        QTRY_COMPARE(other.verdict(subject()), kept);
        QTRY_COMPARE(state(), SaveState::saved);
        make_session();
        QCOMPARE(verdict(), kept);
    }

    void gui_thread_never_waits_for_the_disk() {
        // Another program locks the file for a while.
        session_->judge(subject(), Verdict::right);
        QTRY_COMPARE(state(), SaveState::saved);
        {
            QSqlDatabase other =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(ReviewStore::file_in(folder_->path()));
            QVERIFY(other.open());
            QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE"));
            const double before = thread_cpu_ms();
            session_->judge(subject(), Verdict::wrong);
            QVERIFY(thread_cpu_ms() - before < gui_budget_ms);
            GuiWatchdog watchdog;
            QVERIFY(watchdog.wait_turns(20));
            QCOMPARE(state(), SaveState::saving);
            QSqlQuery(other).exec(QStringLiteral("ROLLBACK"));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        QTRY_COMPARE(state(), SaveState::saved);
    }
};

QTEST_GUILESS_MAIN(ReviewSessionTest)
#include "review_session_test.moc"
