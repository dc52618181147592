// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_export.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/base/convert.h"
#include "core/data/phrase_queries.h"
#include "support/review_samples.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

namespace {

std::size_t count_boxes(const PhraseQueries& read) {
    std::size_t count = 0;
    for (const auto& query : read.queries) count += query.boxes.size();
    return count;
}

}  // namespace

class ReviewExportTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    PhraseQueries written_and_read(const ReviewContents& contents) {
        const QString file = folder_.filePath(QStringLiteral("phrases.tsv"));
        QFile target(file);
        if (!target.open(QIODevice::WriteOnly)) qFatal("no file");
        target.write(export_reviews(contents, ReviewFormat::phrases));
        target.close();
        return read_phrase_queries(to_path(file));
    }

 private Q_SLOTS:
    void csv_is_exact() {
        const QByteArray expected =
            "\xEF\xBB\xBFimage,phrase,model,fingerprint,verdict,note,time,width,height,truths,hit_gbs,hit_"
            "i2t,"
            "hit_mean,annotator\r\n"
            "\"a, “b”.jpg\",'=a dog,default,3fa9c21b77,right,\"two \"\"dogs\"\",\none far\taway\","
            "2026-11-25T10:45:01.120Z,640,480,0 0 639 479; 5 6 50 60; 639 0,1,1,1,\r\n"
            "\"a, “b”.jpg\",'=a dog,vgg,,unsure,,2026-11-25T10:45:02.120Z,640,480,"
            "0 0 639 479; 5 6 50 60; 639 0,,,,\r\n"
            "\"a, “b”.jpg\",the sky,default,3fa9c21b77,wrong,,2026-11-25T10:45:05.120Z,640,480,,,,,\r\n"
            "b.png,红色的球,default,3fa9c21b77,,later,2026-11-25T10:45:06.120Z,3,2,2 1,,,,\r\n";
        QCOMPARE(export_reviews(sample_contents(), ReviewFormat::csv), expected);
        QCOMPARE(exported_rows(sample_contents(), ReviewFormat::csv), 4);
    }

    void formulas_are_escaped() {
        for (const char* note : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\nx"}) {
            ReviewContents contents;
            ReviewChange change = verdict_change(QStringLiteral("a.jpg"), "a dog");
            change.judgement->note = QString::fromUtf8(note);
            contents.apply(change);
            const QByteArray csv = export_reviews(contents, ReviewFormat::csv);
            QVERIFY2(csv.contains(QByteArray(QByteArray("'") + note)), csv.constData());
        }
    }

    void jsonl_is_exact() {
        const QByteArray text = export_reviews(sample_contents(), ReviewFormat::jsonl);
        const QList<QByteArray> lines = text.split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[3].isEmpty());
        QCOMPARE(
            lines[0],
            QByteArray(
                "{\"height\":480,\"image\":\"a, “b”.jpg\",\"peaks\":[{\"fingerprint\":\"3fa9c21b77\","
                "\"gbs\":[1,2],\"i2t\":[3,4],\"mean\":[5,6],\"model\":\"default\"}],\"phrase\":"
                "\"=a dog\",\"truths\":[{\"box\":[0,0,639,479]},{\"box\":[5,6,50,60]},"
                "{\"point\":[639,0]}],\"verdicts\":[{\"annotator\":\"\",\"fingerprint\":\"3fa9c21b77\",\"model\":"
                "\"default\",\"note\":\"two \\\"dogs\\\",\\none far\\taway\",\"time\":"
                "\"2026-11-25T10:45:01.120Z\",\"verdict\":\"right\"},{\"annotator\":\"\",\"fingerprint\":\"\",\"model\":"
                "\"vgg\",\"note\":\"\",\"time\":\"2026-11-25T10:45:02.120Z\",\"verdict\":\"unsure\"}"
                "],\"width\":640}"));
        QCOMPARE(exported_rows(sample_contents(), ReviewFormat::jsonl), 3);
    }

    void a_polygon_has_its_corners_and_in_the_table_its_box() {
        ReviewContents contents;
        ReviewChange change = verdict_change(QStringLiteral("a.jpg"), "a dog");
        change.truths =
            TruthList{{Truth::polygon({{5, 6}, {70, 6}, {9, 80}})}, QDateTime::currentDateTimeUtc()};
        contents.apply(change);
        QVERIFY(export_reviews(contents, ReviewFormat::csv).contains(",5 6 70 6 9 80,"));
        QVERIFY(export_reviews(contents, ReviewFormat::jsonl)
                    .contains("\"truths\":[{\"polygon\":[[5,6],[70,6],[9,80]]}]"));
        QVERIFY(export_reviews(contents, ReviewFormat::phrases).contains("\t6\t7\t71\t81\ta dog"));
    }

    void phrases_are_exact_and_round_trip() {
        const QByteArray expected =
            "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n"
            "a, “b”.jpg\t640\t480\t1\t1\t640\t480\t=a dog\n"
            "a, “b”.jpg\t640\t480\t6\t7\t51\t61\t=a dog\n"
            "a, “b”.jpg\t640\t480\t639\t1\t640\t2\t=a dog\n"
            "b.png\t3\t2\t2\t1\t3\t2\t红色的球\n";
        QCOMPARE(export_reviews(sample_contents(), ReviewFormat::phrases), expected);
        const PhraseQueries read = written_and_read(sample_contents());
        QVERIFY(read.skipped_rows.empty());
        QCOMPARE(read.queries.size(), std::size_t{2});
        QCOMPARE(count_boxes(read), std::size_t{4});
        QCOMPARE(QString::fromStdString(read.queries[0].image), QStringLiteral("a, “b”.jpg"));
        // The box that is read contains the marked pixel.
        QVERIFY(read.queries[0].boxes[1].contains(5, 6) && read.queries[0].boxes[1].contains(50, 60));
        QVERIFY(!read.queries[0].boxes[1].contains(4, 6) && !read.queries[0].boxes[1].contains(51, 60));
    }

    void every_pixel_of_a_small_photo_round_trips() {
        constexpr QSize photo(4, 3);
        for (int y = 0; y < photo.height(); ++y)
            for (int x = 0; x < photo.width(); ++x) {
                ReviewContents contents;
                ReviewChange change = verdict_change(QStringLiteral("a.png"), "a\tdog");
                change.size = photo;
                change.truths = TruthList{{Truth::point({x, y})}, QDateTime::currentDateTimeUtc()};
                contents.apply(change);
                const PhraseQueries read = written_and_read(contents);
                QVERIFY(read.skipped_rows.empty());
                QCOMPARE(QString::fromStdString(read.queries.at(0).phrase), QStringLiteral("a dog"));
                QVERIFY(read.queries.at(0).boxes.at(0).contains(x, y));
            }
    }

    void exporter_writes_or_reports_the_failure() {
        ReviewExporter exporter;
        QSignalSpy written(&exporter, &ReviewExporter::written), failed(&exporter, &ReviewExporter::failed);
        const QString file = folder_.filePath(QStringLiteral("reviews.csv"));
        exporter.write(sample_contents(), ReviewFormat::csv, file);
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(written[0][1].toInt(), 4);
        QFile found(file);
        QVERIFY(found.open(QIODevice::ReadOnly));
        QCOMPARE(found.readAll(), export_reviews(sample_contents(), ReviewFormat::csv));
        exporter.write(sample_contents(), ReviewFormat::csv, file + QStringLiteral("/below a file.csv"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed[0][1].toString().isEmpty());
        exporter.write({}, ReviewFormat::phrases, file);
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(QFileInfo(file).size() > 100);  // the old file is unchanged
    }
};

QTEST_GUILESS_MAIN(ReviewExportTest)
#include "review_export_test.moc"
