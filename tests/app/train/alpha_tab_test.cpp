// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/alpha_tab.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>
#include <numeric>

#include "support/events.h"
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
            // Adversarial alphas are made by a model that learns: there is none to draw them here.
            if (!key.startsWith(QStringLiteral("alpha.")) ||
                key.startsWith(QStringLiteral("alpha.adversarial.")))
                continue;
            ++count;
            QVERIFY2(tab.editor(key), qPrintable(key));
            QVERIFY(!tab.editor(key)->toolTip().isEmpty());
            QCOMPARE(tab.options().value(key).toString(), QString::fromStdString(info.default_value));
        }
        QVERIFY(count > 20);
        QCOMPARE(tab.options().size(), count);
    }

    void change_is_drawn() {
        AlphaTab tab;
        show(tab);
        const QImage before = tab.tiles()->tiles()[2].image;
        QCOMPARE(before.size(), QSize(AlphaStudio::side, AlphaStudio::side));
        refreshed(tab, [&] { tab.seed()->setValue(5); });
        const QImage other_seed = tab.tiles()->tiles()[2].image;
        QVERIFY(other_seed != before);
        refreshed(tab, [&] { tab.seed()->setValue(0); });
        QCOMPARE(tab.tiles()->tiles()[2].image, before);
        refreshed(tab, [&] {
            qobject_cast<QDoubleSpinBox*>(tab.editor(QStringLiteral("alpha.perlin.contrast")))
                ->setValue(1000);
        });
        // Nearly binary now: what lies at the ends of the histogram says so.
        const auto& parts = tab.histogram()->parts();
        QVERIFY(parts.front() + parts.back() > 0.9);
    }

    void a_circle_shows_both_photos() {
        AlphaTab tab;
        show(tab);
        refreshed(tab, [&] {
            tab.generator()->setCurrentIndex(tab.generator()->findData(QStringLiteral("circle")));
        });
        const auto& tiles = tab.tiles()->tiles();
        const QImage& alpha = tiles[2].image;
        const QImage& blend = tiles[3].image;
        int inside = 0, outside = 0;
        for (int y = 0; y < alpha.height(); y += 7)
            for (int x = 0; x < alpha.width(); x += 7) {
                const bool one = qGray(alpha.pixel(x, y)) == 255;
                ++(one ? inside : outside);
                QCOMPARE(QColor(blend.pixel(x, y)), QColor(one ? Qt::darkGreen : Qt::darkRed));
            }
        QVERIFY(inside > 0 && outside > 0);
        const auto& parts = tab.histogram()->parts();
        QVERIFY(std::abs(std::accumulate(parts.begin(), parts.end(), 0.0) - 1) < 1e-6);
        QVERIFY(std::abs(parts.front() + parts.back() - 1) < 1e-6);
    }

    void lower_row_is_a_batch_with_the_shares() {
        AlphaTab tab;
        show(tab);
        refreshed(tab, [&] { tab.set_option(QStringLiteral("alpha.perlin.share"), QStringLiteral("75")); });
        refreshed(tab, [&] { tab.set_option(QStringLiteral("alpha.gaussian.share"), QStringLiteral("25")); });
        int perlin = 0;
        for (const ImageTile& tile : tab.mix_tiles()->tiles())
            perlin += tile.name == QStringLiteral("Perlin noise");
        QCOMPARE(tab.mix_tiles()->tiles().size(), std::size_t{8});
        QCOMPARE(perlin, 6);
    }

    void invalid_options_are_reported_and_not_used() {
        AlphaTab tab;
        show(tab);
        refreshed(tab, [&] { tab.set_option(QStringLiteral("alpha.perlin.k_min"), QStringLiteral("9")); });
        QVERIFY(tab.problem().contains(QStringLiteral("k_min")));
        QVERIFY(!tab.use_button()->isEnabled());
        refreshed(tab, [&] { tab.set_option(QStringLiteral("alpha.perlin.k_min"), QStringLiteral("1")); });
        QVERIFY(tab.problem().isEmpty());
        QVERIFY(tab.use_button()->isEnabled());
        refreshed(tab, [&] { tab.set_option(QStringLiteral("alpha.perlin.share"), QStringLiteral("0")); });
        refreshed(tab, [&] { tab.set_option(QStringLiteral("alpha.gaussian.share"), QStringLiteral("0")); });
        QVERIFY(tab.problem().contains(QStringLiteral("share")));
        refreshed(tab, [&] { tab.set_photos(photos_.path(QStringLiteral("broken.png")), tab.photo2()); });
        QVERIFY(tab.problem().contains(QStringLiteral("broken.png")));
    }

    void options_go_to_the_new_run() {
        AlphaTab tab;
        show(tab);
        QSignalSpy use(&tab, &AlphaTab::use_in_new_run);
        refreshed(tab, [&] { tab.set_option(QStringLiteral("alpha.circle.share"), QStringLiteral("30")); });
        qobject_cast<QDoubleSpinBox*>(tab.editor(QStringLiteral("alpha.circle.radius_min")))->setValue(0.25);
        tab.use_button()->click();
        const QVariantMap options = use.front().front().toMap();
        QCOMPARE(options.value(QStringLiteral("alpha.circle.share")).toString(), QStringLiteral("30"));
        QCOMPARE(options.value(QStringLiteral("alpha.circle.radius_min")).toString(), QStringLiteral("0.25"));
        // They are options of the schema as they are.
        StageOptions stage;
        OptionSet set;
        stage.bind(set);
        for (auto option = options.begin(); option != options.end(); ++option)
            set.set(option.key().toStdString(), option.value().toString().toStdString());
        QCOMPARE(stage.alpha.circle.radius.low, 0.25);
        QCOMPARE(stage.share_circle, 30.0);
    }

    void dragging_a_value_does_not_block_the_window() {
        AlphaTab tab;
        show(tab);
        auto* const spin = qobject_cast<QDoubleSpinBox*>(tab.editor(QStringLiteral("alpha.perlin.contrast")));
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
