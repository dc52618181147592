// SPDX-License-Identifier: GPL-3.0-or-later

// packaging/run_tests.py decides whether `make test` succeeds: test it with programs that pass, fail, crash, hang, exit
// early and exit with a wrong code.

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <string>

namespace {

const char* kPassing =
    "PASS   : T::initTestCase()\nPASS   : T::one()\nPASS   : T::two(a)\nPASS   : T::two(b)\n"
    "PASS   : T::cleanupTestCase()\nTotals: 5 passed, 0 failed, 0 skipped, 0 blacklisted, 1ms\n";

struct Result {
    int exit_code;
    QByteArray output;
    QByteArray last_line;
};

class TestFolder {
 public:
    // A test program that prints the text and then runs the shell command.
    void add(const QString& name, const QByteArray& text, const QByteArray& then = "exit 0") {
        QFile file(folder_.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\ncat <<'END'\n" + text + "END\n" + then + "\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QString path(const QString& name) const { return folder_.filePath(name); }

    /// `temporary` is the TMPDIR of the tests; empty leaves it unset.
    Result run(const QStringList& arguments = {}, const QString& temporary = {}) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("TMPDIR"));
        if (!temporary.isEmpty()) environment.insert(QStringLiteral("TMPDIR"), temporary);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        const QStringList script{QStringLiteral(GBS_SOURCE_DIR "/packaging/run_tests.py"), folder_.path()};
        process.start(QStringLiteral("python3"), script + arguments);
        process.waitForFinished(60000);
        const QByteArray output = process.readAll();
        return {process.exitCode(), output, output.trimmed().split('\n').last()};
    }

 private:
    QTemporaryDir folder_;
};

/// The names of packaging/slow_tests.txt.
QStringList slow_tests() {
    QFile file(QStringLiteral(GBS_SOURCE_DIR "/packaging/slow_tests.txt"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(file.readAll())
        .split(QLatin1Char('\n'), Qt::SkipEmptyParts)
        .filter(QRegularExpression(QStringLiteral("^[^#]")));
}

}  // namespace

class RunTestsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void functions_are_counted_not_rows_or_frame();
    void one_failing_row_fails_its_function();
    void skips_are_counted_and_explained();
    void fast_programs_run_again_with_decimal_commas();
    void a_program_that_goes_wrong_is_one_failure_data();
    void a_program_that_goes_wrong_is_one_failure();
    void a_hanging_program_is_ended();
    void filter_selects_by_name();
    void slow_tests_start_first();
    void slow_tests_are_there();
    void temporary_files_are_removed_or_where_they_are_wanted();
    void no_test_at_all_is_a_failure();
};

void RunTestsTest::functions_are_counted_not_rows_or_frame() {
    TestFolder folder;
    folder.add(QStringLiteral("a_test"), kPassing);
    folder.add(QStringLiteral("b_test"), kPassing);
    const Result result = folder.run();
    QCOMPARE(result.last_line, QByteArray("4 passed, 0 failed"));
    QCOMPARE(result.exit_code, 0);
}

void RunTestsTest::one_failing_row_fails_its_function() {
    TestFolder folder;
    folder.add(QStringLiteral("a_test"),
               "PASS   : T::f(a)\nFAIL!  : T::f(b) 'x' returned FALSE. ()\n   Loc: [t.cpp(3)]\n"
               "PASS   : T::g()\nTotals: 2 passed, 1 failed, 0 skipped, 0 blacklisted, 1ms\n",
               "exit 1");
    const Result result = folder.run();
    QCOMPARE(result.last_line, QByteArray("1 passed, 1 failed"));
    QCOMPARE(result.exit_code, 1);
    QVERIFY(result.output.contains("Loc: [t.cpp(3)]"));
}

void RunTestsTest::fast_programs_run_again_with_decimal_commas() {
    TestFolder folder;
    folder.add(
        QStringLiteral("a_test"),
        "PASS   : T::f()\nPASS   : T::g()\nTotals: 2 passed, 0 failed, 0 skipped, 0 blacklisted, 1ms\n",
        "test \"$LANG\" != de_DE.UTF-8");
    QCOMPARE(folder.run().last_line, QByteArray("2 passed, 0 failed"));
    const Result german = folder.run({QStringLiteral("--german")});
    if (!german.output.contains("(de_DE)")) QSKIP("the sources of locales are not installed");
    QCOMPARE(german.last_line, QByteArray("2 passed, 1 failed"));
    QVERIFY(german.output.contains("Failed: a_test (de_DE)"));
}

void RunTestsTest::skips_are_counted_and_explained() {
    TestFolder folder;
    folder.add(QStringLiteral("a_test"),
               "SKIP   : T::f() no data here\n   Loc: [t.cpp(3)]\nPASS   : T::g()\n"
               "Totals: 1 passed, 0 failed, 1 skipped, 0 blacklisted, 1ms\n");
    const Result result = folder.run();
    QCOMPARE(result.last_line, QByteArray("1 passed, 0 failed, 1 skipped"));
    QCOMPARE(result.exit_code, 0);
    QVERIFY(result.output.contains("a_test f: no data here"));
}

void RunTestsTest::a_program_that_goes_wrong_is_one_failure_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("crash") << QByteArray("PASS   : T::f()\n") << QByteArray("kill -SEGV $$")
                           << QByteArray("SIGSEGV");
    QTest::newRow("early end") << QByteArray("PASS   : T::f()\n") << QByteArray("exit 0")
                               << QByteArray("before its totals");
    QTest::newRow("code without a failing function")
        << QByteArray("PASS   : T::f()\nTotals: 1 passed, 0 failed, 0 skipped, 0 blacklisted, 1ms\n")
        << QByteArray("exit 3") << QByteArray("ended with code 3");
}

void RunTestsTest::a_program_that_goes_wrong_is_one_failure() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, then);
    QFETCH(QByteArray, said);
    TestFolder folder;
    folder.add(QStringLiteral("a_test"), text, then);
    const Result result = folder.run();
    QCOMPARE(result.last_line, QByteArray("1 passed, 1 failed"));
    QCOMPARE(result.exit_code, 1);
    QVERIFY2(result.output.contains(said), result.output.constData());
}

void RunTestsTest::a_hanging_program_is_ended() {
    TestFolder folder;
    folder.add(QStringLiteral("a_test"), "PASS   : T::f()\n", "sleep 300");
    QElapsedTimer clock;
    clock.start();
    const Result result = folder.run({QStringLiteral("--timeout"), QStringLiteral("1")});
    QCOMPARE(result.last_line, QByteArray("1 passed, 1 failed"));
    QVERIFY(clock.elapsed() < 30000);
}

void RunTestsTest::filter_selects_by_name() {
    TestFolder folder;
    folder.add(QStringLiteral("a_test"), kPassing);
    folder.add(QStringLiteral("b_test"), "", "exit 1");
    QCOMPARE(folder.run({QStringLiteral("--filter"), QStringLiteral("a_")}).last_line,
             QByteArray("2 passed, 0 failed"));
}

void RunTestsTest::slow_tests_start_first() {
    const QStringList slow = slow_tests();
    QVERIFY(slow.size() > 1);
    TestFolder folder;
    const QStringList order{slow[0], slow[1], QStringLiteral("a_test"), QStringLiteral("b_test")};
    for (const QString& name : {order[3], order[1], order[2], order[0]}) folder.add(name, kPassing);
    const QByteArray output = folder.run({QStringLiteral("--jobs"), QStringLiteral("1")}).output;
    QStringList seen;
    for (const QByteArray& line : output.split('\n'))
        if (line.startsWith("ok")) seen << QString::fromUtf8(line.simplified().split(' ').value(1));
    QCOMPARE(seen, order);
}

void RunTestsTest::slow_tests_are_there() {
    QStringList sources;
    QDirIterator files(QStringLiteral(GBS_SOURCE_DIR "/tests"), {QStringLiteral("*_test.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) sources << QFileInfo(files.next()).baseName();
    for (const QString& name : slow_tests()) QVERIFY2(sources.contains(name), qPrintable(name));
}

void RunTestsTest::temporary_files_are_removed_or_where_they_are_wanted() {
    TestFolder folder;
    folder.add(QStringLiteral("a_test"), kPassing,
               "[ -z \"$TMPDIR\" ] || touch \"$TMPDIR/left\"; printf %s \"$TMPDIR\" > " +
                   folder.path(QStringLiteral("where")).toUtf8());
    const auto where = [&] {
        QFile file(folder.path(QStringLiteral("where")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QStringLiteral("not run");
    };
    QCOMPARE(folder.run().exit_code, 0);
    QVERIFY2(
        where().isEmpty() || (where().startsWith(QStringLiteral("/dev/shm/")) && !QFile::exists(where())),
        qPrintable(where()));
    QTemporaryDir wanted;
    QCOMPARE(folder.run({}, wanted.path()).exit_code, 0);
    QCOMPARE(where(), wanted.path());
    QVERIFY(QFile::exists(wanted.filePath(QStringLiteral("left"))));
}

void RunTestsTest::no_test_at_all_is_a_failure() {
    const Result result = TestFolder().run();
    QCOMPARE(result.last_line, QByteArray("0 passed, 0 failed"));
    QCOMPARE(result.exit_code, 1);
}

QTEST_GUILESS_MAIN(RunTestsTest)
#include "run_tests_test.moc"
