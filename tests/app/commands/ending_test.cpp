// SPDX-License-Identifier: GPL-3.0-or-later

#include <signal.h>

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/file_io.h"
#include "core/image/image.h"
#include "support/send_signal.h"

using namespace gbs;

/// How commands end whatever they are given: by signals while they wait, and without commanding the terminal.
class EndingTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    QString path(const QString& name) const { return directory_.filePath(name); }

    /// Starts a command that waits for phrases that nobody writes.
    void start_waiting(QProcess& process) const {
        process.start(QStringLiteral(GBS_EXECUTABLE),
                      {QStringLiteral("ground"), path(QStringLiteral("a.png")), QStringLiteral("--phrases"),
                       QStringLiteral("/dev/stdin")});
        QVERIFY(process.waitForStarted());
        QVERIFY(!process.waitForFinished(2000));
    }
    static void send(const QProcess& process) { QVERIFY(send_signal(process.processId(), SIGTERM)); }

 private Q_SLOTS:
    void initTestCase() {
        write_image({8, 8, std::vector<std::uint8_t>(8 * 8 * 3, 90)},
                    path(QStringLiteral("a.png")).toStdString());
    }

    void a_command_that_waits_ends_five_seconds_after_the_signal() {
        QProcess process;
        start_waiting(process);
        QElapsedTimer timer;
        timer.start();
        send(process);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 128 + SIGTERM);
        QVERIFY(timer.elapsed() > 3000);
    }

    void a_second_signal_ends_it_at_once() {
        QProcess process;
        start_waiting(process);
        QElapsedTimer timer;
        timer.start();
        send(process);
        QTest::qWait(500);
        send(process);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 128 + SIGTERM);
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }

    void names_do_not_command_the_terminal_data() {
        QTest::addColumn<QStringList>("arguments");
        const QString name = QStringLiteral("a\x1b[2J");
        QTest::newRow("names of runs")
            << QStringList{QStringLiteral("runs"), QStringLiteral("list"), path(QStringLiteral("runs"))};
        QTest::newRow("errors") << QStringList{QStringLiteral("runs"), QStringLiteral("list"), path(name)};
        QTest::newRow("results") << QStringList{QStringLiteral("ground"), path(QStringLiteral("a.png")),
                                                QStringLiteral("--phrase"), name};
    }

    void names_do_not_command_the_terminal() {
        QFETCH(QStringList, arguments);
        const QString run = path(QStringLiteral("runs/a\x1b[2J"));
        QVERIFY(QDir().mkpath(run));
        write_atomically(run.toStdString() + "/config.yaml", "steps: 1\n");
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(GBS_EXECUTABLE), arguments);
        QVERIFY(process.waitForFinished(120000));
        const QByteArray output = process.readAll();
        QVERIFY2(output.contains("a\\x1b[2J"), output.constData());
        QVERIFY2(!output.contains('\x1b'), output.constData());
    }
};

QTEST_GUILESS_MAIN(EndingTest)
#include "ending_test.moc"
