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

 private Q_SLOTS:
    void waiting_threads_sleep_unless_the_user_says_otherwise() {
        QProcessEnvironment environment = unset();
        const QString chosen = output(environment, {QStringLiteral("--version")});
        if (!chosen.contains(QStringLiteral("GOMP_SPINCOUNT")))
            QSKIP("LibTorch does not use GNU OpenMP here");
        QVERIFY2(chosen.contains(QStringLiteral("GOMP_SPINCOUNT = '3000'")), qPrintable(chosen));
        environment.insert(QStringLiteral("GOMP_SPINCOUNT"), QStringLiteral("77"));
        QVERIFY(output(environment, {QStringLiteral("--version")})
                    .contains(QStringLiteral("GOMP_SPINCOUNT = '77'")));
        environment = unset();
        environment.insert(QStringLiteral("OMP_WAIT_POLICY"), QStringLiteral("active"));
        QVERIFY(!output(environment, {QStringLiteral("--version")})
                     .contains(QStringLiteral("GOMP_SPINCOUNT = '3000'")));
    }

    void without_its_program_it_says_what_is_missing() {
        QTemporaryDir folder;
        const QString alone = folder.filePath(QStringLiteral("gbs"));
        QVERIFY(QFile::copy(QStringLiteral(GBS_EXECUTABLE), alone));
        QProcess launcher;
        launcher.start(alone, {QStringLiteral("--version")});
        QVERIFY(launcher.waitForFinished(60000));
        QCOMPARE(launcher.exitCode(), 1);
        QVERIFY(launcher.readAllStandardError().contains(alone.toLocal8Bit() + "-program"));
    }
};

QTEST_GUILESS_MAIN(LauncherTest)
#include "launcher_test.moc"
