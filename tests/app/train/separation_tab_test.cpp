// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/separation_tab.h"

#include <sys/stat.h>

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "support/find_child.h"
#include "training/run/run_folder.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;
using namespace gbs::training;

class SeparationTabTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase() {
        RunFolder folder(path("run"));
        write_preview(folder, 1, {"perlin", "circle"}, 10);
        write_preview(folder, 101, {"perlin", "perlin", "gaussian"}, 100);
        write_preview(folder, 201, {"gaussian", "circle"}, 200);
    }

    void latest_preview_comes_first() {
        SeparationTab tab;
        show(tab, "run");
        QCOMPARE(slider(tab)->maximum(), 2);
        QCOMPARE(slider(tab)->value(), 2);
        QCOMPARE(gray(tab, SeparationView::hneg), 200);
        QCOMPARE(view(tab)->tiles()[SeparationView::photo1].caption, QStringLiteral("first 0 of 201"));
        QCOMPARE(view(tab)->tiles()[SeparationView::alpha].caption, QStringLiteral("Gaussians"));
        QVERIFY(note(tab).isEmpty());
    }

    void slider_steps_back_and_latest_returns() {
        SeparationTab tab;
        show(tab, "run");
        slider(tab)->setValue(0);
        QTRY_COMPARE(gray(tab, SeparationView::hneg), 10);
        QVERIFY(!child<QToolButton>(&tab, "follow")->isChecked());
        QTest::keyClick(&tab, Qt::Key_PageDown);
        QTRY_COMPARE(gray(tab, SeparationView::hneg), 100);
        QCOMPARE(slider(tab)->value(), 1);
        child<QToolButton>(&tab, "follow")->click();
        QTRY_COMPARE(gray(tab, SeparationView::hneg), 200);
    }

    void blends_are_chosen_by_alpha_and_number() {
        SeparationTab tab;
        show(tab, "run");
        slider(tab)->setValue(1);
        QTRY_COMPARE(box(tab, "sample")->count(), 3);
        choose(box(tab, "sample"), 2);
        QTRY_COMPARE(view(tab)->tiles()[SeparationView::photo1].caption, QStringLiteral("first 2 of 101"));
        choose(box(tab, "alpha"), box(tab, "alpha")->findData(QStringLiteral("perlin")));
        QTRY_COMPARE(box(tab, "sample")->count(), 2);
        // The next preview has no such blend: a note says so, and the choice is kept.
        QTest::keyClick(&tab, Qt::Key_PageDown);
        QTRY_VERIFY(note(tab).contains(QStringLiteral("no blend with this alpha")));
        QCOMPARE(box(tab, "alpha")->currentData().toString(), QStringLiteral("perlin"));
        QTest::keyClick(&tab, Qt::Key_PageUp);
        QTRY_COMPARE(box(tab, "sample")->count(), 2);
    }

    void images_are_saved_as_they_are_shown() {
        SeparationTab tab;
        show(tab, "run");
        QVERIFY(child<QToolButton>(&tab, "save")->isEnabled());
        QSignalSpy exported(&tab, &SeparationTab::exported);
        tab.export_to(to_qstring(path("page.png")));
        QTRY_COMPARE(exported.size(), 1);
        const QImage page(to_qstring(path("page.png")));
        QVERIFY(page.width() >= 1000 && page.height() >= 800);
        QCOMPARE(page.pixelColor(0, 0), QColor(Qt::white));
        // The map that shows 200 is on it, and so are texts.
        QSet<QRgb> colors;
        for (int y = 0; y < page.height(); y += 3)
            for (int x = 0; x < page.width(); x += 3) colors << page.pixel(x, y);
        QVERIFY(colors.contains(qRgb(200, 200, 200)) && colors.contains(qRgb(128, 128, 128)));
        QSignalSpy message(&tab, &SeparationTab::message);
        tab.export_to(to_qstring(path("no such folder/page.png")));
        QTRY_COMPARE(message.size(), 1);
        QVERIFY(message[0][1].toString().contains(QStringLiteral("no such folder")));
    }

    void new_preview_is_followed_only_when_asked() {
        RunFolder folder(path("growing"));
        write_preview(folder, 1, {"perlin"}, 10);
        SeparationTab tab;
        show(tab, "growing");
        QCOMPARE(gray(tab, SeparationView::hneg), 10);
        write_preview(folder, 2, {"perlin"}, 20);
        QTRY_COMPARE(gray(tab, SeparationView::hneg), 20);
        slider(tab)->setValue(0);
        QTRY_COMPARE(gray(tab, SeparationView::hneg), 10);
        write_preview(folder, 3, {"perlin"}, 30);
        QTRY_COMPARE(slider(tab)->maximum(), 2);
        QCOMPARE(gray(tab, SeparationView::hneg), 10);
    }

    void missing_parts_of_a_preview_are_named() {
        RunFolder folder(path("lacking"));
        write_preview(folder, 1, {"perlin"}, 10);
        const std::filesystem::path removed = path("lacking") / "preview/step-00000001/row0_hadv.png";
        std::filesystem::remove(removed);
        QCOMPARE(::mkfifo(removed.c_str(), 0600), 0);  // nobody writes to this pipe
        put("lacking/preview/step-00000001/row0_h1.png", "no image at all");
        SeparationTab tab;
        show(tab, "lacking");
        QVERIFY(note(tab).contains(QStringLiteral("H without text")));
        QVERIFY(note(tab).contains(QStringLiteral("row0_h1.png is damaged")));
        QCOMPARE(gray(tab, SeparationView::hneg), 10);
        put("lacking/preview/step-00000001/preview.json", "{\"rows\": 3}");
        SeparationTab damaged;
        damaged.set_run(to_qstring(path("lacking")));
        damaged.show();
        QTRY_VERIFY(note(damaged).contains(QStringLiteral("lists no blends")));
    }

    void run_without_previews_says_so() {
        SeparationTab tab;
        tab.show();
        QVERIFY(note(tab).contains(QStringLiteral("Choose a run")));
        std::filesystem::create_directories(path("empty"));
        tab.set_run(to_qstring(path("empty")));
        QTRY_VERIFY(note(tab).contains(QStringLiteral("no preview yet")));
    }

    void hidden_tab_does_not_read() {
        SeparationTab tab;
        show(tab, "run");
        auto* const timer = tab.findChild<QTimer*>();
        QVERIFY(timer->isActive());
        tab.hide();
        QVERIFY(!timer->isActive());
    }

 private:
    static SeparationView* view(const SeparationTab& tab) { return child<SeparationView>(&tab); }
    static QSlider* slider(const SeparationTab& tab) { return child<QSlider>(&tab, "slider"); }
    static QComboBox* box(const SeparationTab& tab, const char* name) { return child<QComboBox>(&tab, name); }
    static QString note(const SeparationTab& tab) {
        const auto* const label = child<QLabel>(&tab, "note");
        return label->isHidden() ? QString() : label->text();
    }
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(directory_.path().toStdString()) / name;
    }
    void put(const char* name, const QByteArray& bytes) const {
        QFile file(directory_.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /// Writes a preview like the trainer, with one row per alpha; `shade` is the gray value of H(T_neg).
    static void write_preview(RunFolder& folder, int step, const std::vector<std::string>& alphas,
                              int shade) {
        std::vector<std::pair<std::string, Image>> images;
        nlohmann::json rows = nlohmann::json::array();
        for (std::size_t row = 0; row < alphas.size(); ++row) {
            for (const char* part :
                 {"photo1", "photo2", "blend", "alpha", "target1", "target2", "h1", "h2", "hneg", "hadv"}) {
                const std::uint8_t value =
                    part == std::string("hneg") ? static_cast<std::uint8_t>(shade) : 128;
                images.emplace_back("row" + std::to_string(row) + "_" + part,
                                    Image{8, 8, std::vector<std::uint8_t>(8 * 8 * 3, value)});
            }
            rows.push_back({{"text1", "first " + std::to_string(row) + " of " + std::to_string(step)},
                            {"text2", "second"},
                            {"text_neg", "other"},
                            {"alpha", alphas[row]}});
        }
        folder.write_preview(step, images, {{"rows", rows}});
    }

    void show(SeparationTab& tab, const char* run) {
        tab.resize(900, 700);
        tab.set_run(to_qstring(path(run)));
        tab.show();
        QTRY_VERIFY(view(tab)->isVisible());
    }
    static int gray(const SeparationTab& tab, SeparationView::Tile tile) {
        const auto& tiles = view(tab)->tiles();
        return tiles.empty() || tiles[tile].image.isNull() ? -1 : qGray(tiles[tile].image.pixel(3, 3));
    }
    static void choose(QComboBox* box, int index) {
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }

    QTemporaryDir directory_;
};

QTEST_MAIN(SeparationTabTest)
#include "separation_tab_test.moc"
