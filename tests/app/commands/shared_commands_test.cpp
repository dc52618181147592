// SPDX-License-Identifier: GPL-3.0-or-later

#include <signal.h>

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>
#include <map>

#include "core/base/file_io.h"
#include "support/mpirun.h"
#include "support/send_signal.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::training;

namespace {

const QString program = QStringLiteral(GBS_EXECUTABLE);
constexpr int photos = 140;

}  // namespace

/// `mpirun -np N gbs evaluate|ground|report`: the files of one process, by several.
class SharedCommandsTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    QString path(const QString& name) const { return directory_.filePath(name); }

    QStringList evaluate_arguments(const QString& out) const {
        return {QStringLiteral("evaluate"),
                QStringLiteral("--phrases=") + path(QStringLiteral("many.tsv")),
                QStringLiteral("--images=") + path(QStringLiteral("photos")),
                QStringLiteral("--model=") + path(QStringLiteral("tiny.safetensors")),
                QStringLiteral("--device=cpu"),
                QStringLiteral("--per-phrase=") + out + QStringLiteral("/a.jsonl"),
                QStringLiteral("--per-phrase-csv=") + out + QStringLiteral("/a.csv"),
                QStringLiteral("--json=") + out + QStringLiteral("/t.json"),
                QStringLiteral("--markdown=") + out + QStringLiteral("/t.md"),
                QStringLiteral("--report=") + out + QStringLiteral("/r.html")};
    }
    QStringList ground_arguments(const QString& out) const {
        return {QStringLiteral("ground"),
                path(QStringLiteral("photos")),
                path(QStringLiteral("broken.png")),
                QStringLiteral("a red square"),
                QStringLiteral("the wall"),
                QStringLiteral("--model=") + path(QStringLiteral("tiny.safetensors")),
                QStringLiteral("--device=cpu"),
                QStringLiteral("--out=") + out,
                QStringLiteral("--maps=mean"),
                QStringLiteral("--format=png16,overlay")};
    }
    QStringList report_arguments(const QString& out) const {
        return {QStringLiteral("report"),
                path(QStringLiteral("photos")),
                QStringLiteral("a red square"),
                QStringLiteral("--model=") + path(QStringLiteral("tiny.safetensors")),
                QStringLiteral("--device=cpu"),
                QStringLiteral("--thumbnail=40"),
                QStringLiteral("--out=") + out + QStringLiteral("/r.html")};
    }
    QStringList arguments_of(const QString& command, const QString& out) const {
        return command == QStringLiteral("evaluate") ? evaluate_arguments(out)
               : command == QStringLiteral("ground") ? ground_arguments(out)
                                                     : report_arguments(out);
    }
    /// Every file below a folder, by its relative name.
    static std::map<QString, QByteArray> files_of(const QString& folder) {
        std::map<QString, QByteArray> files;
        QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (file.open(QIODevice::ReadOnly))
                files[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
        }
        return files;
    }
    static void compare(const QString& wanted, const QString& given) {
        const auto a = files_of(wanted), b = files_of(given);
        QVERIFY(!a.empty());
        for (const auto& [name, bytes] : b) QVERIFY2(a.contains(name), qPrintable(name));
        for (const auto& [name, bytes] : a) {
            QVERIFY2(b.contains(name), qPrintable(name));
            QVERIFY2(b.at(name) == bytes, qPrintable(name));
        }
    }
    void run_by(int ranks, const QString& command, const QString& out, const QStringList& more = {}) {
        QDir().mkpath(out);
        const auto [code, said] = run_ranks(ranks, program, arguments_of(command, out) + more);
        const int wanted = command == QStringLiteral("ground") ? 1 : 0;  // the broken photo
        QVERIFY2(code == wanted, said.constData());
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!has_mpirun()) QSKIP("mpirun is not installed: run `make setup`");
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        make_tiny_data(directory_.path().toStdString(), photos);
        save_tiny_checkpoint(path(QStringLiteral("tiny.safetensors")).toStdString());
        write_atomically(path(QStringLiteral("broken.png")).toStdString(), "no photo");
        std::string text = "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\ttypes\n";
        for (int i = 0; i < photos; ++i)
            for (const char* phrase : {"a red square", "the wall"})
                text += "photo" + std::to_string(i) + ".png\t48\t40\t" + std::to_string(1 + i % 20) +
                        "\t2\t40\t30\t" + phrase + "\tother\n";
        text += "missing.png\t48\t40\t1\t2\t40\t30\ta wall\tother\n";
        write_atomically(path(QStringLiteral("many.tsv")).toStdString(), text);
    }

    void several_ranks_write_what_one_process_does_data() {
        QTest::addColumn<QString>("command");
        for (const char* command : {"evaluate", "ground", "report"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }

    void several_ranks_write_what_one_process_does() {
        QFETCH(QString, command);
        const QString out = path(QStringLiteral("out"));  // of one name: files hold it
        run_by(1, command, out);
        const QString wanted = path(command + QStringLiteral("-by-one"));
        QVERIFY(QDir().rename(out, wanted));
        for (const int ranks : {2, 3}) {
            run_by(ranks, command, out);
            compare(wanted, out);
            QDir(out).removeRecursively();
        }
    }

    void a_rank_that_dies_costs_its_share_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("journal");
        QTest::newRow("evaluate") << QStringLiteral("evaluate") << QStringLiteral("/a.jsonl.part");
        QTest::newRow("ground") << QStringLiteral("ground") << QStringLiteral("/maps.jsonl");
    }

    void a_rank_that_dies_costs_its_share() {
        QFETCH(QString, command);
        QFETCH(QString, journal);
        const QString out = path(QStringLiteral("out"));
        QDir(out).removeRecursively();
        QDir().mkpath(out);
        QProcess process;
        start_ranks(process, 2, program, arguments_of(command, out));
        const auto lines = [&] {
            QFile file(out + journal);
            return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(lines() >= 20 || process.state() == QProcess::NotRunning, 120'000);
        auto ranks = children_of(process.processId());
        std::ranges::sort(ranks);
        QCOMPARE(ranks.size(), std::size_t{2});
        QVERIFY(send_signal(ranks.back(), SIGKILL));
        QVERIFY(process.waitForFinished(60000));
        QVERIFY(process.exitCode() != 0);
        const auto kept = lines();
        QVERIFY2(kept >= 20, process.readAll().constData());
        // What the killed rank was writing stays for a minute (core/base/forgotten_files.h).
        QDirIterator forgotten(out, {QStringLiteral(".gbs-*.tmp")}, QDir::Files | QDir::Hidden,
                               QDirIterator::Subdirectories);
        while (forgotten.hasNext()) QVERIFY(QFile::remove(forgotten.next()));
        // Another number of ranks continues, and writes what one process would have.
        run_by(3, command, out, {QStringLiteral("--resume")});
        compare(path(command + QStringLiteral("-by-one")), out);
    }

    void ranks_that_see_other_phrases_are_refused() {
        QProcess process;
        process.setWorkingDirectory(directory_.path());
        start_ranks(
            process, 2, QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral(
                 "echo \"a phrase of rank $OMPI_COMM_WORLD_RANK\" > phrases.$OMPI_COMM_WORLD_RANK; exec \"$@\" "
                 "--phrases phrases.$OMPI_COMM_WORLD_RANK"),
             QStringLiteral("sh"), program, QStringLiteral("ground"), path(QStringLiteral("photos")),
             QStringLiteral("--model=") + path(QStringLiteral("tiny.safetensors"))});
        QVERIFY(process.waitForFinished(60000));
        QVERIFY(process.exitCode() != 0);
        const QByteArray said = process.readAll();
        QVERIFY2(said.contains("other photos or phrases"), said.constData());
    }
};

QTEST_GUILESS_MAIN(SharedCommandsTest)
#include "shared_commands_test.moc"
