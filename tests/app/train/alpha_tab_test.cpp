// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/alpha_tab.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>
#include <numeric>

#include "support/events.h"
#include "support/find_child.h"
#include "support/gui_watchdog.h"
#include "support/test_photos.h"
#include "widgets/plots/histogram_plot.h"
#include "widgets/tiles/image_tiles.h"

using namespace gbs;
using namespace gbs::training;
using namespace gbs::app;
using namespace gbs::widgets;

class AlphaTabTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void each_alpha_option_has_an_editor() {
        AlphaTab tab;
        StageOptions stage;
        OptionSet set;
        stage.bind(set);
        int count = 0;
        for (const OptionInfo& info : set.infos()) {
            const QString key = QString::fromStdString(info.key);
            // The alpha studio has no model to draw adversarial alphas.
            if (!key.startsWith(QStringLiteral("alpha.")) ||
                key.startsWith(QStringLiteral("alpha.adversarial.")))
                continue;
            ++count;
            QVERIFY(!child<QWidget>(&tab, qPrintable(key))->toolTip().isEmpty());
            QCOMPARE(tab.options().value(key).toString(), QString::fromStdString(info.default_value));
        }
        QVERIFY(count > 20);
        QCOMPARE(tab.options().size(), count);
    }

    void change_is_drawn() {
        AlphaTab tab;
        show(tab);
        const QImage before = tiles(tab)[2].image;
        QCOMPARE(before.size(), QSize(AlphaStudio::side, AlphaStudio::side));
        refreshed(tab, [&] { child<QSpinBox>(&tab, "seed")->setValue(5); });
        const QImage other_seed = tiles(tab)[2].image;
        QVERIFY(other_seed != before);
        refreshed(tab, [&] { child<QSpinBox>(&tab, "seed")->setValue(0); });
        QCOMPARE(tiles(tab)[2].image, before);
        refreshed(tab, [&] { set_option(tab, "alpha.perlin.contrast", 1000); });
        // The map is nearly binary, so most values are in the outer bins of the histogram.
        const auto& parts = child<HistogramPlot>(&tab)->parts();
        QVERIFY(parts.front() + parts.back() > 0.9);
    }

    void a_circle_shows_both_photos() {
        AlphaTab tab;
        show(tab);
        refreshed(tab, [&] {
            auto* const generator = child<QComboBox>(&tab, "generator");
            generator->setCurrentIndex(generator->findData(QStringLiteral("circle")));
        });
        const auto& shown = tiles(tab);
        const QImage& alpha = shown[2].image;
        const QImage& blend = shown[3].image;
        int inside = 0, outside = 0;
        for (int y = 0; y < alpha.height(); y += 7)
            for (int x = 0; x < alpha.width(); x += 7) {
                const bool one = qGray(alpha.pixel(x, y)) == 255;
                ++(one ? inside : outside);
                QCOMPARE(QColor(blend.pixel(x, y)), QColor(one ? Qt::darkGreen : Qt::darkRed));
            }
        QVERIFY(inside > 0 && outside > 0);
        const auto& parts = child<HistogramPlot>(&tab)->parts();
        QVERIFY(std::abs(std::accumulate(parts.begin(), parts.end(), 0.0) - 1) < 1e-6);
        QVERIFY(std::abs(parts.front() + parts.back() - 1) < 1e-6);
    }

    void lower_row_is_a_batch_with_the_shares() {
        AlphaTab tab;
        show(tab);
        refreshed(tab, [&] { set_option(tab, "alpha.perlin.share", 75); });
        refreshed(tab, [&] { set_option(tab, "alpha.gaussian.share", 25); });
        int perlin = 0;
        for (const ImageTile& tile : tiles(tab, "mix")) perlin += tile.name == QStringLiteral("Perlin noise");
        QCOMPARE(tiles(tab, "mix").size(), std::size_t{8});
        QCOMPARE(perlin, 6);
    }

    void invalid_options_are_reported_and_not_used() {
        AlphaTab tab;
        show(tab);
        refreshed(tab, [&] { set_option(tab, "alpha.perlin.k_min", 9); });
        QVERIFY(problem(tab).contains(QStringLiteral("k_min")));
        QVERIFY(!child<QPushButton>(&tab, "use")->isEnabled());
        refreshed(tab, [&] { set_option(tab, "alpha.perlin.k_min", 1); });
        QVERIFY(problem(tab).isEmpty());
        QVERIFY(child<QPushButton>(&tab, "use")->isEnabled());
        refreshed(tab, [&] { set_option(tab, "alpha.perlin.share", 0); });
        refreshed(tab, [&] { set_option(tab, "alpha.gaussian.share", 0); });
        QVERIFY(problem(tab).contains(QStringLiteral("share")));
        refreshed(tab, [&] {
            tab.set_photos(photos_.path(QStringLiteral("broken.png")), photos_.path(QStringLiteral("c.png")));
        });
        QVERIFY(problem(tab).contains(QStringLiteral("broken.png")));
    }

    void options_go_to_the_new_run() {
        AlphaTab tab;
        show(tab);
        QSignalSpy use(&tab, &AlphaTab::use_in_new_run);
        refreshed(tab, [&] { set_option(tab, "alpha.circle.share", 30); });
        set_option(tab, "alpha.circle.radius_min", 0.25);
        child<QPushButton>(&tab, "use")->click();
        const QVariantMap options = use.front().front().toMap();
        QCOMPARE(options.value(QStringLiteral("alpha.circle.share")).toString(), QStringLiteral("30"));
        QCOMPARE(options.value(QStringLiteral("alpha.circle.radius_min")).toString(), QStringLiteral("0.25"));
        // They match the schema of the trainer.
        StageOptions stage;
        OptionSet set;
        stage.bind(set);
        for (auto option = options.begin(); option != options.end(); ++option)
            set.set(option.key().toStdString(), option.value().toString().toStdString());
        QCOMPARE(stage.alpha.circle.radius.low, 0.25);
        QCOMPARE(stage.alpha.share(AlphaKind::circle), 30.0);
    }

    void dragging_a_value_does_not_block_the_window() {
        AlphaTab tab;
        show(tab);
        auto* const spin = child<QDoubleSpinBox>(&tab, "alpha.perlin.contrast");
        drain_events();
        const double longest = best_of(3, gui_budget_ms, [&] {
            GuiWatchdog watchdog;
            for (int i = 0; i < 40; ++i) {
                spin->setValue(i);
                watchdog.wait_turns(2);
            }
            return watchdog.turns() > 10 ? watchdog.longest_cpu_ms() : 1e9;
        });
        QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
    }

 private:
    static const std::vector<ImageTile>& tiles(const AlphaTab& tab, const char* name = "tiles") {
        return child<ImageTiles>(&tab, name)->tiles();
    }
    static QString problem(const AlphaTab& tab) {
        const auto* const label = child<QLabel>(&tab, "problem");
        return label->isHidden() ? QString() : label->text();
    }
    static void set_option(AlphaTab& tab, const char* key, double value) {
        auto* const editor = child<QWidget>(&tab, key);
        if (auto* const spin = qobject_cast<QSpinBox*>(editor)) spin->setValue(static_cast<int>(value));
        if (auto* const spin = qobject_cast<QDoubleSpinBox*>(editor)) spin->setValue(value);
    }
    void show(AlphaTab& tab) {
        tab.resize(1200, 600);
        tab.set_photos(photos_.path(QStringLiteral("a.png")), photos_.path(QStringLiteral("c.png")));
        refreshed(tab, [&] { tab.show(); });
    }
    template <class Act>
    void refreshed(AlphaTab& tab, Act act) {
        QSignalSpy spy(&tab, &AlphaTab::refreshed);
        act();
        QVERIFY(spy.count() > 0 || spy.wait(20000));
    }

    TestPhotos photos_;
};

QTEST_MAIN(AlphaTabTest)
#include "alpha_tab_test.moc"
