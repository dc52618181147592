// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <random>
#include <set>

#include "core/base/file_io.h"
#include "core/evaluation/heatmap_files.h"
#include "core/image/heatmap.h"

using namespace gbs;
namespace fs = std::filesystem;

/// `gbs evaluate` on a folder of Flickr30k Entities against a restatement of the published code of Akbari et al.
/// and Shaharabany et al. in Python.
class PublishedProtocolsTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;
    std::mt19937 random_{7};

    fs::path folder() const { return directory_.filePath(QStringLiteral("entities")).toStdString(); }
    fs::path maps() const { return directory_.filePath(QStringLiteral("maps.jsonl")).toStdString(); }
    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

    /// Boxes of 1 to 3 corners; many are near 5 % of the image, with sides that end at a pixel of the peak.
    std::string make_boxes(int entity, int width, int height) {
        std::string text;
        for (int box = 0; box < 1 + entity % 3; ++box) {
            const int w = 4 + below(width / 2), h = 4 + below(height / 2);
            const int x = 1 + below(width - w), y = 1 + below(height - h);
            text += "<object><name>" + std::to_string(entity) + "</name><bndbox><xmin>" + std::to_string(x) +
                    "</xmin><ymin>" + std::to_string(y) + "</ymin><xmax>" + std::to_string(x + w) +
                    "</xmax><ymax>" + std::to_string(y + h) + "</ymax></bndbox></object>\n";
        }
        return text;
    }

    /// Photo number `photo`: nine entities, one of them without a box and one marked as not visual, in five
    /// sentences; phrases recur, also with other letters' case. Returns the phrases.
    std::set<std::string> make_photo(int photo) {
        const int width = 50 + below(20), height = 30 + below(15);  // wide, as the maps are
        std::string annotation = "<annotation><size><width>" + std::to_string(width) + "</width><height>" +
                                 std::to_string(height) + "</height><depth>3</depth></size>\n";
        for (int entity = 1; entity <= 8; ++entity) annotation += make_boxes(entity, width, height);
        annotation += "<object><name>9</name><scene>1</scene><nobndbox>0</nobndbox></object></annotation>\n";
        const std::string id = std::to_string(100 + photo);
        write_atomically(folder() / "Annotations" / (id + ".xml"), annotation);
        std::set<std::string> phrases;
        std::string sentences;
        for (int sentence = 0; sentence < 5; ++sentence) {
            for (int k = 0; k < 4; ++k) {
                const int entity = 1 + below(9);
                const std::string words = " thing " + std::to_string(entity) + " " + "xy"[below(2)];
                const std::string type = entity == 8 ? "/notvisual" : entity % 2 ? "/people" : "/other/scene";
                sentences +=
                    "[/EN#" + std::to_string(entity) + type + (below(2) ? " A" : " a") + words + "] ";
                phrases.insert("a" + words);
            }
            sentences += "by [/EN#0/notvisual it] .\n";
        }
        write_atomically(folder() / "Sentences" / (id + ".txt"), sentences);
        return phrases;
    }

    /// Small maps. The sides of the photos are odd multiples of theirs, so that a pixel is on the middle of each cell, and
    /// the cells at the edges, which become flat, are low: no two pixels are the highest up to rounding.
    std::string make_maps(int photo, const std::set<std::string>& phrases) {
        std::string list;
        for (const auto& phrase : phrases) {
            std::vector<float> values(8 * 6);
            for (int i = 0; i < 8 * 6; ++i) {
                const bool at_edge = i % 8 == 0 || i % 8 == 7 || i / 8 == 0 || i / 8 == 5;
                const float value = static_cast<float>(1 + below(1000)) + static_cast<float>(i) / 100;
                values[static_cast<std::size_t>(i)] = value / (at_edge ? 9000 : 1001);
            }
            const std::string file = std::to_string(photo) + "-" + std::to_string(list.size()) + ".npy";
            write_npy(Heatmap(8, 6, std::move(values)), maps().parent_path() / file);
            list += "{\"image\": \"" + std::to_string(100 + photo) + ".jpg\", \"phrase\": \"" + phrase +
                    "\", \"file\": \"" + file + "\"}\n";
        }
        return list;
    }

    QJsonObject evaluated(const QString& protocol) {
        QProcess process;
        process.start(QStringLiteral(GBS_EXECUTABLE),
                      {QStringLiteral("evaluate"), QString::fromStdString(folder().string()),
                       QStringLiteral("--split=all"), QStringLiteral("--no-model"),
                       QStringLiteral("--maps=other=") + QString::fromStdString(maps().string()),
                       QStringLiteral("--json"), QStringLiteral("--protocol=") + protocol});
        process.waitForFinished(120000);
        qInfo("%s", process.readAllStandardError().constData());
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }
    static QJsonObject score(const QJsonObject& report) {
        return report[QLatin1String("maps")].toObject()[QLatin1String("other")].toObject();
    }
    QJsonObject counted(const QString& protocol) {
        QProcess script;
        script.start(
            QStringLiteral(GBS_TEST_PYTHON),
            {QStringLiteral(GBS_SOURCE_DIR "/tests/published_protocols.py"),
             QString::fromStdString(folder().string()), QString::fromStdString(maps().string()), protocol});
        script.waitForFinished(120000);
        qInfo("%s", script.readAllStandardError().constData());
        return QJsonDocument::fromJson(script.readAllStandardOutput()).object();
    }

 private Q_SLOTS:
    void initTestCase() {
        fs::create_directories(folder() / "Annotations");
        fs::create_directories(folder() / "Sentences");
        std::string list;
        for (int photo = 0; photo < 30; ++photo) list += make_maps(photo, make_photo(photo));
        write_atomically(maps(), list);
    }

    void the_protocols_count_what_the_published_code_counts() {
        if (!QFile::exists(QStringLiteral(GBS_TEST_PYTHON))) QSKIP("there is no Python environment");
        for (const char* protocol : {"mg", "wwbl"}) {
            const QJsonObject ours = score(evaluated(QLatin1String(protocol)));
            const QJsonObject theirs = counted(QLatin1String(protocol));
            for (const char* number : {"hits", "total"}) {
                QVERIFY(theirs[QLatin1String(number)].toInt() > 0);
                QCOMPARE(ours[QLatin1String(number)].toInt(), theirs[QLatin1String(number)].toInt());
            }
        }
    }

    void exact_pixels_count_more_phrases() {
        const QJsonObject published = evaluated(QStringLiteral("mg")),
                          exact = evaluated(QStringLiteral("mg-exact-pixels"));
        QVERIFY(score(exact)[QLatin1String("total")].toInt() >
                score(published)[QLatin1String("total")].toInt());
        QVERIFY(published[QLatin1String("protocol_counts")].toString().contains(
            QStringLiteral("hassanhub/MultiGrounding")));
    }
};

QTEST_GUILESS_MAIN(PublishedProtocolsTest)
#include "published_protocols_test.moc"
