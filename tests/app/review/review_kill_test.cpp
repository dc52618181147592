// SPDX-License-Identifier: GPL-3.0-or-later

// Reviews reported as saved survive kill -9: this program edits reviews in a child process and kills it.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <thread>

#include "app/review/review_session.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

namespace {

constexpr int last_round = 100'000;
const Verdict verdicts[] = {Verdict::right, Verdict::wrong, Verdict::unsure};

QString image_of(int round) {
    return QStringLiteral("%1.jpg").arg(round % 7);
}
QString phrase_of(int round) {
    return QStringLiteral("phrase %1").arg(round % 3);
}

/// Edits reviews forever and prints the number of each round once the session reports it as saved.
int judge(const QString& folder) {
    QUndoStack undo;
    ReviewSession session(undo, folder + QStringLiteral("/spare"));
    session.open_folder(folder);
    session.identify_model(QStringLiteral("default"), {});
    if (!QTest::qWaitFor([&] { return session.is_open(folder) && !session.model().empty(); })) return 1;
    for (int round = 0; round < last_round; ++round) {
        const ReviewSubject subject{folder + QLatin1Char('/') + image_of(round), {64, 48}, phrase_of(round)};
        session.clear(subject);
        session.judge(subject, verdicts[round % 3]);
        session.set_note(subject, QString::number(round));
        while (session.state(folder) != SaveState::saved)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        std::printf("%d\n", round);
        std::fflush(stdout);
    }
    return 0;
}

}  // namespace

class ReviewKillTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void saved_verdicts_survive_a_kill() {
        const QTemporaryDir folder;
        int rounds = 0;
        for (int kill = 0; kill < 12; ++kill) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--judge"), folder.path()});
            QVERIFY(child.waitForStarted());
            QByteArray printed;
            QElapsedTimer clock;
            clock.start();
            // Kills come after a random number of saved rounds: at once, or when the log of the database changes
            // next, within a transaction.
            const int saved = QRandomGenerator::global()->bounded(1, 30);
            while (printed.count('\n') < saved && clock.elapsed() < 20'000 && child.waitForReadyRead(20'000))
                printed += child.readAllStandardOutput();
            const std::filesystem::path log = ReviewStore::file_in(folder.path()).toStdString() + "-wal";
            std::error_code missing;
            const auto written = std::filesystem::last_write_time(log, missing);
            while (kill % 2 == 1 && clock.elapsed() < 20'000 &&
                   std::filesystem::last_write_time(log, missing) == written)
                std::this_thread::yield();
            child.kill();  // SIGKILL
            child.waitForFinished();
            printed += child.readAllStandardOutput();
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);

            QList<QByteArray> lines = printed.split('\n');
            lines.removeLast();  // empty or truncated by the kill
            QVERIFY2(!lines.isEmpty(), child.readAllStandardError().constData());
            const int acknowledged = lines.last().toInt();
            rounds += acknowledged + 1;
            const ReviewContents found = ReviewDatabase(ReviewStore::file_in(folder.path())).read();
            // Pairs of image and phrase repeat after 21 rounds. Only the pair of the interrupted round may
            // have changed since.
            for (int round = std::max(0, acknowledged - 19); round <= acknowledged; ++round) {
                const PhraseReview* const review = found.find(image_of(round), phrase_of(round));
                QVERIFY(review);
                QCOMPARE(review->judgements.first().note, QString::number(round));
                QCOMPARE(review->judgements.first().verdict, verdicts[round % 3]);
            }
        }
        QVERIFY(rounds >= 12);
    }
};

int main(int count, char** words) {
    QCoreApplication application(count, words);
    if (count == 3 && QByteArray(words[1]) == "--judge") return judge(QFile::decodeName(words[2]));
    ReviewKillTest test;
    return QTest::qExec(&test, count, words);
}

#include "review_kill_test.moc"
