// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "training/run/run_folder.h"

using namespace gbs;
using namespace gbs::training;

/// `gbs runs` as called by a user or a script.
class RunsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase() {
        {
            RunFolder folder(path("runs/done"));
            folder.append_metrics({10, {{"loss/total", 0.5}, {"time", 100.0}}});
            folder.save_checkpoint(10, [](const auto& model, const auto& state) {
                for (const auto& file : {model, state}) {
                    QFile made(QString::fromStdString(file.string()));
                    QVERIFY(made.open(QIODevice::WriteOnly));
                }
            });
            folder.mark_best(10, 61.25);
            folder.write_status(status(RunState::completed, 10));
        }
        {
            // Its trainer is gone, whatever the status says.
            RunFolder folder(path("runs/killed"));
            folder.append_metrics({3, {{"loss/total", 0.75}, {"time", 100.0}}});
            folder.write_status(status(RunState::running, 3));
        }
        RunFolder failed(path("runs/failed"));
        RunStatus said = status(RunState::failed, 5);
        said.error = "step 5: loss/sep is NaN";
        failed.write_status(said);
        QDir(directory_.path()).mkpath(QStringLiteral("runs/no run"));
    }

    void list_shows_state_step_and_best() {
        const Result result = run({QStringLiteral("list"), file("runs"), QStringLiteral("--json")});
        QVERIFY2(result.code == 0, result.err.constData());
        const QJsonArray lines = QJsonDocument::fromJson(result.out).array();
        QCOMPARE(lines.size(), 3);
        const auto line = [&](int i) { return lines[i].toObject(); };
        QCOMPARE(line(0)[QLatin1String("run")].toString(), QStringLiteral("done"));
        QCOMPARE(line(0)[QLatin1String("state")].toString(), QStringLiteral("completed"));
        QCOMPARE(line(0)[QLatin1String("step")].toInt(), 10);
        QCOMPARE(line(0)[QLatin1String("total")].toInt(), 10);
        QCOMPARE(line(0)[QLatin1String("best")].toDouble(), 61.25);
        QCOMPARE(line(0)[QLatin1String("best_step")].toInt(), 10);
        QCOMPARE(line(1)[QLatin1String("state")].toString(), QStringLiteral("failed"));
        QVERIFY(line(1)[QLatin1String("error")].toString().contains(QStringLiteral("NaN")));
        QCOMPARE(line(2)[QLatin1String("state")].toString(), QStringLiteral("killed"));
        QVERIFY(line(2)[QLatin1String("best")].isNull());
        const Result text = run({QStringLiteral("list"), file("runs")});
        QVERIFY(text.out.contains("completed"));
        QVERIFY(text.out.contains("10 of 10"));
        QVERIFY(text.out.contains("61.25 % at step 10"));
    }

    void a_damaged_run_does_not_hide_the_others() {
        QFile status(file("runs/killed/status.json"));
        QVERIFY(status.open(QIODevice::ReadWrite));
        const QByteArray before = status.readAll();
        status.resize(5);
        const Result result = run({QStringLiteral("list"), file("runs"), QStringLiteral("--json")});
        status.seek(0);
        status.write(before);
        QCOMPARE(result.code, 0);
        const QJsonArray lines = QJsonDocument::fromJson(result.out).array();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[2].toObject()[QLatin1String("state")].toString(), QStringLiteral("damaged"));
    }

    void export_gives_each_run_a_folder() {
        QDir(directory_.path()).mkpath(QStringLiteral("more"));
        QVERIFY(QProcess::execute(QStringLiteral("cp"),
                                  {QStringLiteral("-r"), file("runs/done"), file("more")}) == 0);
        const Result result =
            run({QStringLiteral("export"), QStringLiteral("--tensorboard"), file("events"),
                 file("runs/done") + QLatin1Char('/'), file("more/done"), file("runs/killed")});
        QVERIFY2(result.code == 0, result.err.constData());
        QCOMPARE(QDir(file("events")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name),
                 (QStringList{QStringLiteral("done"), QStringLiteral("done-2"), QStringLiteral("killed")}));
        for (const char* name : {"done", "done-2", "killed"})
            QVERIFY(
                QFileInfo(file("events/") + QLatin1String(name) + QStringLiteral("/events.out.tfevents.gbs"))
                    .size() > 50);
    }

    void errors_are_reported() {
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({QStringLiteral("export"), file("runs/done")}).code, 2);
        const Result nothing = run({QStringLiteral("list"), file("runs/no run")});
        QCOMPARE(nothing.code, 1);
        QVERIFY(nothing.err.contains("holds no runs"));
        QCOMPARE(run({QStringLiteral("list"), file("nowhere")}).code, 1);
        const Result none = run(
            {QStringLiteral("export"), QStringLiteral("--tensorboard"), file("none"), file("runs/failed")});
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("no metrics.jsonl"));
        QVERIFY(!QFileInfo::exists(file("none")));
    }

 private:
    struct Result {
        int code;
        QByteArray out, err;
    };
    Result run(const QStringList& arguments) const {
        QProcess process;
        process.start(QStringLiteral(GBS_EXECUTABLE), QStringList(QStringLiteral("runs")) + arguments);
        if (!process.waitForFinished(120000)) return {-1, {}, "did not finish"};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static RunStatus status(RunState state, int step) {
        RunStatus made;
        made.state = state;
        made.step = step;
        made.total = 10;
        return made;
    }
    QString file(const char* name) const { return directory_.filePath(QLatin1String(name)); }
    std::filesystem::path path(const char* name) const { return file(name).toStdString(); }

    QTemporaryDir directory_;
};

QTEST_GUILESS_MAIN(RunsTest)
#include "runs_test.moc"
