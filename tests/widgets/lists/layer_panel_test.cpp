// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/layer_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QListView>
#include <QMimeData>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include "support/find_child.h"
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

    void eye_works_by_mouse_and_keyboard() {
        const QModelIndex row = stack_->index(stack_->find_row(LayerKind::gbs));
        const QRect place = child<QListView>(*panel_, "layers")->visualRect(row);
        QTest::mouseClick(child<QListView>(*panel_, "layers")->viewport(), Qt::LeftButton, {},
                          LayerDelegate::eye_rect(place, Qt::LeftToRight).center());
        QVERIFY(!style(LayerKind::gbs).visible);
        panel_->set_current(LayerKind::gbs);
        child<QListView>(*panel_, "layers")->setFocus();
        QTest::keyClick(child<QListView>(*panel_, "layers"), Qt::Key_Space);
        QVERIFY(style(LayerKind::gbs).visible);
    }

    void controls_set_the_style_of_the_layer() {
        child<QSlider>(*panel_, "opacity")->setValue(20);
        child<QComboBox>(*panel_, "color_map")
            ->setCurrentIndex(child<QComboBox>(*panel_, "color_map")->findText(QStringLiteral("cividis")));
        child<QComboBox>(*panel_, "limits")
            ->setCurrentIndex(
                child<QComboBox>(*panel_, "limits")->findData(static_cast<int>(Limits::shared)));
        child<QCheckBox>(*panel_, "fade_low")->setChecked(true);
        QCOMPARE(style().opacity, 0.2);
        QCOMPARE(style().color_map, ColorMap::cividis);
        QCOMPARE(style().limits, Limits::shared);
        QVERIFY(style().fade_low);
        // Linked maps follow.
        QCOMPARE(style(LayerKind::i2t).color_map, ColorMap::cividis);
    }

    void gamma_and_blend_mode_are_set_and_remembered() {
        child<QSlider>(*panel_, "gamma")->setValue(-20);
        QComboBox* const blend = child<QComboBox>(*panel_, "blend");
        blend->setCurrentIndex(blend->findText(QStringLiteral("Multiply")));
        QCOMPARE(style().gamma, 0.5);
        QCOMPARE(style().blend, BlendMode::multiply);
        LayerStack other;
        other.restore(stack_->to_map());
        QCOMPARE(other.style(LayerKind::mean), style());
        // A middle value has a higher color and shows less of the photo.
        const auto plain = look_colors(MapLook()), raised = look_colors(style());
        QCOMPARE(raised[64], plain[128]);
        QCOMPARE(raised[0], plain[0]);
        QCOMPARE(raised[255], plain[255]);
    }

    void perceptual_color_maps_come_first_and_turbo_last() {
        QComboBox* const maps = child<QComboBox>(*panel_, "color_map");
        const QStringList first{QStringLiteral("viridis"), QStringLiteral("inferno"), QStringLiteral("magma"),
                                QStringLiteral("cividis")};
        for (int i = 0; i < first.size(); ++i) QCOMPARE(maps->itemText(i), first[i]);
        QCOMPARE(maps->itemText(maps->count() - 1), QStringLiteral("turbo"));
    }

    void unlinked_layers_have_their_own_styles() {
        const double before = style(LayerKind::mean).opacity;
        child<QCheckBox>(*panel_, "linked")->setChecked(false);
        panel_->set_current(LayerKind::i2t);
        child<QSlider>(*panel_, "opacity")->setValue(90);
        QCOMPARE(style(LayerKind::i2t).opacity, 0.9);
        QCOMPARE(style(LayerKind::mean).opacity, before);
        panel_->set_current(LayerKind::mean);
        QCOMPARE(child<QSlider>(*panel_, "opacity")->value(), qRound(100 * before));
        panel_->set_current(LayerKind::i2t);
        child<QCheckBox>(*panel_, "linked")->setChecked(true);
        QCOMPARE(style(LayerKind::mean).opacity, 0.9);
    }

    void custom_limits_never_cross() {
        QVERIFY(!child<QDoubleSpinBox>(*panel_, "low")->isVisible());
        child<QComboBox>(*panel_, "limits")
            ->setCurrentIndex(child<QComboBox>(*panel_, "limits")->findData(static_cast<int>(Limits::typed)));
        QVERIFY(child<QDoubleSpinBox>(*panel_, "low")->isVisible());
        child<QDoubleSpinBox>(*panel_, "high")->setValue(0.6);
        child<QDoubleSpinBox>(*panel_, "low")->setValue(0.9);
        QVERIFY(style().typed.low < style().typed.high);
        QCOMPARE(style().typed.high, 0.6F);
        child<QDoubleSpinBox>(*panel_, "low")->setValue(0.25);
        QCOMPARE(style().typed.low, 0.25F);
    }

    void threshold_is_off_by_default() {
        QVERIFY(!style().threshold && !child<QSlider>(*panel_, "threshold")->isEnabled());
        child<QCheckBox>(*panel_, "outlined")->setChecked(true);
        QCOMPARE(style().threshold.value(), 0.5F);
        child<QSlider>(*panel_, "threshold")->setValue(70);
        QCOMPARE(style().threshold.value(), 0.7F);
        child<QCheckBox>(*panel_, "outlined")->setChecked(false);
        QVERIFY(!style().threshold);
    }

    void phrases_have_only_opacity_and_threshold() {
        panel_->set_current(LayerKind::phrases);
        QVERIFY(!child<QComboBox>(*panel_, "color_map")->isVisible() &&
                !child<QCheckBox>(*panel_, "outlined")->isVisible());
        QVERIFY(child<QSlider>(*panel_, "threshold")->isVisible() &&
                child<QSlider>(*panel_, "threshold")->isEnabled());
        child<QSlider>(*panel_, "threshold")->setValue(30);
        QCOMPARE(style(LayerKind::phrases).threshold.value(), 0.3F);
        QVERIFY(!style(LayerKind::mean).threshold);
    }

    void order_changes_by_buttons_and_keyboard() {
        const int row = stack_->find_row(LayerKind::mean);
        QTest::mouseClick(child<QToolButton>(*panel_, "up"), Qt::LeftButton);
        QCOMPARE(stack_->find_row(LayerKind::mean), row - 1);
        QCOMPARE(panel_->current(), LayerKind::mean);
        QTest::keyClick(child<QListView>(*panel_, "layers"), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(stack_->find_row(LayerKind::mean), row);
        panel_->set_current(stack_->kind_at(0));
        QVERIFY(!child<QToolButton>(*panel_, "up")->isEnabled() &&
                child<QToolButton>(*panel_, "down")->isEnabled());
    }

    void dropped_layer_goes_between_two_others() {
        const LayerKind moved = stack_->kind_at(0);
        const std::unique_ptr<QMimeData> data(stack_->mimeData({stack_->index(0)}));
        // The view turns a drop between two rows into a move of the model.
        QVERIFY(!(stack_->flags(stack_->index(2)) & Qt::ItemIsDropEnabled));
        QVERIFY(stack_->canDropMimeData(data.get(), Qt::MoveAction, 3, 0, {}));
        QVERIFY(stack_->moveRow({}, 0, {}, 3));
        QCOMPARE(stack_->find_row(moved), 2);
    }

    void panel_shows_what_a_session_restores() {
        LayerStack saved;
        LayerStyle wanted = saved.style(LayerKind::mean);
        wanted.opacity = 0.35;
        wanted.threshold = 0.2F;
        saved.set_style(LayerKind::mean, wanted);
        stack_->restore(saved.to_map());
        QCOMPARE(child<QSlider>(*panel_, "opacity")->value(), 35);
        QCOMPARE(child<QSlider>(*panel_, "threshold")->value(), 20);
        QVERIFY(child<QCheckBox>(*panel_, "outlined")->isChecked());
        QVERIFY(style() == wanted);
    }

    void every_control_has_an_accessible_name_and_tooltip() {
        for (QWidget* const widget : {static_cast<QWidget*>(child<QListView>(*panel_, "layers")),
                                      static_cast<QWidget*>(child<QSlider>(*panel_, "opacity")),
                                      static_cast<QWidget*>(child<QComboBox>(*panel_, "color_map")),
                                      static_cast<QWidget*>(child<QComboBox>(*panel_, "limits")),
                                      static_cast<QWidget*>(child<QDoubleSpinBox>(*panel_, "low")),
                                      static_cast<QWidget*>(child<QDoubleSpinBox>(*panel_, "high")),
                                      static_cast<QWidget*>(child<QSlider>(*panel_, "threshold")),
                                      static_cast<QWidget*>(child<QCheckBox>(*panel_, "outlined")),
                                      static_cast<QWidget*>(child<QToolButton>(*panel_, "up")),
                                      static_cast<QWidget*>(child<QToolButton>(*panel_, "down"))}) {
            QVERIFY(!widget->accessibleName().isEmpty());
            QVERIFY(!widget->toolTip().isEmpty());
            QVERIFY(widget->focusPolicy() & Qt::TabFocus);
        }
    }
};

QTEST_MAIN(LayerPanelTest)
#include "layer_panel_test.moc"
