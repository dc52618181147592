// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/maps/layer_stack.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace gbs;
using namespace gbs::widgets;

class LayerStackTest : public QObject {
    Q_OBJECT

    static QList<LayerKind> order(const LayerStack& stack) {
        QList<LayerKind> kinds;
        for (int row = 0; row < stack.rowCount(); ++row) kinds << stack.kind_at(row);
        return kinds;
    }

 private Q_SLOTS:
    void model_passes_the_model_tester() {
        LayerStack stack;
        const QAbstractItemModelTester tester(&stack, QAbstractItemModelTester::FailureReportingMode::QtTest);
        stack.move(LayerKind::mean, -1);
        stack.moveRow({}, 0, {}, stack.rowCount());
        stack.set_visible(LayerKind::gbs, false);
        stack.restore({});
        QCOMPARE(stack.rowCount(), 8);
    }

    void defaults_stretch_each_map_and_let_the_photo_show_where_it_is_low() {
        const LayerStack stack;
        QVERIFY(stack.linked() && stack.maps_shown());
        for (const LayerKind kind : {LayerKind::gbs, LayerKind::i2t, LayerKind::mean}) {
            QVERIFY(stack.style(kind).visible);
            QCOMPARE(stack.style(kind).limits, Limits::per_map);
            QVERIFY(stack.style(kind).fade_low);
            QVERIFY(!stack.style(kind).threshold);
        }
    }

    void stacked_shows_only_the_mean_and_arrangements_keep_their_visibility() {
        LayerStack stack;
        stack.set_arrangement(Arrangement::stacked);
        QVERIFY(stack.style(LayerKind::mean).visible);
        QVERIFY(!stack.style(LayerKind::gbs).visible);
        stack.set_visible(LayerKind::mean, false);
        stack.set_arrangement(Arrangement::apart);
        QVERIFY(stack.style(LayerKind::mean).visible);
        stack.set_arrangement(Arrangement::stacked);
        QVERIFY(!stack.style(LayerKind::mean).visible);
    }

    void linked_maps_share_a_style_but_not_their_visibility() {
        LayerStack stack;
        LayerStyle style = stack.style(LayerKind::i2t);
        style.color_map = ColorMap::magma;
        style.visible = false;
        stack.set_style(LayerKind::i2t, style);
        QCOMPARE(stack.style(LayerKind::gbs).color_map, ColorMap::magma);
        QVERIFY(stack.style(LayerKind::gbs).visible && !stack.style(LayerKind::i2t).visible);
        QVERIFY(stack.style(LayerKind::truth).color_map != ColorMap::magma);
        stack.set_linked(false);
        style.color_map = ColorMap::grey;
        stack.set_style(LayerKind::i2t, style);
        QCOMPARE(stack.style(LayerKind::gbs).color_map, ColorMap::magma);
        // After linking again, all follow the selected one.
        stack.set_linked(true, LayerKind::i2t);
        QCOMPARE(stack.style(LayerKind::gbs).color_map, ColorMap::grey);
        QVERIFY(stack.style(LayerKind::gbs).visible);
    }

    void layers_move_by_one_and_stop_at_the_ends() {
        LayerStack stack;
        const QList<LayerKind> before = order(stack);
        stack.move(before[0], -1);
        stack.move(before.back(), 1);
        QCOMPARE(order(stack), before);
        stack.move(before[1], -1);
        QCOMPARE(order(stack)[0], before[1]);
        stack.move(before[1], 1);
        QCOMPARE(order(stack), before);
    }

    void settings_round_trip() {
        LayerStack stack;
        stack.set_linked(false);
        LayerStyle style = stack.style(LayerKind::detector);
        style.opacity = 0.25;
        style.color_map = ColorMap::cividis;
        style.limits = Limits::typed;
        style.typed = {0.125F, 0.75F};
        style.fade_low = true;
        style.threshold = 0.375F;
        style.visible = false;
        stack.set_style(LayerKind::detector, style);
        stack.move(LayerKind::detector, -1);
        stack.set_arrangement(Arrangement::stacked);
        stack.set_visible(LayerKind::gbs, true);

        LayerStack other;
        QSignalSpy changed(&other, &LayerStack::changed);
        other.restore(stack.to_map());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(order(other), order(stack));
        QVERIFY(!other.linked());
        QVERIFY(other.style(LayerKind::detector) == style);
        other.set_arrangement(Arrangement::stacked);
        QVERIFY(other.style(LayerKind::gbs).visible);
        QVERIFY(!other.style(LayerKind::mean).threshold);
    }

    void damaged_settings_give_the_defaults() {
        LayerStack stack;
        const QVariantMap damaged{{QStringLiteral("kind"), QStringLiteral("mean")},
                                  {QStringLiteral("opacity"), std::nan("")},
                                  {QStringLiteral("limits"), 17},
                                  {QStringLiteral("low"), 0.9},
                                  {QStringLiteral("high"), 0.2},
                                  {QStringLiteral("threshold"), QStringLiteral("high")}};
        const QVariantMap unknown{{QStringLiteral("kind"), QStringLiteral("depth")}};
        stack.restore({{QStringLiteral("layers"), QVariantList{damaged, damaged, unknown, 3}}});
        QCOMPARE(stack.rowCount(), 8);
        QVERIFY(stack.style(LayerKind::mean) == LayerStack().style(LayerKind::mean));
    }
};

QTEST_MAIN(LayerStackTest)
#include "layer_stack_test.moc"
