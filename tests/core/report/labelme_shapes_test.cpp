// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/labelme_shapes.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image.h"
#include "core/report/annotation_files.h"

using namespace gbs;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

/// As labelme writes it, with fields that only later versions and other tools know.
const char* const annotated = R"({
  "version": "5.4.1",
  "flags": {"night": true},
  "shapes": [
    {"label": "a_dog", "points": [[10.25, 20.5], [110.75, 90.5]], "group_id": 3, "description": "by hand",
     "shape_type": "rectangle", "flags": {"occluded": true}, "mask": null, "kie_linking": []},
    {"label": "a tree", "points": [[1.5, 2.5], [30.2, 4.1], [17.0, 60.0]], "group_id": null, "shape_type": "polygon",
     "flags": {}},
    {"label": "a tree", "points": [[50.0, 51.0]], "group_id": null, "shape_type": "point", "flags": {}},
    {"label": "a path", "points": [[0.0, 0.0], [100.0, 5.0]], "group_id": null, "shape_type": "line", "flags": {}}
  ],
  "imagePath": "a.png",
  "imageData": "aGVsbG8=",
  "imageHeight": 120,
  "imageWidth": 160,
  "lineColor": [0, 255, 0, 128]
})";

json box(const std::string& phrase, double left, double top, double right, double bottom) {
    return {{"phrase", phrase}, {"kind", "box"}, {"box", {left, top, right, bottom}}};
}

}  // namespace

class LabelmeShapesTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    const json dog_ = box("a dog", 10, 20, 111, 91);  ///< the pixels of the first shape
    const json tree_{{"phrase", "a tree"},
                     {"kind", "polygon"},
                     {"box", {1, 2, 31, 61}},
                     {"outline", {{1.5, 2.5}, {30.5, 4.5}, {17.5, 60.5}}}};
    const json point_{
        {"phrase", "a tree"}, {"kind", "point"}, {"box", {50, 51, 51, 52}}, {"outline", {{50.5, 51.5}}}};

    std::filesystem::path file() const { return folder_.filePath(QStringLiteral("a.json")).toStdString(); }
    static json photo(const std::vector<std::string>& phrases, const std::vector<json>& places,
                      const std::vector<json>& former = {}) {
        return {{"photo", "a.png"},   {"name", "a.png"},  {"width", 160},    {"height", 120},
                {"phrases", phrases}, {"places", places}, {"former", former}};
    }
    ordered_json updated(const json& photo) const {
        update_labelme_file(file(), photo);
        return ordered_json::parse(read_text(file()));
    }

 private Q_SLOTS:
    void init() { write_atomically(file(), annotated); }

    void what_was_not_changed_stays_to_the_byte() {
        updated(photo({"a dog", "a tree"}, {dog_, tree_, point_}));
        QCOMPARE(QByteArray::fromStdString(read_text(file())), QByteArray(annotated));
        updated(photo({}, {}));  // nothing is known of any phrase
        QCOMPARE(QByteArray::fromStdString(read_text(file())), QByteArray(annotated));
    }

    void a_moved_box_keeps_everything_else() {
        ordered_json expected = ordered_json::parse(annotated);
        expected["shapes"][0]["points"] = {{12.0, 20.0}, {100.0, 91.0}};
        const ordered_json found =
            updated(photo({"a dog", "a tree"}, {box("a dog", 12, 20, 100, 91), tree_, point_}, {dog_}));
        QCOMPARE(found.dump(), expected.dump());
        QCOMPARE(found["shapes"][0]["label"].get<std::string>(), std::string("a_dog"));
    }

    void removed_and_new_places_are_removed_and_appended() {
        ordered_json expected = ordered_json::parse(annotated);
        expected["shapes"].erase(2);
        const ordered_json found =
            updated(photo({"a dog", "a tree", "a cat"},
                          {dog_, box("a dog", 0, 0, 5, 5), tree_, box("a cat", 1, 1, 9, 9)}, {point_}));
        QCOMPARE(found["shapes"].size(), std::size_t{5});
        for (std::size_t i = 0; i < 3; ++i) QCOMPARE(found["shapes"][i].dump(), expected["shapes"][i].dump());
        QCOMPARE(found["shapes"][3]["label"].get<std::string>(), std::string("a_dog"));
        QCOMPARE(found["shapes"][4]["label"].get<std::string>(), std::string("a cat"));
        QCOMPARE(found["imageData"].get<std::string>(), std::string("aGVsbG8="));
    }

    /// Marks of one's own beside annotations that were never taken over as marks.
    void shapes_that_were_not_taken_over_stay() {
        const ordered_json before = ordered_json::parse(annotated);
        const ordered_json found = updated(photo({"a dog", "a tree"}, {box("a dog", 0, 0, 5, 5), tree_}));
        QCOMPARE(found["shapes"].size(), std::size_t{5});
        for (std::size_t i = 0; i < 4; ++i) QCOMPARE(found["shapes"][i].dump(), before["shapes"][i].dump());
        updated(photo({"a dog", "a tree"}, {}));
        QCOMPARE(ordered_json::parse(read_text(file())).dump(), found.dump());
    }

    void shapes_at_one_place_are_one_mark() {
        ordered_json twice = ordered_json::parse(annotated);
        twice["shapes"].push_back(twice["shapes"][0]);
        write_atomically(file(), twice.dump(2));
        QCOMPARE(updated(photo({"a dog"}, {dog_}, {dog_})).dump(), twice.dump());
    }

    void verdicts_are_flags() {
        json judged = dog_;
        judged["verdict"] = "wrong";
        judged["note"] = "the other one";
        json all = photo({"a dog"}, {judged});
        all["verdicts"]["a cat"] = "absent";
        ordered_json found = updated(all);
        QCOMPARE(found["shapes"][0]["flags"].dump(),
                 std::string(R"({"occluded":true,"verdict: wrong":true})"));
        QCOMPARE(found["shapes"][0]["description"].get<std::string>(), std::string("the other one"));
        QCOMPARE(found["flags"].dump(), std::string(R"({"night":true,"absent: a cat":true})"));
        all["places"][0]["verdict"] = "right";
        all["verdicts"]["a cat"] = "unsure";
        found = updated(all);
        QCOMPARE(found["shapes"][0]["flags"].dump(),
                 std::string(R"({"occluded":true,"verdict: right":true})"));
        QCOMPARE(found["flags"].dump(), std::string(R"({"night":true,"unsure: a cat":true})"));
    }

    void other_files_are_refused_and_stay() {
        for (const char* const text : {"[]", "{\"shapes\": 3}", "no JSON", ""}) {
            write_atomically(file(), text);
            QVERIFY_EXCEPTION_THROWN(update_labelme_file(file(), photo({}, {})), Error);
            QCOMPARE(read_text(file()), std::string(text));
        }
        write_atomically(file(), annotated);
        json other = photo({"a dog"}, {dog_});
        other["width"] = 320;
        QVERIFY_EXCEPTION_THROWN(update_labelme_file(file(), other), Error);
        QCOMPARE(QByteArray::fromStdString(read_text(file())), QByteArray(annotated));
    }

    void labelme_reads_what_was_written() {
        // GBS_ANNOTATION_PYTHON: of an environment with labelme.
        const QString python = qEnvironmentVariable("GBS_ANNOTATION_PYTHON", QStringLiteral(GBS_TEST_PYTHON));
        const auto run = [&](const QString& script) {
            QProcess process;
            process.start(python, {QStringLiteral("-c"), script, QString::fromStdString(file().string())});
            process.waitForFinished(60'000);
            return process.exitCode() == 0 && process.error() == QProcess::UnknownError
                       ? QString::fromUtf8(process.readAllStandardOutput())
                       : QString();
        };
        const QString import = QStringLiteral(
            "import sys, json\n"
            "try: from labelme.label_file import LabelFile\n"
            "except ImportError: from labelme._label_file import LabelFile\n");
        if (run(import + QStringLiteral("print(1)")).isEmpty())
            QSKIP("labelme is not installed in GBS_ANNOTATION_PYTHON");
        write_image({160, 120, std::vector<std::uint8_t>(160 * 120 * 3, 90)}, file().parent_path() / "a.png");
        ordered_json own = ordered_json::parse(annotated);
        own["imageData"] = nullptr;  // the photo next to the file
        write_atomically(file(), own.dump(2));
        json judged = box("a dog", 12, 20, 100, 91);
        judged["verdict"] = "right";
        updated(photo({"a dog", "a tree"}, {judged, tree_, point_}, {dog_}));
        const QString read = run(
            import +
            QStringLiteral(
                "file = LabelFile(sys.argv[1])\n"
                "print(json.dumps([[s['label'], s['shape_type'], s['points'], s['flags']] for s in file.shapes]\n"
                "                 + [file.flags]))"));
        const json expected = json::parse(
            R"([["a_dog", "rectangle", [[12.0, 20.0], [100.0, 91.0]], {"occluded": true, "verdict: right": true}],
                ["a tree", "polygon", [[1.5, 2.5], [30.2, 4.1], [17.0, 60.0]], {}],
                ["a tree", "point", [[50.0, 51.0]], {}], ["a path", "line", [[0.0, 0.0], [100.0, 5.0]], {}],
                {"night": true}])");
        QCOMPARE(json::parse(read.toStdString(), nullptr, false).dump(), expected.dump());
    }
};

QTEST_GUILESS_MAIN(LabelmeShapesTest)
#include "labelme_shapes_test.moc"
