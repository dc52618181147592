// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/layer_panel.h"

#include <QMimeData>
#include <QTest>

#include "widgets/lists/layer_delegate.h"

using namespace gbs;
using namespace gbs::widgets;

class LayerPanelTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LayerStack> stack_;
    std::unique_ptr<LayerPanel> panel_;

    LayerStyle style(LayerKind kind = LayerKind::mean) { return stack_->style(kind); }

 private Q_SLOTS:
    void init() {
        stack_ = std::make_unique<LayerStack>();
        panel_ = std::make_unique<LayerPanel>(stack_.get());
        panel_->resize(300, 600);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    }
    void cleanup() { panel_.reset(); }

    void eye_works_by_mouse_and_by_key() {
        const QModelIndex row = stack_->index(stack_->row_of(LayerKind::gbs));
        const QRect place = panel_->list()->visualRect(row);
        QTest::mouseClick(panel_->list()->viewport(), Qt::LeftButton, {},
                          LayerDelegate::eye_rect(place, Qt::LeftToRight).center());
        QVERIFY(!style(LayerKind::gbs).visible);
        panel_->set_current(LayerKind::gbs);
        panel_->list()->setFocus();
        QTest::keyClick(panel_->list(), Qt::Key_Space);
        QVERIFY(style(LayerKind::gbs).visible);
    }

    void controls_set_the_style_of_the_layer() {
        panel_->opacity()->setValue(20);
        panel_->color_maps()->setCurrentIndex(panel_->color_maps()->findText(QStringLiteral("cividis")));
        panel_->limits()->setCurrentIndex(panel_->limits()->findData(static_cast<int>(Limits::shared)));
        panel_->fade_low()->setChecked(true);
        QCOMPARE(style().opacity, 0.2);
        QCOMPARE(style().color_map, ColorMap::cividis);
        QCOMPARE(style().limits, Limits::shared);
        QVERIFY(style().fade_low);
        // Linked, the others follow.
        QCOMPARE(style(LayerKind::i2t).color_map, ColorMap::cividis);
    }

    void perceptual_colours_come_first_and_turbo_last() {
        QComboBox* const maps = panel_->color_maps();
        const QStringList first{QStringLiteral("viridis"), QStringLiteral("inferno"), QStringLiteral("magma"),
                                QStringLiteral("cividis")};
        for (int i = 0; i < first.size(); ++i) QCOMPARE(maps->itemText(i), first[i]);
        QCOMPARE(maps->itemText(maps->count() - 1), QStringLiteral("turbo"));
    }

    void unlinked_layers_have_looks_of_their_own() {
        panel_->linked()->setChecked(false);
        panel_->set_current(LayerKind::i2t);
        panel_->opacity()->setValue(90);
        QCOMPARE(style(LayerKind::i2t).opacity, 0.9);
        QCOMPARE(style(LayerKind::mean).opacity, 0.6);
        panel_->set_current(LayerKind::mean);
        QCOMPARE(panel_->opacity()->value(), 60);
        panel_->set_current(LayerKind::i2t);
        panel_->linked()->setChecked(true);
        QCOMPARE(style(LayerKind::mean).opacity, 0.9);
    }

    void typed_limits_never_cross() {
        QVERIFY(!panel_->low()->isVisible());
        panel_->limits()->setCurrentIndex(panel_->limits()->findData(static_cast<int>(Limits::typed)));
        QVERIFY(panel_->low()->isVisible());
        panel_->high()->setValue(0.6);
        panel_->low()->setValue(0.9);
        QVERIFY(style().typed.low < style().typed.high);
        QCOMPARE(style().typed.high, 0.6F);
        panel_->low()->setValue(0.25);
        QCOMPARE(style().typed.low, 0.25F);
    }

    void threshold_is_off_until_asked_for() {
        QVERIFY(!style().threshold && !panel_->threshold()->isEnabled());
        panel_->outlined()->setChecked(true);
        QCOMPARE(style().threshold.value(), 0.5F);
        panel_->threshold()->setValue(70);
        QCOMPARE(style().threshold.value(), 0.7F);
        panel_->outlined()->setChecked(false);
        QVERIFY(!style().threshold);
    }

    void phrases_have_opacity_and_a_threshold_alone() {
        panel_->set_current(LayerKind::phrases);
        QVERIFY(!panel_->color_maps()->isVisible() && !panel_->outlined()->isVisible());
        QVERIFY(panel_->threshold()->isVisible() && panel_->threshold()->isEnabled());
        panel_->threshold()->setValue(30);
        QCOMPARE(style(LayerKind::phrases).threshold.value(), 0.3F);
        QVERIFY(!style(LayerKind::mean).threshold);
    }

    void order_changes_by_buttons_and_keys() {
        const int row = stack_->row_of(LayerKind::mean);
        QTest::mouseClick(panel_->up(), Qt::LeftButton);
        QCOMPARE(stack_->row_of(LayerKind::mean), row - 1);
        QCOMPARE(panel_->current(), LayerKind::mean);
        QTest::keyClick(panel_->list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(stack_->row_of(LayerKind::mean), row);
        panel_->set_current(stack_->kind_at(0));
        QVERIFY(!panel_->up()->isEnabled() && panel_->down()->isEnabled());
    }

    void dropped_layer_goes_between_two_others() {
        const LayerKind moved = stack_->kind_at(0);
        const std::unique_ptr<QMimeData> data(stack_->mimeData({stack_->index(0)}));
        // A drop between two rows is a move of the model: what the view does with one.
        QVERIFY(!(stack_->flags(stack_->index(2)) & Qt::ItemIsDropEnabled));
        QVERIFY(stack_->canDropMimeData(data.get(), Qt::MoveAction, 3, 0, {}));
        QVERIFY(stack_->moveRow({}, 0, {}, 3));
        QCOMPARE(stack_->row_of(moved), 2);
    }

    void panel_shows_what_a_session_restores() {
        LayerStack saved;
        LayerStyle wanted = saved.style(LayerKind::mean);
        wanted.opacity = 0.35;
        wanted.threshold = 0.2F;
        saved.set_style(LayerKind::mean, wanted);
        stack_->restore(saved.to_map());
        QCOMPARE(panel_->opacity()->value(), 35);
        QCOMPARE(panel_->threshold()->value(), 20);
        QVERIFY(panel_->outlined()->isChecked());
        QVERIFY(style() == wanted);
    }

    void every_control_is_named_and_told() {
        for (QWidget* const widget :
             {static_cast<QWidget*>(panel_->list()), static_cast<QWidget*>(panel_->opacity()),
              static_cast<QWidget*>(panel_->color_maps()), static_cast<QWidget*>(panel_->limits()),
              static_cast<QWidget*>(panel_->low()), static_cast<QWidget*>(panel_->high()),
              static_cast<QWidget*>(panel_->threshold()), static_cast<QWidget*>(panel_->outlined()),
              static_cast<QWidget*>(panel_->up()), static_cast<QWidget*>(panel_->down())}) {
            QVERIFY(!widget->accessibleName().isEmpty());
            QVERIFY(!widget->toolTip().isEmpty());
            QVERIFY(widget->focusPolicy() & Qt::TabFocus);
        }
    }
};

QTEST_MAIN(LayerPanelTest)
#include "layer_panel_test.moc"
