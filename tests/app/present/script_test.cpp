// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/present/script.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::widgets;

class ScriptTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path write(const QByteArray& text, const char* name = "show.yaml") {
        QFile file(folder_.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly)) file.write(text);
        return file.fileName().toStdString();
    }
    QString error_of(const QByteArray& text) {
        try {
            read_script(write(text));
        } catch (const Error& error) {
            return QString::fromStdString(error.what());
        }
        return {};
    }

 private Q_SLOTS:
    void initTestCase() {
        QDir(folder_.path()).mkpath(QStringLiteral("photos"));
        write("x", "photos/cat.jpg");
        write("x", "photos/dog.jpg");
        write("x", "best.safetensors");
    }

    void script_is_read() {
        const Script script =
            read_script(write("title: What it sees\n"
                              "model: best.safetensors\n"
                              "slides:\n"
                              "  - image: photos/cat.jpg\n"
                              "    phrases: [a cat, the eyes of the cat]\n"
                              "    view: mean\n"
                              "    note: From captions alone\n"
                              "    speaker: Ask the audience\n"
                              "  - image: photos/../photos/dog.jpg\n"));
        const std::filesystem::path root = folder_.path().toStdString();
        QCOMPARE(script.title, std::string("What it sees"));
        QVERIFY(script.model == root / "best.safetensors");
        QCOMPARE(script.slides.size(), std::size_t{2});
        QVERIFY(script.slides[0].image == root / "photos/cat.jpg");
        QCOMPARE(script.slides[0].phrases, (std::vector<std::string>{"a cat", "the eyes of the cat"}));
        QCOMPARE(script.slides[0].view, CanvasView::mean);
        QCOMPARE(script.slides[0].note, std::string("From captions alone"));
        QCOMPARE(script.slides[0].speaker, std::string("Ask the audience"));
        QVERIFY(script.slides[1].image == root / "photos/dog.jpg");
        QCOMPARE(script.slides[1].view, CanvasView::three_maps);
        QVERIFY(script.slides[1].phrases.empty());
    }

    void errors_name_the_line_and_a_fix_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const char* text, int line, const char* words) {
            QTest::newRow(name) << QByteArray(text) << line << QString::fromLatin1(words);
        };
        row("unknown key", "title: a\nslide:\n  - image: photos/cat.jpg\n", 2, "did you mean 'slides'");
        row("unknown key in a slide", "slides:\n  - image: photos/cat.jpg\n    phrase: [a cat]\n", 3,
            "did you mean 'phrases'");
        row("duplicate key", "title: a\ntitle: b\nslides: []\n", 2, "duplicate key");
        row("no slides", "title: a\n", 1, "at least one slide");
        row("empty slides", "title: a\nslides: []\n", 2, "at least one slide");
        row("no image", "slides:\n  - phrases: [a cat]\n", 2, "needs an image");
        row("missing image", "slides:\n  - image: photos/cat.jpg\n  - image: photos/cow.jpg\n", 3, "cow.jpg");
        row("missing model", "model: no.safetensors\nslides:\n  - image: photos/cat.jpg\n", 1,
            "no.safetensors");
        row("unknown view", "slides:\n  - image: photos/cat.jpg\n    view: means\n", 3,
            "did you mean 'mean'");
        row("phrases as text", "slides:\n  - image: photos/cat.jpg\n    phrases: a cat\n", 3, "list");
        row("empty phrase", "slides:\n  - image: photos/cat.jpg\n    phrases: [a cat, ' ']\n", 3, "empty");
        row("phrase as mapping", "slides:\n  - image: photos/cat.jpg\n    phrases: [{a: b}]\n", 3, "text");
        row("invalid YAML", "slides:\n  - [\n", 3, "not valid YAML");
        row("a list", "- a\n- b\n", 1, "mapping");
        row("empty file", "", 1, "mapping");
    }
    void errors_name_the_line_and_a_fix() {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, words);
        const QString error = error_of(text);
        QVERIFY2(error.contains(QStringLiteral("show.yaml:%1:").arg(line)), qPrintable(error));
        QVERIFY2(error.contains(words), qPrintable(error));
    }

    void missing_script_is_named() {
        QVERIFY_EXCEPTION_THROWN(read_script(folder_.filePath(QStringLiteral("no.yaml")).toStdString()),
                                 Error);
    }

    void steps_go_phrase_by_phrase() {
        Script script;
        script.slides.resize(3);
        script.slides[0].phrases = {"a", "b"};
        script.slides[2].phrases = {"c", "d"};
        std::vector<ScriptPlace> walk{{0, 0}};
        while (const auto next = next_place(script, walk.back())) walk.push_back(*next);
        const std::vector<ScriptPlace> expected{{0, 0}, {0, 1}, {1, 0}, {2, 0}, {2, 1}};
        QVERIFY(walk == expected);
        std::vector<ScriptPlace> back{walk.back()};
        while (const auto previous = previous_place(script, back.back())) back.push_back(*previous);
        QVERIFY(std::vector<ScriptPlace>(back.rbegin(), back.rend()) == expected);
    }
};

QTEST_GUILESS_MAIN(ScriptTest)
#include "script_test.moc"
