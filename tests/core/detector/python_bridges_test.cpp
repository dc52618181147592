// SPDX-License-Identifier: GPL-3.0-or-later

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/paths.h"
#include "core/base/shell_word.h"
#include "core/detector/detector_bridge.h"
#include "core/image/image.h"
#include "support/error_of.h"

using namespace gbs;

/// The bridges of packaging/detectors, with tiny models of random weights.
class PythonBridgesTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    const QString python_ = QString::fromStdString(detector_python().string());
    const std::string photo_ = GBS_SOURCE_DIR "/resources/samples/coffee.jpg";

    int python(const QStringList& arguments) const {
        QProcess process;
        process.setStandardErrorFile(folder_.filePath(QStringLiteral("err.txt")));
        process.start(python_, arguments);
        if (!process.waitForFinished(180000)) return -1;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    QByteArray errors() const {
        QFile file(folder_.filePath(QStringLiteral("err.txt")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The command of a bridge with a tiny model.
    BridgeOptions tiny(const QString& kind, const std::string& more) const {
        return {.command = kind.toStdString() + " --device cpu --weights " +
                           shell_word(folder_.filePath(kind).toStdString()) + more};
    }

 private Q_SLOTS:
    void initTestCase() {
        const QString check = QStringLiteral(
            "import sys, importlib.util as u; sys.exit(not all(map(u.find_spec, ('torch', 'transformers', "
            "'scipy', 'PIL'))))");
        if (python({QStringLiteral("-c"), check}) != 0)
            QSKIP("this Python has no transformers: run `make detector`");
        const QString script = QStringLiteral(GBS_SOURCE_DIR "/tests/support/tiny_detectors.py");
        QVERIFY2(python({script, folder_.path()}) == 0, errors());
    }

    void boxes_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("GroundingDINO") << QStringLiteral("grounding_dino") << QStringLiteral("GroundingDINO");
        QTest::newRow("OWLv2") << QStringLiteral("owlv2") << QStringLiteral("OWLv2");
    }
    void boxes() {
        QFETCH(const QString, kind);
        QFETCH(const QString, name);
        DetectorBridge bridge(tiny(kind, " --threshold 0"));
        QCOMPARE(QString::fromStdString(bridge.name()), name);
        QCOMPARE(bridge.device(), std::string("cpu"));
        const std::vector<std::string> both{"a dog", "the cup"}, alone{"the cup"};
        const BridgeAnswer answer = bridge.ask(photo_, both);
        QVERIFY(answer.failures.empty());
        const DetectorImage& image = answer.boxes.images().at(0);
        QCOMPARE(image.answers.size(), 2U);
        const ImageSize size = read_image_size(photo_);
        QCOMPARE(image.width, size.width);
        QCOMPARE(image.height, size.height);
        QVERIFY(!image.answers[1].boxes.empty());
        // What is found for a phrase does not depend on what else is asked.
        const BridgeAnswer again = bridge.ask(photo_, alone);
        const auto found = again.boxes.boxes_for(image.image, "the cup");
        const auto before = answer.boxes.boxes_for(image.image, "the cup");
        QCOMPARE(found.boxes.size(), before.boxes.size());
        for (std::size_t i = 0; i < found.boxes.size(); ++i) {
            QVERIFY(std::abs(found.boxes[i].x2 - before.boxes[i].x2) < 0.01);
            QVERIFY(std::abs(found.boxes[i].score - before.boxes[i].score) < 1e-4);
        }
        const BridgeAnswer missing = bridge.ask("no such photo.jpg", alone);
        QVERIFY(missing.failures.at("the cup").starts_with("FileNotFoundError"));
        QVERIFY(bridge.running());
    }

    void maps_of_clipseg() {
        DetectorBridge bridge(tiny(QStringLiteral("clipseg"), ""));
        QVERIFY(bridge.gives_maps());
        const std::vector<std::string> phrases{"a dog", "the cup of coffee"};
        const BridgeAnswer answer = bridge.ask(photo_, phrases);
        QCOMPARE(answer.maps.size(), 2U);
        const Heatmap& map = answer.maps.at("a dog");
        QCOMPARE(map.width(), 512);
        QCOMPARE(map.height(), 341);
        QVERIFY(map.values() != answer.maps.at("the cup of coffee").values());
        const std::vector<std::string> one{"a dog"};
        QVERIFY(bridge.ask(photo_, one).maps.contains("a dog"));
    }

    void missing_weights_are_told() {
        const QString text =
            error_of([&] { DetectorBridge{{.command = "owlv2 --weights /no/such/folder"}}; });
        QVERIFY2(text.contains(QStringLiteral("/no/such/folder: no model here")), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(PythonBridgesTest)
#include "python_bridges_test.moc"
