// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/benchmark_results.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "support/error_of.h"

using namespace gbs;
namespace fs = std::filesystem;

namespace {

const nlohmann::json heading{{"protocol", "mg"}};
const std::vector<std::string> names{"m"};

PointingUnit unit(const std::string& image, const std::string& phrase) {
    PhraseQuery query{image, 100, 80, phrase, {{1, 1, 20, 20}}};
    return {query, {phrase}, {}};
}

UnitResult scored(const PointingUnit& unit, int x) {
    return {unit, {{{x, 4, 0.5F}, true, false, 0.5, 5}}, {}};
}

/// In the order of the data, in which the images are mixed.
std::vector<PointingUnit> units() {
    return {unit("a.jpg", "a cat"), unit("b.jpg", "a dog"), unit("a.jpg", "a tree"), unit("b.jpg", "a car")};
}

/// The results in the order of the file: image by image.
std::vector<UnitResult> results() {
    const auto all = units();
    return {scored(all[0], 1), scored(all[2], 2), scored(all[1], 3), scored(all[3], 4)};
}

}  // namespace

/// The journal of per-phrase results: kills, damage, and two programs that write the same file.
class BenchmarkResultsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory_;
    fs::path file() const { return fs::path(directory_->path().toStdString()) / "results.jsonl"; }
    fs::path part() const { return file().string() + ".part"; }

    /// Writes the lines of the given results after the heading.
    void write_part(const std::vector<UnitResult>& lines) const {
        ResultJournal journal(file(), heading, names, false);
        for (const UnitResult& result : lines) journal.add(result);
    }
    /// Resumes, scores what is missing as results() has it, and returns the peaks of the finished file.
    std::vector<int> finish_run(std::size_t& already) const {
        {
            ResultJournal journal(file(), heading, names, true, {}, units());
            already = journal.already();
            const auto all = results();
            for (std::size_t i = already; i < all.size(); ++i) journal.add(all[i]);
            journal.finish();
        }
        std::vector<int> peaks;
        for (const UnitResult& result : read_results(file()).results)
            peaks.push_back(result.scores[0].peak.x);
        return peaks;
    }

 private Q_SLOTS:
    void init() { directory_ = std::make_unique<QTemporaryDir>(); }

    void a_damaged_journal_loses_no_phrase_data() {
        QTest::addColumn<QList<int>>("lines");  // of results()
        QTest::addColumn<int>("kept");
        QTest::newRow("nothing") << QList<int>{} << 0;
        QTest::newRow("a killed run") << QList<int>{0, 1} << 2;
        QTest::newRow("a complete run") << QList<int>{0, 1, 2, 3} << 4;
        QTest::newRow("a line twice") << QList<int>{0, 0, 1} << 1;
        QTest::newRow("a line missing") << QList<int>{0, 2, 3} << 1;
        QTest::newRow("lines exchanged") << QList<int>{1, 0} << 0;
        QTest::newRow("too many lines") << QList<int>{0, 1, 2, 3, 3} << 4;
    }

    void a_damaged_journal_loses_no_phrase() {
        QFETCH(QList<int>, lines);
        QFETCH(int, kept);
        std::vector<UnitResult> written;
        for (const int line : lines) written.push_back(results()[static_cast<std::size_t>(line)]);
        write_part(written);
        std::size_t already = 0;
        QCOMPARE(finish_run(already), (std::vector<int>{1, 2, 3, 4}));
        QCOMPARE(static_cast<int>(already), kept);
    }

    void a_damaged_line_is_scored_again_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("another phrase") << QStringLiteral("a tree") << QStringLiteral("a bush");
        QTest::newRow("no JSON") << QStringLiteral("{\"boxes") << QStringLiteral("#\"boxes");
        QTest::newRow("no peak") << QStringLiteral("peak") << QStringLiteral("peek");
        QTest::newRow("another box") << QStringLiteral("20.0") << QStringLiteral("21.0");
        QTest::newRow("one bit of a peak") << QStringLiteral("[2,4]") << QStringLiteral("[3,4]");
    }

    void a_damaged_line_is_scored_again() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        write_part({results()[0], results()[1]});
        QString text = QString::fromStdString(read_text(part()));
        const qsizetype at = text.lastIndexOf(before);
        QVERIFY(at > text.indexOf(QStringLiteral("a cat")));
        write_atomically(part(), text.replace(at, before.size(), after).toStdString());
        std::size_t already = 0;
        QCOMPARE(finish_run(already), (std::vector<int>{1, 2, 3, 4}));
        QCOMPARE(already, std::size_t{1});
    }

    void a_journal_killed_in_its_first_line_starts_over() {
        for (const std::string& start : {std::string(), std::string("{\"prot")}) {
            write_atomically(part(), start);
            std::size_t already = 9;
            QCOMPARE(finish_run(already), (std::vector<int>{1, 2, 3, 4}));
            QCOMPARE(already, std::size_t{0});
        }
    }

    void two_programs_do_not_write_the_same_results() {
        auto first = std::make_unique<ResultJournal>(file(), heading, names, false);
        first->add(results()[0]);
        for (const bool resume : {false, true}) {
            const QString error = error_of([&] { ResultJournal(file(), heading, names, resume); });
            QVERIFY2(error.contains(QStringLiteral("another program is writing")), qPrintable(error));
        }
        first->add(results()[1]);
        first->finish();
        QCOMPARE(read_results(file()).results.size(), std::size_t{2});
        first.reset();
        ResultJournal third(file(), heading, names, false);
        QCOMPARE(read_results(file()).results.size(), std::size_t{2});
    }

    void a_journal_that_is_gone_is_an_error() {
        ResultJournal journal(file(), heading, names, false);
        journal.add(results()[0]);
        fs::remove(part());
        QVERIFY_EXCEPTION_THROWN(journal.add(results()[1]), Error);
        QVERIFY_EXCEPTION_THROWN(journal.finish(), Error);
        QVERIFY(!fs::exists(file()));
    }

    /// File names may have any bytes; JSON has none for them.
    void names_that_are_not_utf8_are_written() {
        const PointingUnit odd = unit("caf\xE9.jpg", "a cat");
        {
            ResultJournal journal(file(), heading, names, false);
            journal.add(scored(odd, 7));
        }
        ResultJournal journal(file(), heading, names, true, {}, std::span(&odd, 1));
        QCOMPARE(journal.already(), std::size_t{1});
        journal.finish();
        QCOMPARE(read_results(file()).results[0].unit.target.image, std::string("caf\uFFFD.jpg"));
    }
};

QTEST_GUILESS_MAIN(BenchmarkResultsTest)
#include "benchmark_results_test.moc"
