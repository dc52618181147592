// SPDX-License-Identifier: GPL-3.0-or-later

// A job that asks a detector is paused, cancelled and killed: this program runs it in a child process, too.
#include "app/export/boxes_job.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <iostream>

#include "app/session/running_detector.h"
#include "core/base/shell_word.h"
#include "support/sanitized.h"

using namespace gbs;
using namespace gbs::app;
using Phase = gbs::widgets::JobState::Phase;

namespace {

/// Notes each photo that it is asked about, and answers after a moment.
const char* const script = R"py(
import json, os, sys, time
here = os.path.dirname(sys.argv[0])
print(json.dumps({"bridge": 1, "name": "Slow", "device": "cpu"}), flush=True)
for text in sys.stdin:
    ask = json.loads(text)
    with open(os.path.join(here, "asked.txt"), "a") as file: file.write(os.path.basename(ask["image"]) + "\n")
    time.sleep(0.06)
    for phrase in ask["phrases"]:
        print(json.dumps({"image": ask["image"], "phrase": phrase, "width": 160, "height": 120,
                          "boxes": [[0, 0, 10 * len(phrase), 60]], "scores": [0.5]}), flush=True)
)py";

constexpr int photos = 24;
const QStringList phrases{QStringLiteral("a dog"), QStringLiteral("the sky")};

QString photo(int number) {
    return QStringLiteral("%1.png").arg(number, 2, 10, QLatin1Char('0'));
}

/// As the file of boxes names it.
QByteArray named(int number) {
    return QByteArray("\"" + photo(number).toUtf8() + "\"");
}

/// The job in a folder with photos and the detector.
std::unique_ptr<ExportJob> make_job(const QDir& folder) {
    std::vector<std::pair<QString, QStringList>> wanted;
    for (int i = 0; i < photos; ++i) wanted.emplace_back(folder.filePath(photo(i)), phrases);
    const std::string command = shell_word(GBS_TEST_PYTHON) + " " +
                                shell_word(folder.filePath(QStringLiteral("bridge.py")).toStdString());
    return std::make_unique<ExportJob>(
        QStringLiteral("Boxes"),
        boxes_work(QString::fromStdString(command), wanted, folder.filePath(QStringLiteral("boxes.jsonl"))));
}

int run_job(const QDir& folder) {
    const auto job = make_job(folder);
    QObject::connect(job.get(), &ExportJob::ended, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    job->start();
    QCoreApplication::exec();
    if (job->state().phase == Phase::finished) return 0;
    std::cerr << job->state().outcome.toStdString() << "\n";
    return 1;
}

}  // namespace

class BoxesJobTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    QByteArray read(const char* name) const {
        QFile file(folder_->filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    qsizetype asked() const { return read("asked.txt").count('\n'); }
    /// How often the detector was asked about each photo.
    QMap<QString, int> asked_by_photo() const {
        QMap<QString, int> counts;
        for (const QByteArray& line : read("asked.txt").split('\n'))
            if (!line.isEmpty()) ++counts[QString::fromUtf8(line)];
        return counts;
    }
    /// The photos with both phrases in the file that grows.
    QSet<QString> written() const {
        const QByteArray text = read("boxes.jsonl.part");
        QSet<QString> names;
        for (int i = 0; i < photos; ++i)
            if (text.count(named(i)) == phrases.size()) names.insert(photo(i));
        return names;
    }
    void verify_complete() const {
        const QByteArray text = read("boxes.jsonl");
        QCOMPARE(text.count('\n'), photos * phrases.size());
        for (int i = 0; i < photos; ++i) QCOMPARE(text.count(named(i)), phrases.size());
        QVERIFY(!QFile::exists(folder_->filePath(QStringLiteral("boxes.jsonl.part"))));
    }
    /// Else it would answer for the detector.
    static void forget_answers() { QDir(RunningDetector::cache_folder()).removeRecursively(); }

 private Q_SLOTS:
    void init() {
        forget_answers();
        folder_ = std::make_unique<QTemporaryDir>();
        QFile bridge(folder_->filePath(QStringLiteral("bridge.py")));
        QVERIFY(bridge.open(QIODevice::WriteOnly) && bridge.write(script) > 0);
        for (int i = 0; i < photos; ++i) {
            QFile file(folder_->filePath(photo(i)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a photo for the detector") > 0);
        }
    }

    void a_paused_job_asks_nothing_and_goes_on_where_it_was() {
        const auto job = make_job(folder_->path());
        job->start();
        for (int pause = 1; pause <= 2; ++pause) {
            QTRY_VERIFY(job->state().done >= 4 * pause);
            job->pause();
            QCOMPARE(job->state().phase, Phase::pausing);
            QTRY_COMPARE(job->state().phase, Phase::paused);
            const qsizetype before = asked();
            QCOMPARE(static_cast<qsizetype>(job->state().done), before);
            QCOMPARE(written().size(), before);
            QVERIFY(before < photos);
            QTest::qWait(200);
            QCOMPARE(asked(), before);
            QCOMPARE(job->state().phase, Phase::paused);
            job->resume();
            QCOMPARE(job->state().phase, Phase::running);
            QTRY_VERIFY(job->state().done > before);
        }
        QTRY_COMPARE(job->state().phase, Phase::finished);
        QCOMPARE(asked(), photos);
        verify_complete();
    }

    void a_pause_does_not_slow_down_the_rate() {
        const auto job = make_job(folder_->path());
        job->start();
        QTRY_VERIFY(job->state().done >= 6);
        job->pause();
        QTRY_COMPARE(job->state().phase, Phase::paused);
        const double left = job->state().seconds_left;
        const int done = job->state().done;
        QVERIFY(left > 0);
        QTest::qWait(static_cast<int>(1500 * left));
        job->resume();
        QTRY_VERIFY(job->state().done > done);
        // It would be more than twice as long.
        QVERIFY2(job->state().seconds_left < 1.5 * left,
                 qPrintable(QString::number(job->state().seconds_left)));
    }

    void a_cancelled_pause_ends_at_once_and_the_next_job_goes_on() {
        auto job = make_job(folder_->path());
        job->start();
        QTRY_VERIFY(job->state().done >= 4);
        job->pause();
        QTRY_COMPARE(job->state().phase, Phase::paused);
        const qsizetype before = asked();
        job->cancel();
        QTRY_COMPARE(job->state().phase, Phase::cancelled);
        forget_answers();
        job = make_job(folder_->path());
        job->start();
        QTRY_COMPARE(job->state().phase, Phase::finished);
        QCOMPARE(asked(), photos);
        QVERIFY(before < photos);
        verify_complete();
    }

    void a_paused_job_ends_with_its_owner() {
        auto job = make_job(folder_->path());
        job->start();
        QTRY_VERIFY(job->state().done >= 2);
        job->pause();
        QTRY_COMPARE(job->state().phase, Phase::paused);
        QElapsedTimer time;
        time.start();
        job.reset();
        QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
    }

    void a_killed_job_goes_on_where_it_was() {
        QSet<QString> kept;
        QMap<QString, int> asked_before;
        int kills = 0;
        for (bool finished = false; !finished && kills < 40;) {
            forget_answers();
            QProcess child;
            // OpenSSL does not free what it keeps of a thread that ends with the program.
            child.setProcessEnvironment(environment_without_leak_check());
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--run"), folder_->path()});
            QVERIFY(child.waitForStarted());
            // Some kills come at once, others after some answers.
            const auto more = kept.size() + 1 + kills % 4;
            finished = QTest::qWaitFor(
                           [&] { return child.state() == QProcess::NotRunning || written().size() >= more; },
                           20'000) &&
                       child.state() == QProcess::NotRunning;
            if (finished) {
                QVERIFY2(child.exitCode() == 0, child.readAllStandardError().constData());
                break;
            }
            child.kill();  // SIGKILL
            QVERIFY(child.waitForFinished());
            ++kills;
            // The detector ends with its input: what it was asked before does not arrive later.
            qsizetype all = -1;
            QVERIFY(QTest::qWaitFor([&] { return std::exchange(all, asked()) == asked(); }));
            const QMap<QString, int> now = asked_by_photo();
            for (const QString& name : std::as_const(kept)) QCOMPARE(now[name], asked_before[name]);
            QVERIFY(written().contains(kept));
            kept = written();
            asked_before = now;
        }
        QVERIFY2(kills >= 3, qPrintable(QString::number(kills)));
        const QMap<QString, int> now = asked_by_photo();
        for (const QString& name : std::as_const(kept)) QCOMPARE(now[name], asked_before[name]);
        // What was in the air at a kill is asked again, and nothing else.
        QVERIFY(asked() <= photos + kills);
        verify_complete();
    }
};

int main(int count, char** words) {
    QCoreApplication application(count, words);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer boxes job test"));
    if (count == 3 && QByteArray(words[1]) == "--run") return run_job(QDir(QFile::decodeName(words[2])));
    BoxesJobTest test;
    return QTest::qExec(&test, count, words);
}

#include "boxes_job_test.moc"
