// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_annotations.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include "app/base/convert.h"
#include "app/review/review_session.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/benchmark.h"
#include "core/data/benchmark_formats.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::widgets;
using nlohmann::json;

namespace {

const char* const labelme_file = R"({"version": "5.4.1", "flags": {}, "shapes": [
    {"label": "a dog", "points": [[10.25, 20.5], [50.0, 61.0]], "shape_type": "rectangle", "flags": {}, "own": [1]},
    {"label": "a tree", "points": [[1.5, 2.5], [30.2, 4.1], [17.0, 60.0]], "shape_type": "polygon", "flags": {}},
    {"label": "a tree", "points": [[70.5, 20.0]], "shape_type": "point", "flags": {}},
    {"label": "an_eye", "points": [[100.0, 3.75]], "shape_type": "point", "flags": {}}],
    "imagePath": "a.png", "imageData": "aGVsbG8=", "imageHeight": 80, "imageWidth": 100})";

/// A folder with a file of labelme, and a session on it.
struct Opened {
    std::filesystem::path file;
    QUndoStack undo;
    QTemporaryDir spare;
    ReviewSession session{undo, spare.path()};

    explicit Opened(const QTemporaryDir& folder)
        : file(to_path(folder.filePath(QStringLiteral("labels/a.json")))) {
        QDir(folder.path()).mkdir(QStringLiteral("labels"));
        write_atomically(file, labelme_file);
    }
};

}  // namespace

class ReviewAnnotationsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    const ReviewedModel model_{QStringLiteral("default"), {}};
    const QString anna_ = QStringLiteral("anna");
    const Truth box_ = Truth::box(QRect(QPoint(3, 4), QPoint(40, 50)));
    const Truth polygon_ = Truth::polygon({{60, 5}, {95, 10}, {70, 70}});
    const Truth point_ = Truth::point({20, 30});

    QString path(const char* name) const { return folder_->filePath(QString::fromLatin1(name)); }
    ReviewContents drawn() const {
        ReviewContents contents;
        const auto add = [&](const char* phrase, const QVector<Truth>& truths, Verdict verdict) {
            ReviewChange change;
            change.image = QStringLiteral("a.png");
            change.size = {100, 80};
            change.phrase = QString::fromLatin1(phrase);
            change.model = model_;
            change.annotator = anna_;
            change.judgement = Judgement{verdict, {}, QDateTime::currentDateTimeUtc()};
            change.truths = TruthList{truths, QDateTime::currentDateTimeUtc()};
            contents.apply(change);
        };
        add("a dog", {box_, point_}, Verdict::right);
        add("a tree", {polygon_}, Verdict::none);
        add("a cat", {}, Verdict::absent);
        return contents;
    }
    int write(const ReviewContents& contents, AnnotationFormat format) const {
        return write_annotations({contents, folder_->path(), anna_, model_, format, path("labels")});
    }
    Benchmark read() const { return read_benchmark(recognize_benchmark(to_path(folder_->path()))); }

 private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QImage image(100, 80, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QVERIFY(image.save(path("a.png")));
    }

    void every_format_is_read_back_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("outlines");
        for (const AnnotationFormat format : all_annotation_formats)
            QTest::newRow(annotation_format_name(format).data())
                << static_cast<int>(format)
                << (format == AnnotationFormat::labelme || format == AnnotationFormat::cvat);
    }
    void every_format_is_read_back() {
        QFETCH(int, format);
        QFETCH(bool, outlines);
        QCOMPARE(write(drawn(), static_cast<AnnotationFormat>(format)), 1);
        QDir(path("labels")).rename(QStringLiteral("instances.json"), QStringLiteral("instances_val.json"));
        const Benchmark benchmark = read();
        QCOMPARE(benchmark.queries.size(), std::size_t{2});
        for (const PhraseQuery& query : benchmark.queries) {
            const bool is_dog = query.phrase == "a dog";
            QCOMPARE(query.boxes.size(), std::size_t{1});  // a point has no area
            const auto marks = to_marks({query}, QStringLiteral("a.png"), {100, 80});
            const Truth& truth = marks[0].truths->truths[0];
            const Truth& expected = is_dog ? box_ : polygon_;
            QCOMPARE(truth.first, expected.first);
            QCOMPARE(truth.last, expected.last);
            if (outlines) QVERIFY(truth == expected);
        }
    }

    void files_of_others_are_not_replaced() {
        QCOMPARE(write(drawn(), AnnotationFormat::voc), 1);
        QVERIFY_EXCEPTION_THROWN(write(drawn(), AnnotationFormat::voc), Error);
        QVERIFY_EXCEPTION_THROWN(write({}, AnnotationFormat::cvat), Error);
    }

    /// Undo of taking over the shapes of a file must not remove them from it.
    void marks_that_were_taken_over_are_one_step_of_undo() {
        Opened opened(*folder_);
        auto& [file, undo, spare, session] = opened;
        session.open_folder(folder_->path());
        QTRY_VERIFY(session.is_open(folder_->path()));
        QSignalSpy added(&session, &ReviewSession::marks_added);
        session.add_marks(folder_->path(), to_marks(read().queries, QStringLiteral("a.png"), {100, 80}));
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(undo.count(), 1);
        QCOMPARE(undo.undoText(), QStringLiteral("Mark 3 phrase(s)"));
        const ReviewSubject dog{path("a.png"), {100, 80}, QStringLiteral("a dog")};
        const QVector<Truth> taken = session.truths(dog);
        QCOMPARE(taken.size(), 1);
        undo.undo();
        QVERIFY(session.truths(dog).isEmpty());
        const QString reviews = session.file(folder_->path());
        for (const bool stored : {false, true}) {
            QTRY_COMPARE(session.state(folder_->path()), SaveState::saved);
            const ReviewContents now =
                stored ? ReviewDatabase::read_copy(reviews) : *session.contents(folder_->path());
            QVERIFY(now.find(QStringLiteral("a.png"), QStringLiteral("a dog"))->former.isEmpty());
            QVERIFY_EXCEPTION_THROWN(write(now, AnnotationFormat::labelme), Error);  // nothing is marked
            QCOMPARE(QByteArray::fromStdString(read_text(file)), QByteArray(labelme_file));
        }
        undo.redo();
        QVERIFY(session.truths(dog) == taken);
        QTRY_COMPARE(session.state(folder_->path()), SaveState::saved);
        QCOMPARE(write(ReviewDatabase::read_copy(reviews), AnnotationFormat::labelme), 1);
        QCOMPARE(QByteArray::fromStdString(read_text(file)), QByteArray(labelme_file));
    }

    /// Opened, judged, corrected and written back.
    void labelme_files_change_only_where_they_were_changed() {
        Opened opened(*folder_);
        auto& [file, undo, spare, session] = opened;
        session.set_annotator(anna_);
        session.identify_model(model_.name, {});
        session.open_folder(folder_->path());
        QTRY_VERIFY(session.is_open(folder_->path()) && !session.model().empty());
        QSignalSpy added(&session, &ReviewSession::marks_added);
        const auto marks = to_marks(read().queries, QStringLiteral("a.png"), {100, 80});
        QCOMPARE(marks.size(), 3);
        QVERIFY(marks[2].truths->truths == QVector{Truth::point({99, 3})});
        session.add_marks(folder_->path(), marks);
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(write(*session.contents(folder_->path()), AnnotationFormat::labelme), 1);
        QCOMPARE(QByteArray::fromStdString(read_text(file)), QByteArray(labelme_file));

        const ReviewSubject dog{path("a.png"), {100, 80}, QStringLiteral("a dog")};
        QVERIFY(session.truths(dog) == QVector{Truth::box(QRect(QPoint(10, 20), QPoint(49, 60)))});
        session.change_truth(dog, 0, box_);
        session.judge({path("a.png"), {100, 80}, QStringLiteral("a tree")}, Verdict::wrong);
        QCOMPARE(write(*session.contents(folder_->path()), AnnotationFormat::labelme), 1);
        json expected = json::parse(labelme_file);
        expected["shapes"][0]["points"] = {{3.0, 4.0}, {41.0, 51.0}};
        expected["shapes"][1]["flags"]["verdict: wrong"] = true;
        expected["shapes"][2]["flags"]["verdict: wrong"] = true;
        QCOMPARE(QByteArray::fromStdString(json::parse(read_text(file)).dump(1)),
                 QByteArray::fromStdString(expected.dump(1)));
        // Marks that are there are not replaced.
        session.add_marks(folder_->path(), marks);
        QTRY_COMPARE(added.size(), 2);
        QCOMPARE(added[1][0].toInt(), 0);
        // Also in a later session, a mark that is removed is removed from the file.
        session.remove_truth({path("a.png"), {100, 80}, QStringLiteral("a tree")}, 1);
        const QString reviews = session.file(folder_->path());
        QTRY_COMPARE(ReviewDatabase::read_copy(reviews)
                         .find(QStringLiteral("a.png"), QStringLiteral("a tree"))
                         ->truths.truths.size(),
                     1);
        QCOMPARE(write(ReviewDatabase::read_copy(reviews), AnnotationFormat::labelme), 1);
        expected["shapes"].erase(2);
        QCOMPARE(QByteArray::fromStdString(json::parse(read_text(file)).dump(1)),
                 QByteArray::fromStdString(expected.dump(1)));
    }

    void annotations_beside_marks_of_ones_own_stay() {
        QVERIFY(QDir().mkpath(path("labels")));
        write_atomically(to_path(path("labels/a.json")), labelme_file);
        QCOMPARE(write(drawn(), AnnotationFormat::labelme), 1);
        const json before = json::parse(labelme_file),
                   after = json::parse(read_text(to_path(path("labels/a.json"))));
        QCOMPARE(after["shapes"].size(), std::size_t{7});
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(after["shapes"][i]["points"].dump(), before["shapes"][i]["points"].dump());
    }

    void marks_are_scaled_to_the_photo() {
        PhraseQuery query;
        query.width = 50;
        query.height = 40;
        query.phrase = "a dog";
        query.boxes = {{1, 1, 50, 40}, {11, 6, 20, 15}};
        const auto marks = to_marks({query}, QStringLiteral("a.png"), {100, 80});
        QCOMPARE(marks.size(), 1);
        QVERIFY(marks[0].truths->truths ==
                (QVector{Truth::box(QRect(0, 0, 100, 80)), Truth::box(QRect(20, 10, 20, 20))}));
    }

    void pycocotools_reads_what_was_written() {
        const QString python = qEnvironmentVariable("GBS_ANNOTATION_PYTHON", QStringLiteral(GBS_TEST_PYTHON));
        const auto run = [&](const QString& script) {
            QProcess process;
            process.start(python, {QStringLiteral("-c"), script, path("labels/instances.json")});
            process.waitForFinished(60'000);
            return QString::fromUtf8(process.readAllStandardOutput()).section(QLatin1Char('\n'), -2);
        };
        if (run(QStringLiteral("import pycocotools.coco; print(1)")).isEmpty())
            QSKIP("pycocotools is not installed in GBS_ANNOTATION_PYTHON");
        write(drawn(), AnnotationFormat::coco);
        const QString read = run(QStringLiteral(
            "import sys, json\n"
            "from pycocotools.coco import COCO\n"
            "coco = COCO(sys.argv[1])\n"
            "things = coco.loadAnns(coco.getAnnIds())\n"
            "names = {c['id']: c['name'] for c in coco.loadCats(coco.getCatIds())}\n"
            "mask = coco.annToMask(next(t for t in things if t['segmentation']))\n"
            "print(json.dumps([[names[t['category_id']], t['bbox']] for t in things] + [abs(int(mask.sum()) - 1112) < 60]))"));
        const json expected = json::parse(
            R"([["a dog", [3.0, 4.0, 38.0, 47.0]], ["a dog", [20.0, 30.0, 1.0, 1.0]], ["a tree", [60.0, 5.0, 36.0, 66.0]], true])");
        QCOMPARE(json::parse(read.toStdString(), nullptr, false).dump(), expected.dump());
    }
};

QTEST_GUILESS_MAIN(ReviewAnnotationsTest)
#include "review_annotations_test.moc"
