// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include "support/test_layers.h"
#include "widgets/canvas/heatmap_canvas.h"

using namespace gbs;
using namespace gbs::widgets;

/// The layers of each view, and their labels.
class CanvasViewsTest : public QObject {
    Q_OBJECT

    static constexpr QSize photo_{400, 300};
    const QColor ground_{120, 120, 120};
    std::unique_ptr<LayerStack> stack_;
    std::unique_ptr<HeatmapCanvas> canvas_;

    HeatmapView* view(std::size_t tile) { return canvas_->tile(tile)->view(); }
    QColor color_at(std::size_t tile, QPoint pixel) {
        const QImage image = view(tile)->grab().toImage();
        return image.pixelColor(position_of(*canvas_, view(tile), pixel).toPoint());
    }
    static QColor color(float value) { return color_of(ColorMap::viridis, value); }
    static PhraseLayers phrase(float gbs, float i2t, float mean) {
        return {make_flat_layer(QStringLiteral("GbS"), gbs), make_flat_layer(QStringLiteral("i2t"), i2t),
                make_flat_layer(QStringLiteral("mean"), mean)};
    }
    static CanvasContent content() {
        CanvasContent made;
        made.layers = phrase(0.2F, 0.8F, 0.4F);
        made.sides = {{QStringLiteral("model A"), phrase(0.1F, 0.1F, 0.1F)},
                      {QStringLiteral("model B"), phrase(0.9F, 0.9F, 0.9F)},
                      {QStringLiteral("Another"),
                       {},
                       make_flat_layer(QStringLiteral("detector"), 0.6F),
                       QStringLiteral("map for “a dog”")}};
        made.detector = make_flat_layer(QStringLiteral("detector"), 0.6F);
        made.combined = make_flat_layer(QStringLiteral("combined"), 0.5F);
        made.detector_boxes = {{QRectF(50, 50, 200, 100), QStringLiteral("dog"), 0.87F}};
        made.truth_boxes = {{QRectF(60, 60, 180, 90), QStringLiteral("a dog")}};
        return made;
    }
    void set_style(LayerStyle style) { stack_->set_style(LayerKind::mean, style); }
    std::vector<QString> names() {
        std::vector<QString> result;
        for (const TileFigure& tile : canvas_->figure().tiles) result.push_back(tile.name);
        return result;
    }
    static const FigureLayer* layer_of(const TileFigure& tile, LayerKind kind) {
        for (const FigureLayer& layer : tile.layers)
            if (layer.kind == kind) return &layer;
        return nullptr;
    }

    StrengthChip* chip() { return canvas_->findChild<StrengthChip*>(QStringLiteral("strength")); }

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
    }
    void init() {
        stack_ = std::make_unique<LayerStack>();
        canvas_ = std::make_unique<HeatmapCanvas>(stack_.get());
        canvas_->resize(900, 400);
        canvas_->show();
        QVERIFY(QTest::qWaitForWindowExposed(canvas_.get()));
        canvas_->set_photo(make_photo(photo_, ground_));
        canvas_->set_content(content());
        // Colors are unchanged away from marks.
        stack_->set_visible(LayerKind::peak, false);
        stack_->set_visible(LayerKind::truth, false);
        set_style(plain_style(1));
        QCoreApplication::processEvents();
    }
    void cleanup() { canvas_.reset(); }

    void the_title_has_the_strength_of_the_phrase() {
        CanvasContent shown = content();
        shown.phrase = QStringLiteral("a dog");
        canvas_->set_content(shown);
        QVERIFY(!chip()->isVisible());  // the model does not know
        shown.layers.strength = 0.8F;
        canvas_->set_content(shown);
        QVERIFY(chip()->isVisible());
        QCOMPARE(chip()->text(), QStringLiteral("strong"));
        QVERIFY(is_close(QColor(chip()->grab().toImage().pixel(4, chip()->height() / 2)),
                         strength_color(StrengthLevel::strong)));
        shown.layers.strength = 0.01F;
        canvas_->set_content(shown);
        QCOMPARE(chip()->text(), QStringLiteral("none"));
        QVERIFY(chip()->toolTip().contains(QStringLiteral("words that the model does not know")));
        shown.sides[1].layers.strength = 0.3F;
        canvas_->set_content(shown);
        canvas_->set_view(CanvasView::sides);
        QVERIFY(!chip()->isVisible());
        QVERIFY(canvas_->figure().tiles.back().meaning.endsWith(QStringLiteral("weak")));
    }

    void three_maps_are_side_by_side() {
        QCOMPARE(names(),
                 (std::vector{QStringLiteral("GbS"), QStringLiteral("i2t"), QStringLiteral("mean")}));
        QVERIFY(is_close(color_at(0, {390, 10}), color(0.2F)));
        QVERIFY(is_close(color_at(1, {390, 10}), color(0.8F)));
        QVERIFY(is_close(color_at(2, {390, 10}), color(0.4F)));
    }

    void view_of_layers_starts_with_the_mean_and_stacks_visible_layers() {
        canvas_->set_view(CanvasView::layers);
        QCoreApplication::processEvents();
        QCOMPARE(names(), std::vector{QStringLiteral("mean")});
        QVERIFY(is_close(color_at(0, {390, 10}), color(0.4F)));
        const LayerStyle half = plain_style(0.5);
        stack_->set_linked(false);
        stack_->set_style(LayerKind::mean, half);
        stack_->set_visible(LayerKind::i2t, true);
        QCOMPARE(names(), std::vector{QStringLiteral("i2t + mean")});
        QVERIFY(is_close(color_at(0, {390, 10}), mixed(color(0.4F), color(0.8F), 0.5)));
        // Now i2t is the topmost and hides the others.
        stack_->move(LayerKind::i2t, -1);
        QVERIFY(is_close(color_at(0, {390, 10}), color(0.8F)));
        QVERIFY(canvas_->tile(0)->color_bar()->text().contains(QStringLiteral("0.80")));
    }

    void a_and_b_are_side_by_side_with_their_titles() {
        canvas_->set_view(CanvasView::sides);
        QCoreApplication::processEvents();
        QCOMPARE(names(), (std::vector{QStringLiteral("model A"), QStringLiteral("model B")}));
        QVERIFY(is_close(color_at(0, {390, 10}), color(0.1F)));
        QVERIFY(is_close(color_at(1, {390, 10}), color(0.9F)));
        bool titled = false;
        for (const QLabel* const label : canvas_->tile(1)->findChildren<QLabel*>())
            titled = titled || label->text().contains(QStringLiteral("model B"));
        QVERIFY(titled);
    }

    void three_sources_are_side_by_side_with_the_same_look() {
        canvas_->set_view(CanvasView::three_sides);
        QCoreApplication::processEvents();
        QCOMPARE(names(), (std::vector{QStringLiteral("model A"), QStringLiteral("model B"),
                                       QStringLiteral("Another")}));
        QVERIFY(is_close(color_at(0, {390, 10}), color(0.1F)));
        QVERIFY(is_close(color_at(1, {390, 10}), color(0.9F)));
        QVERIFY(is_close(color_at(2, {390, 10}), color(0.6F)));
        QCOMPARE(view(2)->accessibleName(), QStringLiteral("Heatmap Another, map for “a dog”"));
        // The map of another method has the look of the models' topmost one, whichever that is.
        stack_->set_linked(false);
        stack_->set_visible(LayerKind::mean, false);
        stack_->set_visible(LayerKind::i2t, true);
        LayerStyle style = plain_style(1);
        style.color_map = ColorMap::grey;
        stack_->set_style(LayerKind::i2t, style);
        QCoreApplication::processEvents();
        QVERIFY(is_close(color_at(0, {390, 10}), color_of(ColorMap::grey, 0.1F)));
        QVERIFY(is_close(color_at(2, {390, 10}), color_of(ColorMap::grey, 0.6F)));
        // One zoom for all.
        canvas_->zoom_by(3);
        QCoreApplication::processEvents();
        QCOMPARE(position_of(*canvas_, view(0), {200, 150}), position_of(*canvas_, view(2), {200, 150}));
    }

    void a_method_without_decoder_beside_it_has_the_look_of_what_is_drawn() {
        CanvasContent shown = content();
        shown.sides[0].layers.gbs = {};
        canvas_->set_content(shown);
        canvas_->set_view(CanvasView::three_sides);
        stack_->set_visible(LayerKind::gbs, true);
        stack_->move(LayerKind::gbs, -10);
        QCoreApplication::processEvents();
        const TileFigure tile = canvas_->figure().tiles.at(2);
        QCOMPARE(tile.kind, LayerKind::mean);
        QVERIFY(!tile.map.empty());
    }

    void another_method_has_limits_of_its_own_unless_one_scale_is_chosen() {
        LayerStyle style = plain_style(1);
        style.limits = Limits::per_map;
        set_style(style);
        CanvasContent shown = content();
        shown.sides[2].map = make_layer(QStringLiteral("detector"), {2, 1}, {-7, 12}, photo_);
        canvas_->set_content(shown);
        canvas_->set_view(CanvasView::three_sides);
        const auto bar = [this](std::size_t tile) { return canvas_->figure().tiles.at(tile).color_bar; };
        QCOMPARE(bar(0).range, (ValueRange{0.1F, 0.9F}));
        QCOMPARE(bar(1).range, (ValueRange{0.1F, 0.9F}));
        QCOMPARE(bar(2).range, (ValueRange{-7, 12}));
        QVERIFY(bar(2).text().startsWith(QStringLiteral("auto")));
        // A model alone beside it has nothing to share.
        shown.sides.erase(shown.sides.begin());
        canvas_->set_content(shown);
        QVERIFY(bar(0).text().startsWith(QStringLiteral("auto")));
        stack_->set_limits(Limits::shared);
        QCOMPARE(bar(0).range, (ValueRange{-7, 12}));
        QCOMPARE(bar(1).range, (ValueRange{-7, 12}));
    }

    void the_divider_is_between_a_and_b_and_c_has_its_tile() {
        canvas_->set_view(CanvasView::three_sides);
        canvas_->set_side_layout(SideLayout::swiped);
        QCOMPARE(names(), (std::vector{QStringLiteral("model A"), QStringLiteral("Another")}));
        QCOMPARE(canvas_->figure().tiles[0].other->name, QStringLiteral("model B"));
    }

    void a_source_that_goes_while_it_is_enlarged_leaves_the_others() {
        canvas_->set_view(CanvasView::three_sides);
        QTest::mouseDClick(view(2), Qt::LeftButton);
        QCOMPARE(names(), std::vector{QStringLiteral("Another")});
        CanvasContent shown = content();
        shown.sides.pop_back();
        canvas_->set_content(shown);
        QCOMPARE(names(), (std::vector{QStringLiteral("model A"), QStringLiteral("model B")}));
    }

    void a_long_name_leaves_room_for_the_peak() {
        CanvasContent shown = content();
        shown.sides[0].title = QStringLiteral("/home/someone/venv/bin/python <bridge>.py ").repeated(10);
        const int before = canvas_->minimumSizeHint().width();
        canvas_->set_content(shown);
        canvas_->set_view(CanvasView::three_sides);
        QCoreApplication::processEvents();
        QVERIFY(canvas_->minimumSizeHint().width() <= before);
        QStringList texts;
        for (const QLabel* const label : canvas_->tile(0)->findChildren<QLabel*>()) {
            texts << label->text();
            QVERIFY2(label->width() >= std::min(label->sizeHint().width(), 40), qPrintable(label->text()));
        }
        QVERIFY2(texts.contains(canvas_->tile(0)->peak_text(HeatmapTile::PeakText::value)),
                 qPrintable(texts.join(u'\n')));
        QVERIFY(texts.front().contains(QStringLiteral("…")));
    }

    void sides_have_combinations_of_their_own_and_boxes_of_their_own_phrase() {
        CanvasContent shown = content();
        shown.sides[0].combined = make_flat_layer(QStringLiteral("combined"), 0.5F);
        shown.sides[1].combined = make_flat_layer(QStringLiteral("combined"), 0.7F);
        canvas_->set_view(CanvasView::three_sides);
        for (const LayerKind kind : {LayerKind::combined, LayerKind::detector, LayerKind::truth})
            stack_->set_visible(kind, true);
        canvas_->set_content(shown);
        const auto combined = [this](std::size_t tile) {
            return layer_of(canvas_->figure().tiles[tile], LayerKind::combined)->map;
        };
        QCOMPARE(combined(0).highest, 0.5F);
        QCOMPARE(combined(1).highest, 0.7F);
        QVERIFY(combined(2).empty());
        const auto boxes = [this](std::size_t tile, LayerKind kind) {
            return layer_of(canvas_->figure().tiles[tile], kind)->boxes.size();
        };
        QCOMPARE(boxes(1, LayerKind::detector) + boxes(1, LayerKind::truth), std::size_t{2});
        shown.sides[1].other_phrase = true;
        canvas_->set_content(shown);
        QCOMPARE(boxes(0, LayerKind::detector) + boxes(0, LayerKind::truth), std::size_t{2});
        QCOMPARE(boxes(1, LayerKind::detector) + boxes(1, LayerKind::truth), std::size_t{0});
    }

    void sides_of_auto_limits_have_one_scale_a_bar_and_a_peak_each() {
        LayerStyle style = plain_style(1);
        style.limits = Limits::per_map;
        set_style(style);
        canvas_->set_view(CanvasView::sides);
        QCoreApplication::processEvents();
        const auto check = [](const TileFigure& tile, const QString& text) {
            QCOMPARE(tile.color_bar.range, (ValueRange{0.1F, 0.9F}));
            QCOMPARE(tile.color_bar.text(), text);
        };
        const QString low = QStringLiteral("same scale; values 0.10 to 0.10");
        const QString high = QStringLiteral("same scale; values 0.90 to 0.90");
        check(canvas_->figure().tiles[0], low);
        check(canvas_->figure().tiles[1], high);
        QVERIFY(is_close(color_at(0, {390, 10}), color(0)));
        QVERIFY(is_close(color_at(1, {390, 10}), color(1)));
        canvas_->set_side_layout(SideLayout::swiped);
        const HeatmapTile* const tile = canvas_->tile(0);
        QCOMPARE(tile->color_bar()->text(), low);
        QCOMPARE(tile->other_color_bar()->text(), high);
        QVERIFY(tile->other_color_bar()->isVisible());
        QVERIFY(tile->peak_text().contains(QStringLiteral("0.10")) &&
                tile->peak_text().contains(QStringLiteral("0.90")));
    }

    void a_narrow_tile_keeps_the_value_of_its_peak() {
        HeatmapTile* const tile = canvas_->tile(1);
        const auto shown = [tile] {
            for (const QLabel* const label : tile->findChildren<QLabel*>())
                if (label->toolTip().contains(QStringLiteral("highest value"))) return label;
            return static_cast<const QLabel*>(nullptr);
        };
        tile->resize(600, 300);
        QTRY_COMPARE(shown()->text(), tile->peak_text());
        tile->resize(120, 300);
        QTRY_COMPARE(shown()->text(), tile->peak_text(HeatmapTile::PeakText::word));
        QVERIFY(shown()->text().size() < tile->peak_text().size());
        QVERIFY(shown()->toolTip().contains(tile->peak_text()));
    }

    void divider_is_moved_by_mouse_and_by_keys() {
        canvas_->set_view(CanvasView::sides);
        canvas_->set_side_layout(SideLayout::swiped);
        QCoreApplication::processEvents();
        QVERIFY(canvas_->tile(1)->isHidden());
        QVERIFY(is_close(color_at(0, {100, 20}), color(0.1F)));
        QVERIFY(is_close(color_at(0, {300, 20}), color(0.9F)));
        // The exported figure is split where the screen is.
        QVERIFY(std::abs(canvas_->figure().tiles[0].divider - 0.5) < 0.01);
        const QPoint grip(view(0)->width() / 2, 100);
        const QPoint target = position_of(*canvas_, view(0), {350, 100}).toPoint();
        QTest::mousePress(view(0), Qt::LeftButton, {}, grip);
        QMouseEvent drag(QEvent::MouseMove, target, view(0)->mapToGlobal(QPointF(target)), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(view(0), &drag);
        QTest::mouseRelease(view(0), Qt::LeftButton, {}, target);
        QVERIFY(is_close(color_at(0, {300, 20}), color(0.1F)));
        QVERIFY(canvas_->viewport()->fits());
        const double before = view(0)->divider();
        for (int i = 0; i < 10; ++i) QTest::keyClick(view(0), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(view(0)->divider() < before - 0.15);
        QVERIFY(is_close(color_at(0, {300, 20}), color(0.9F)));
    }

    void detector_is_between_the_mean_and_the_combination() {
        canvas_->set_view(CanvasView::detector);
        QCoreApplication::processEvents();
        QCOMPARE(names(), (std::vector{QStringLiteral("mean"), QStringLiteral("detector"),
                                       QStringLiteral("combined")}));
        QVERIFY(is_close(color_at(1, {390, 10}), color(0.6F)));
        QVERIFY(is_close(color_at(2, {390, 10}), color(0.5F)));
        const CanvasFigure figure = canvas_->figure();
        QVERIFY(!layer_of(figure.tiles[0], LayerKind::detector));
        const FigureLayer* const detector = layer_of(figure.tiles[1], LayerKind::detector);
        QCOMPARE(detector->boxes.size(), std::size_t{1});
        QCOMPARE(detector->boxes[0].label, QStringLiteral("dog"));
        QVERIFY(std::abs(detector->boxes[0].score - 0.87F) < 1e-6F);
    }

    void double_click_enlarges_a_tile_and_restores_all() {
        canvas_->set_view(CanvasView::detector);
        QTest::mouseDClick(view(1), Qt::LeftButton);
        QCOMPARE(names(), std::vector{QStringLiteral("detector")});
        QTest::mouseDClick(view(1), Qt::LeftButton);
        QCOMPARE(canvas_->figure().tiles.size(), std::size_t{3});
    }

    void truth_and_peaks_follow_their_visibility() {
        QVERIFY(!layer_of(canvas_->figure().tiles[2], LayerKind::truth));
        stack_->set_visible(LayerKind::truth, true);
        stack_->set_visible(LayerKind::peak, true);
        const CanvasFigure figure = canvas_->figure();
        for (const TileFigure& tile : figure.tiles) {
            QCOMPARE(layer_of(tile, LayerKind::truth)->boxes[0].label, QStringLiteral("a dog"));
            QVERIFY(layer_of(tile, LayerKind::peak)->peak == tile.map.peak);
        }
        // A hidden map has no ring.
        stack_->set_visible(LayerKind::mean, false);
        QVERIFY(!layer_of(canvas_->figure().tiles[2], LayerKind::peak)->peak);
        QVERIFY(is_close(color_at(2, {390, 10}), ground_));
    }

    void all_maps_hide_and_show_at_once() {
        stack_->set_maps_shown(false);
        for (const std::size_t tile : {std::size_t{0}, std::size_t{1}, std::size_t{2}})
            QVERIFY(is_close(color_at(tile, {390, 10}), ground_));
        stack_->set_maps_shown(true);
        QVERIFY(is_close(color_at(0, {390, 10}), color(0.2F)));
    }

    void shared_limits_span_all_maps_shown_and_are_labeled() {
        LayerStyle style = stack_->style(LayerKind::mean);
        style.limits = Limits::shared;
        set_style(style);
        QVERIFY(is_close(color_at(0, {390, 10}), color(0)));
        QVERIFY(is_close(color_at(1, {390, 10}), color(1)));
        QVERIFY(is_close(color_at(2, {390, 10}), color(1.F / 3)));
        const QString text = canvas_->tile(2)->color_bar()->text();
        QCOMPARE(text, QStringLiteral("same scale; values 0.40 to 0.40"));
        // A single map uses its own range.
        canvas_->set_view(CanvasView::i2t);
        QCOMPARE(canvas_->figure().tiles[0].color_bar.range.low, 0.8F);
    }

    void custom_limits_are_used_and_labeled_unless_they_are_0_and_1() {
        LayerStyle style = stack_->style(LayerKind::mean);
        style.limits = Limits::typed;
        set_style(style);
        QVERIFY(canvas_->tile(0)->color_bar()->text().startsWith(QStringLiteral("0–1")));
        style.typed = {0.2F, 0.6F};
        set_style(style);
        QVERIFY(is_close(color_at(0, {390, 10}), color(0)));
        QVERIFY(is_close(color_at(2, {390, 10}), color(0.5F)));
        QVERIFY(is_close(color_at(1, {390, 10}), color(1)));
        QVERIFY(canvas_->tile(0)->color_bar()->text().startsWith(QStringLiteral("custom")));
    }

    void values_under_the_pointer_are_of_visible_layers() {
        const auto texts = [this] {
            QStringList result;
            for (const LayerValue& value : canvas_->values_at({10, 10}))
                result << QStringLiteral("%1 %2")
                              .arg(value.layer)
                              .arg(static_cast<double>(value.value), 0, 'f', 2);
            return result.join(QStringLiteral(", "));
        };
        QCOMPARE(texts(), QStringLiteral("GbS 0.20, i2t 0.80, mean 0.40"));
        canvas_->set_view(CanvasView::mean);
        QCOMPARE(texts(), QStringLiteral("mean 0.40"));
        canvas_->set_view(CanvasView::sides);
        QCOMPARE(texts(), QStringLiteral("model A mean 0.10, model B mean 0.90"));
        canvas_->set_view(CanvasView::detector);
        QCOMPARE(texts(), QStringLiteral("mean 0.40, detector 0.60, combined 0.50"));
    }

    void phrases_as_colors_have_their_own_legend_and_threshold() {
        CanvasContent many = content();
        many.phrases = {{QStringLiteral("the left"), QColor(Qt::red),
                         make_layer(QStringLiteral("mean"), {2, 1}, {.9F, .1F}, photo_)},
                        {QStringLiteral("the right"), QColor(Qt::blue),
                         make_layer(QStringLiteral("mean"), {2, 1}, {.1F, .7F}, photo_)}};
        canvas_->set_content(many);
        LayerStyle style = stack_->style(LayerKind::phrases);
        QCOMPARE(style.threshold.value(), 0.2F);
        style.opacity = 0.5;
        stack_->set_style(LayerKind::phrases, style);
        canvas_->set_view(CanvasView::phrases);
        QTRY_VERIFY(is_close(color_at(0, {20, 150}), mixed(Qt::red, ground_, 0.5)));
        QVERIFY(is_close(color_at(0, {380, 150}), mixed(Qt::blue, ground_, 0.5)));
        QCOMPARE(canvas_->tile(0)->legend()->text(), QStringLiteral("the left\nthe right"));
        QVERIFY(canvas_->tile(0)->legend()->isVisible() && canvas_->tile(0)->color_bar()->isHidden());
        QCOMPARE(canvas_->values_at({20, 150})[0].layer, QStringLiteral("the left"));
        QCOMPARE(canvas_->figure().tiles[0].legend.size(), std::size_t{2});
        style.threshold = 0.8F;
        stack_->set_style(LayerKind::phrases, style);
        QTRY_VERIFY(is_close(color_at(0, {380, 150}), ground_));
        QCOMPARE(canvas_->tile(0)->legend()->text(), QStringLiteral("the left"));
        // If no phrase reaches the threshold, the tile says so.
        style.threshold = 0.95F;
        stack_->set_style(LayerKind::phrases, style);
        QTRY_VERIFY(canvas_->figure().tiles[0].meaning.contains(QStringLiteral("0.95")));
    }

    void separated_photo_is_the_photo_times_the_map_and_the_rest() {
        CanvasContent made;
        made.layers.gbs = make_layer(QStringLiteral("GbS"), {2, 1}, {.9F, .1F}, photo_);
        canvas_->set_content(made);
        canvas_->set_view(CanvasView::separated);
        QCoreApplication::processEvents();
        QCOMPARE(names(), (std::vector{QStringLiteral("GbS · I"), QStringLiteral("(1 − GbS) · I")}));
        const auto times = [&](double share) {
            return QColor::fromRgbF(ground_.redF() * share, ground_.greenF() * share,
                                    ground_.blueF() * share);
        };
        QVERIFY(is_close(color_at(0, {20, 280}), times(0.9)));
        QVERIFY(is_close(color_at(0, {380, 280}), times(0.1)));
        QVERIFY(is_close(color_at(1, {20, 280}), times(0.1)));
        QVERIFY(is_close(color_at(1, {380, 280}), times(0.9)));
        QVERIFY(canvas_->tile(0)->color_bar()->isHidden());
        // A color scale does not change the product.
        LayerStyle style = plain_style();
        style.limits = Limits::per_map;
        style.threshold = 0.5F;
        stack_->set_style(LayerKind::gbs, style);
        QCoreApplication::processEvents();
        QVERIFY(is_close(color_at(0, {20, 280}), times(0.9)));
        QImage image(photo_, QImage::Format_RGB32);
        QPainter painter(&image);
        paint_tile(painter, canvas_->figure().tiles[1], QRectF(image.rect()));
        painter.end();
        QVERIFY(is_close(image.pixelColor(380, 280), times(0.9)));
    }

    void figure_matches_the_screen() {
        canvas_->set_view(CanvasView::mean);
        QCoreApplication::processEvents();
        QImage image(photo_, QImage::Format_RGB32);
        QPainter painter(&image);
        paint_tile(painter, canvas_->figure().tiles[0], QRectF(image.rect()));
        painter.end();
        QVERIFY(is_close(image.pixelColor(390, 10), color_at(2, {390, 10})));
    }

    void view_names_round_trip() {
        for (const CanvasViewRow& row : canvas_views)
            QCOMPARE(parse_canvas_view(QLatin1String(row.name)), row.view);
        QCOMPARE(parse_canvas_view(QStringLiteral("nonsense")), CanvasView::three_maps);
    }
};

QTEST_MAIN(CanvasViewsTest)
#include "canvas_views_test.moc"
