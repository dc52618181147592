// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

/// `gbs` sets how idle threads wait before OpenMP is loaded, and becomes gbs-program.
class LauncherTest : public QObject {
    Q_OBJECT

 private:
    /// What OpenMP says of its settings when it is loaded, and the program's own output.
    static QString output(const QProcessEnvironment& environment, const QStringList& words) {
        QProcess program;
        QProcessEnvironment all = environment;
        all.insert(QStringLiteral("OMP_DISPLAY_ENV"), QStringLiteral("verbose"));
        program.setProcessEnvironment(all);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(GBS_EXECUTABLE), words);
        if (!program.waitForFinished(60000) || program.exitCode() != 0) return {};
        return QString::fromLocal8Bit(program.readAll());
    }
    static QProcessEnvironment unset() {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("OMP_WAIT_POLICY"));
        environment.remove(QStringLiteral("GOMP_SPINCOUNT"));
        return environment;
    }

    /// A launcher without its program.
    static QString copy_launcher(const QTemporaryDir& folder) {
        const QString alone = folder.filePath(QStringLiteral("gbs"));
        return QFile::copy(QStringLiteral(GBS_EXECUTABLE), alone) ? alone : QString();
    }
    static int exit_code(QProcess& process, const QString& program, const QStringList& words) {
        process.start(program, words);
        return process.waitForFinished(60000) ? process.exitCode() : -1;
    }

 private Q_SLOTS:
    void waiting_threads_sleep_unless_the_user_says_otherwise() {
        QProcessEnvironment environment = unset();
        const QString chosen = output(environment, {QStringLiteral("info")});
        if (!chosen.contains(QStringLiteral("GOMP_SPINCOUNT")))
            QSKIP("LibTorch does not use GNU OpenMP here");
        QVERIFY2(chosen.contains(QStringLiteral("GOMP_SPINCOUNT = '3000'")), qPrintable(chosen));
        environment.insert(QStringLiteral("GOMP_SPINCOUNT"), QStringLiteral("77"));
        QVERIFY(
            output(environment, {QStringLiteral("info")}).contains(QStringLiteral("GOMP_SPINCOUNT = '77'")));
        environment = unset();
        environment.insert(QStringLiteral("OMP_WAIT_POLICY"), QStringLiteral("active"));
        QVERIFY(!output(environment, {QStringLiteral("info")})
                     .contains(QStringLiteral("GOMP_SPINCOUNT = '3000'")));
    }

    void the_version_and_the_help_need_no_program() {
        QTemporaryDir folder;
        const QString alone = copy_launcher(folder);
        QProcess launcher;
        QCOMPARE(exit_code(launcher, alone, {QStringLiteral("--help")}), 0);
        QVERIFY(launcher.readAllStandardOutput().contains("ground"));
        for (const char* word : {"--help", "-h"}) {
            QCOMPARE(exit_code(launcher, alone, {QStringLiteral("ground"), QString::fromLatin1(word)}), 0);
            const QByteArray answer = launcher.readAllStandardOutput();
            QProcess program;
            QCOMPARE(exit_code(program, QStringLiteral(GBS_EXECUTABLE "-program"),
                               {QStringLiteral("ground"), QStringLiteral("--help")}),
                     0);
            QCOMPARE(answer, program.readAllStandardOutput());
        }
        QCOMPARE(exit_code(launcher, alone, {QStringLiteral("no-command"), QStringLiteral("--help")}), 1);
        QCOMPARE(exit_code(launcher, alone, {QStringLiteral("--version")}), 0);
        const QString answer = QString::fromUtf8(launcher.readAllStandardOutput());
        QVERIFY2(QRegularExpression(QStringLiteral("^gbs \\d+\\.\\d+\\.\\d+( \\([0-9a-f]+\\+?\\))?\n$"))
                     .match(answer)
                     .hasMatch(),
                 qPrintable(answer));
    }

    /// Else the first files that the program opens would be its standard streams.
    void closed_streams_are_opened() {
        QTemporaryDir folder;
        const QString alone = copy_launcher(folder);
        QFile stand_in(alone + QStringLiteral("-program"));
        QVERIFY(stand_in.open(QIODevice::WriteOnly));
        stand_in.write(
            "#!/bin/sh\nall=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2)\necho \"$all\" > \"$1\"\n");
        stand_in.setPermissions(stand_in.permissions() | QFileDevice::ExeOwner);
        stand_in.close();
        const QString list = folder.filePath(QStringLiteral("streams"));
        QProcess shell;
        const QString closing = QStringLiteral("exec \"$0\" \"$1\" <&- >&- 2>&-");
        QCOMPARE(exit_code(shell, QStringLiteral("/bin/sh"), {QStringLiteral("-c"), closing, alone, list}),
                 0);
        QFile streams(list);
        QVERIFY(streams.open(QIODevice::ReadOnly));
        QCOMPARE(streams.readAll(), QByteArray("/dev/null\n/dev/null\n/dev/null\n"));
    }

    void without_its_program_it_says_what_is_missing() {
        QTemporaryDir folder;
        const QString alone = copy_launcher(folder);
        QProcess launcher;
        QCOMPARE(exit_code(launcher, alone, {QStringLiteral("info")}), 1);
        QVERIFY(launcher.readAllStandardError().contains(alone.toLocal8Bit() + "-program"));
    }
};

QTEST_GUILESS_MAIN(LauncherTest)
#include "launcher_test.moc"
