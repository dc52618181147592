// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/phrase_queries.h"

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <string>

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace {

const std::string header = "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n";

std::size_t count_boxes(const gbs::PhraseQueries& read) {
    std::size_t count = 0;
    for (const auto& query : read.queries) count += query.boxes.size();
    return count;
}

}  // namespace

class PhraseQueriesTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    gbs::PhraseQueries read(const std::string& text) {
        const std::filesystem::path file = folder_.filePath(QStringLiteral("phrases.tsv")).toStdString();
        gbs::write_atomically(file, text);
        return gbs::read_phrase_queries(file);
    }

    QString error_of(const std::string& text) {
        try {
            read(text);
        } catch (const gbs::Error& error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

 private Q_SLOTS:
    void rows_of_a_phrase_are_merged() {
        const auto found = read(header +
                                "a.jpg\t500\t375\t1\t2\t30\t40\tFour people\n"
                                "a.jpg\t500\t375\t5\t6\t70\t80\ta dog\n"
                                "a.jpg\t500\t375\t9.5\t10\t110\t120\tFour people\n"
                                "b.jpg\t100\t100\t1\t1\t100\t100\tFour people\n");
        QCOMPARE(found.queries.size(), 3U);
        QCOMPARE(count_boxes(found), 4U);
        QVERIFY(found.skipped_rows.empty());
        QCOMPARE(found.queries[0].phrase, std::string("Four people"));
        QCOMPARE(found.queries[0].boxes.size(), 2U);
        QCOMPARE(found.queries[0].boxes[1].x1, 9.5);
        QCOMPARE(found.queries[2].width, 100);
    }

    void columns_are_found_by_name_and_crlf_is_read() {
        const auto found = read(
            "\xEF\xBB\xBFphrase\timage\ttypes\twidth\theight\tx1\ty1\tx2\ty2\r\n"
            "a dog\ta.jpg\tanimals\t50\t40\t1\t2\t3\t4\r\n");
        QCOMPARE(found.queries.size(), 1U);
        QCOMPARE(found.queries[0].image, std::string("a.jpg"));
        QCOMPARE(found.queries[0].boxes[0].y2, 4.0);
    }

    void bad_rows_are_counted_by_reason() {
        const auto found = read(header +
                                "a.jpg\t50\t40\t1\t2\t30\t40\tgood\n"
                                "a.jpg\t50\t40\tnan\t2\t30\t40\tx\n"
                                "a.jpg\t50\t40\t1e999\t2\t30\t40\tx\n"
                                "a.jpg\t50\t40\t1\t2\t3O\t40\tx\n"
                                "a.jpg\t50\t40\t30\t2\t1\t40\tx\n"
                                "a.jpg\t50\t40\t7\t2\t7\t40\tx\n"
                                "a.jpg\t50\t40\t1\t2\t51\t40\tx\n"
                                "a.jpg\t50\t40\t-1\t2\t20\t40\tx\n"
                                "a.jpg\t50\t40\t1\t2\t20\n"
                                "a.jpg\t0\t40\t1\t2\t20\t30\tx\n"
                                "a.jpg\t60\t40\t1\t2\t20\t30\tx\n"
                                "a.jpg\t50\t40\t1\t2\t20\t30\t \n"
                                "\t50\t40\t1\t2\t20\t30\tx\n");
        QCOMPARE(found.queries.size(), 1U);
        const std::map<std::string, std::size_t> expected{
            {"not a number", 3},
            {"inverted box", 1},
            {"box without area", 1},
            {"box outside the image", 2},
            {"missing columns", 1},
            {"invalid image size", 1},
            {"image size that differs from the image's first row", 1},
            {"empty phrase", 1},
            {"no image name", 1}};
        QCOMPARE(found.skipped_rows, expected);
    }

    void other_files_are_errors() {
        QVERIFY(error_of("").contains(QStringLiteral("empty")));
        QVERIFY(error_of("a.jpg\t50\t40\t1\t2\t30\t40\tx\n").contains(QStringLiteral("line 1")));
        QVERIFY(error_of("image\twidth\theight\tx1\ty1\tx2\tphrase\n").contains(QStringLiteral("\"y2\"")));
        QVERIFY(error_of(header).contains(QStringLiteral("no usable row")));
        QVERIFY(error_of(header + "a.jpg\t50\t40\t9\t2\t3\t40\tx\n")
                    .contains(QStringLiteral("inverted box (1)")));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::read_phrase_queries("/no/such/file.tsv"));
    }

    void all_dev_phrases_are_read() {
        const std::filesystem::path file = GBS_SHARED_DATA "/flickr8k/dev_phrases_boxes.tsv";
        if (!std::filesystem::exists(file))
            QSKIP("the shared data are not installed next to the source tree");
        const auto found = gbs::read_phrase_queries(file);
        QCOMPARE(found.queries.size(), 3107U);
        QCOMPARE(count_boxes(found), 4344U);
        QVERIFY(found.skipped_rows.empty());
    }
};

QTEST_GUILESS_MAIN(PhraseQueriesTest)
#include "phrase_queries_test.moc"
