// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/canvas_controller.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QSettings>
#include <QToolBar>
#include <cmath>

#include "app/base/convert.h"
#include "app/frame/main_window.h"
#include "widgets/maps/value_text.h"

namespace gbs::app {

namespace {

QList<QKeySequence> key(QKeyCombination keys) {
    return {QKeySequence(keys)};
}

}  // namespace

CanvasController::CanvasController(MainWindow& window)
    : QObject(&window),
      window_(window),
      explorer_(*window.explorer()),
      canvas_(window.canvas()),
      stack_(canvas_->stack()),
      panel_(new widgets::LayerPanel(stack_)) {
    dock_ = window_.add_dock(QStringLiteral("layers"), tr("Layers"), panel_);
    build_view_actions();
    build_limit_actions();
    build_side_actions();
    build_zoom();
    connect_canvas();
    restore();
    show_photo();
    show_content();
}

void CanvasController::build_view_actions() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const menu = window_.menu(MenuId::view);
    const auto translate = [](const char* text) {
        return *text ? QCoreApplication::translate("gbs::widgets::CanvasView", text) : QString();
    };
    for (const widgets::CanvasViewRow& row : widgets::canvas_views)
        views_[static_cast<std::size_t>(row.view)] = actions->add_toggle(
            menu, QLatin1String(row.id), translate(row.text), row.view == widgets::canvas_views[0].view,
            row.digit ? QList{QKeySequence(QStringLiteral("Ctrl+Shift+%1").arg(QLatin1Char(row.digit)))}
                      : QList<QKeySequence>(),
            QLatin1String(row.icon), translate(row.tip));
    auto* const group = new QActionGroup(this);
    QToolBar* const bar = window_.tool_bar();
    bar->addSeparator();
    for (std::size_t i = 0; i < views_.size(); ++i) {
        group->addAction(views_[i]);
        bar->addAction(views_[i]);
        if (!views_[i]->icon().isNull()) window_.show_icon_only(views_[i]);
        connect(views_[i], &QAction::triggered, this,
                [this, i] { set_view(static_cast<widgets::CanvasView>(i)); });
    }
    menu->addSeparator();
    show_maps_ = actions->add_toggle(menu, QStringLiteral("view.show_maps"), tr("&Show the Maps"), true,
                                     key(Qt::CTRL | Qt::Key_M), QStringLiteral("eye"),
                                     tr("Show or hide the maps on the photo"));
    bar->addSeparator();
    bar->addAction(show_maps_);
    window_.show_icon_only(show_maps_);
}

/// One switch for the limits of all maps.
void CanvasController::build_limit_actions() {
    struct Choice {
        widgets::Limits limits;
        const char* id;
        QString text, tip;
        Qt::Key key;
    };
    const Choice choices[] = {
        {widgets::Limits::per_map, "view.limits_auto", tr("A&uto"),
         tr("The colors span the values of each map"), Qt::Key_1},
        {widgets::Limits::shared, "view.limits_shared", tr("Sa&me Scale"),
         tr("The colors span the values of all maps shown, the same for each"), Qt::Key_2},
        {widgets::Limits::unit, "view.limits_unit", tr("0–1"), tr("The colors span 0 to 1 in every photo"),
         Qt::Key_3}};
    QMenu* const menu = window_.menu(MenuId::view);
    auto* const group = new QActionGroup(this);
    menu->addSeparator();
    window_.tool_bar()->addSeparator();
    for (std::size_t i = 0; i < limits_.size(); ++i) {
        const Choice& choice = choices[i];
        limits_[i] = {choice.limits, window_.action_registry()->add_toggle(
                                         menu, QLatin1String(choice.id), choice.text, false,
                                         key(Qt::CTRL | Qt::ALT | choice.key), {}, choice.tip)};
        group->addAction(limits_[i].second);
        window_.tool_bar()->addAction(limits_[i].second);
        connect(limits_[i].second, &QAction::triggered, this,
                [this, limits = choice.limits] { stack_->set_limits(limits); });
    }
    menu->addSeparator();
    connect(stack_, &widgets::LayerStack::changed, this, &CanvasController::show_limits);
    show_limits();
}

void CanvasController::show_limits() {
    // With custom limits none is checked.
    for (const auto& [limits, action] : limits_) action->setChecked(stack_->look().limits == limits);
}

void CanvasController::build_side_actions() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const menu = window_.menu(MenuId::view);
    swipe_ = actions->add_toggle(menu, QStringLiteral("view.swipe"), tr("S&wipe between A and B"), false,
                                 key(Qt::CTRL | Qt::SHIFT | Qt::Key_B), {},
                                 tr("A and B in one tile with a divider to drag"));
    stop_comparing_ = actions->add(menu, QStringLiteral("view.stop_comparing"), tr("Stop Compa&ring"),
                                   key(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    connect(stop_comparing_, &QAction::triggered, &explorer_, &Explorer::stop_comparing);
    stop_comparing_->setEnabled(explorer_.other_side() != Explorer::OtherSide::none);
    connect(swipe_, &QAction::toggled, this, [this](bool on) {
        canvas_->set_side_layout(on ? widgets::SideLayout::swiped : widgets::SideLayout::beside);
        if (on && !widgets::compares_sides(canvas_->view())) set_view(widgets::CanvasView::sides);
    });
}

void CanvasController::build_zoom() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const menu = window_.menu(MenuId::view);
    menu->addSeparator();
    QAction* const in =
        actions->add(menu, QStringLiteral("view.zoom_in"), tr("&Zoom In"),
                     {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
                     QStringLiteral("zoom-in"));
    QAction* const out = actions->add(menu, QStringLiteral("view.zoom_out"), tr("Zoom &Out"),
                                      key(Qt::CTRL | Qt::Key_Minus), QStringLiteral("zoom-out"));
    QAction* const fit = actions->add(menu, QStringLiteral("view.fit"), tr("&Fit to Window"),
                                      key(Qt::CTRL | Qt::Key_0), QStringLiteral("fit"));
    QAction* const actual =
        actions->add(menu, QStringLiteral("view.actual_size"), tr("&Actual Size"), key(Qt::CTRL | Qt::Key_9),
                     QStringLiteral("actual-size"), tr("100 %: one photo pixel on one screen pixel"));
    keep_zoom_ =
        actions->add_toggle(menu, QStringLiteral("view.keep_zoom"), tr("&Keep Zoom between Photos"), false,
                            {}, {}, tr("If off, photos of a different size are fitted to the window"));
    connect(in, &QAction::triggered, this, [this] { canvas_->zoom_by(1.25); });
    connect(out, &QAction::triggered, this, [this] { canvas_->zoom_by(0.8); });
    connect(fit, &QAction::triggered, this, [this] { canvas_->viewport()->fit(); });
    connect(actual, &QAction::triggered, this, [this] { canvas_->show_actual_size(); });
    connect(keep_zoom_, &QAction::toggled, this,
            [this](bool on) { canvas_->viewport()->set_keeps_zoom(on); });
    zoom_ = new QLabel;
    zoom_->setAlignment(Qt::AlignCenter);
    zoom_->setMinimumWidth(zoom_->fontMetrics().horizontalAdvance(QStringLiteral("1000 %")) + 8);
    zoom_->setToolTip(tr("Screen pixels per photo pixel, in percent"));
    QToolBar* const bar = window_.tool_bar();
    bar->addSeparator();
    bar->addAction(out);
    bar->addWidget(zoom_);
    bar->addActions({in, fit, actual});
    for (QAction* const action : {out, in, fit, actual}) window_.show_icon_only(action);
}

void CanvasController::connect_canvas() {
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &CanvasController::show_photo);
    connect(&explorer_, &Explorer::layers_changed, this, &CanvasController::show_content);
    connect(&explorer_, &Explorer::other_side_changed, this, &CanvasController::show_other_side);
    connect(explorer_.detector(), &DetectorSource::opened, this, [this] {
        if (!shows_detector()) set_view(widgets::CanvasView::detector);
    });
    connect(show_maps_, &QAction::toggled, stack_, &widgets::LayerStack::set_maps_shown);
    connect(canvas_, &widgets::HeatmapCanvas::view_requested, this, &CanvasController::set_view);
    connect(canvas_, &widgets::HeatmapCanvas::pixel_pointed, this, &CanvasController::show_values);
    // Queued: the tiles get their sizes when the layout runs.
    connect(canvas_, &widgets::HeatmapCanvas::scale_changed, this, &CanvasController::show_zoom,
            Qt::QueuedConnection);
    connect(&window_, &MainWindow::saving, this, &CanvasController::save);
}

void CanvasController::restore() {
    const QSettings settings;
    stack_->restore(settings.value(QStringLiteral("canvas/layers")).toMap());
    other_side_ = other_side_now();
    const QString view = settings.value(QStringLiteral("canvas/view")).toString();
    views_[static_cast<std::size_t>(widgets::parse_canvas_view(view))]->setChecked(true);
    canvas_->set_view(widgets::parse_canvas_view(view));
    const QSignalBlocker blocker(swipe_);  // it would switch to the view A|B
    swipe_->setChecked(settings.value(QStringLiteral("canvas/swipe")).toBool());
    canvas_->set_side_layout(swipe_->isChecked() ? widgets::SideLayout::swiped : widgets::SideLayout::beside);
}

void CanvasController::save() const {
    QSettings settings;
    settings.setValue(QStringLiteral("canvas/layers"), stack_->to_map());
    settings.setValue(QStringLiteral("canvas/view"), QLatin1String(widgets::find_row(canvas_->view()).name));
    settings.setValue(QStringLiteral("canvas/swipe"), swipe_->isChecked());
}

void CanvasController::set_view(widgets::CanvasView view) {
    views_[static_cast<std::size_t>(view)]->setChecked(true);
    canvas_->set_view(view);
    if (widgets::compares_sides(view)) choose_other_side();
    if (view == widgets::CanvasView::detector && !explorer_.detector()->is_open())
        window_.show_message(
            widgets::Severity::info,
            tr("Open a file of detector boxes (File menu) or run a detector (Model menu) to see "
               "its boxes here."));
    if (view == widgets::CanvasView::phrases)
        panel_->set_current(widgets::LayerKind::phrases);
    else if (panel_->current() == widgets::LayerKind::phrases)
        panel_->set_current(widgets::LayerKind::mean);
    show_content();
}

void CanvasController::set_drawn_truth(const std::vector<widgets::CanvasBox>& boxes,
                                       const std::vector<QPoint>& points) {
    drawn_boxes_ = boxes;
    drawn_points_ = points;
    show_content();
}

void CanvasController::show_photo() {
    canvas_->set_photo(explorer_.photo().pyramid);
    show_values({});
}

void CanvasController::show_content() {
    widgets::CanvasContent content;
    const QString shown = explorer_.shown_phrase();
    const auto& items = explorer_.phrases()->items();
    const int row = explorer_.phrases()->find_row(shown);
    const bool hidden = explorer_.glance().isEmpty() && row >= 0 && items[row].hidden;
    if (const widgets::PhraseLayers* const layers = hidden ? nullptr : explorer_.layers(shown))
        content.layers = *layers;
    content.phrase = shown;
    fill_peaks(content);
    if (!hidden) fill_detector(content);
    fill_sides(content);
    fill_phrases(content);
    content.truth_boxes = explorer_.truth()->boxes(explorer_.photo(), shown);
    content.drawn_boxes = drawn_boxes_;
    content.drawn_points = drawn_points_;
    canvas_->set_content(content);
    panel_->set_maps({content.layers.gbs, content.layers.i2t, content.layers.mean});
    show_values(pointed_);
}

void CanvasController::fill_peaks(widgets::CanvasContent& content) const {
    if (scored_)
        for (std::vector<widgets::PeakMark>& marks : content.marks) marks.push_back(*scored_);
    const auto& items = explorer_.phrases()->items();
    for (int row = 0; row < items.size(); ++row) {
        const widgets::PhraseItem& item = items[row];
        if (item.text == content.phrase || (item.text != hovered_ && !pinned_.contains(item.text))) continue;
        const widgets::PhraseLayers* const other = item.hidden ? nullptr : explorer_.layers(item.text);
        if (!other) continue;
        const QString letter = widgets::PhraseModel::letter(row);
        if (!other->gbs.empty()) content.marks[0].push_back({other->gbs.peak, item.color, letter});
        content.marks[1].push_back({other->i2t.peak, item.color, letter});
        content.marks[2].push_back({other->mean.peak, item.color, letter});
    }
}

void CanvasController::set_scored_peak(std::optional<QPoint> peak, bool hit) {
    if (!peak && !scored_) return;
    scored_.reset();
    // Green and orange of the palette of Okabe and Ito, as in the list of photos.
    if (peak)
        scored_ = widgets::PeakMark{*peak, hit ? QColor(0x00, 0x80, 0x5d) : QColor(0xc4, 0x4f, 0x00),
                                    hit ? QStringLiteral("✓") : QStringLiteral("✗")};
    show_content();
}

void CanvasController::set_hovered_phrase(const QString& phrase) {
    if (phrase == hovered_) return;
    hovered_ = phrase;
    show_content();
}

void CanvasController::toggle_pin(const QString& phrase) {
    if (phrase.isEmpty()) return;
    if (!pinned_.remove(phrase)) pinned_.insert(phrase);
    show_content();
}

void CanvasController::fill_sides(widgets::CanvasContent& content) const {
    const Explorer::OtherSide other = explorer_.other_side();
    const ModelSlot* const a = explorer_.model();
    const ModelSlot* const b = other == Explorer::OtherSide::model ? explorer_.other_model() : nullptr;
    const auto name_of = [](const ModelSlot* model, const ModelSlot* beside) {
        return model && model->info() ? model->name_beside(beside) : tr("no model yet");
    };
    const DetectorSource& detector = *explorer_.detector();
    const bool compares_methods =
        other == Explorer::OtherSide::model || (other == Explorer::OtherSide::none && detector.is_open());
    std::vector<widgets::CanvasSide>& sides = content.sides;
    sides.push_back({.title = compares_methods ? name_of(a, b) : explorer_.shown_phrase(),
                     .layers = content.layers,
                     .combined = content.combined});
    if (other != Explorer::OtherSide::none) {
        widgets::CanvasSide side{.title = compares_methods ? name_of(b, a) : explorer_.other_phrase(),
                                 .other_phrase = other == Explorer::OtherSide::phrase};
        if (const widgets::PhraseLayers* const layers = explorer_.other_layers()) side.layers = *layers;
        const auto& combined = detector.maps().combined;
        if (b && combined.size() > 1) side.combined = combined[1];
        sides.push_back(std::move(side));
    }
    // Another method, with the same look.
    if (detector.is_open())
        sides.push_back({.title = detector.name(), .map = content.detector, .note = content.detector_note});
    if (sides.size() == 1) sides.push_back({.title = tr("nothing to compare with yet")});
}

void CanvasController::fill_phrases(widgets::CanvasContent& content) const {
    const auto& items = explorer_.phrases()->items();
    for (int row = 0; row < items.size(); ++row) {
        const widgets::PhraseItem& item = items[row];
        const widgets::PhraseLayers* const layers = item.hidden ? nullptr : explorer_.layers(item.text);
        if (layers)
            content.phrases.push_back(
                {item.text, item.color, layers->mean, widgets::PhraseModel::letter(row)});
    }
}

void CanvasController::fill_detector(widgets::CanvasContent& content) {
    DetectorSource* const detector = explorer_.detector();
    if (!detector->is_open()) return;
    std::vector<widgets::HeatmapLayer> means{content.layers.mean};
    if (explorer_.other_side() == Explorer::OtherSide::model)
        if (const widgets::PhraseLayers* const b = explorer_.other_layers()) means.push_back(b->mean);
    detector->request(explorer_.photo(), explorer_.shown_phrase(), means);
    const DetectorMaps& maps = detector->maps();
    content.detector = maps.detector;
    if (!maps.combined.empty()) content.combined = maps.combined.front();
    content.detector_boxes = maps.boxes;
    content.detector_note = detector->note();
}

std::pair<Explorer::OtherSide, QString> CanvasController::other_side_now() const {
    const Explorer::OtherSide side = explorer_.other_side();
    return {side, side == Explorer::OtherSide::phrase ? explorer_.other_phrase() : QString()};
}

void CanvasController::show_other_side() {
    stop_comparing_->setEnabled(explorer_.other_side() != Explorer::OtherSide::none);
    // Emitted twice for a second model: when it is requested and when it is loaded.
    const auto now = other_side_now();
    if (now == other_side_) return;
    other_side_ = now;
    if (now.first != Explorer::OtherSide::none && !widgets::compares_sides(canvas_->view()))
        set_view(widgets::CanvasView::sides);
}

bool CanvasController::shows_detector() const {
    const std::size_t place = explorer_.other_side() == Explorer::OtherSide::none ? 1 : 2;
    return place < widgets::find_row(canvas_->view()).sides;
}

void CanvasController::choose_other_side() {
    const bool detector = explorer_.detector()->is_open();
    if (explorer_.other_side() == Explorer::OtherSide::none && !detector) compare_with_listed_phrase();
    const bool other = explorer_.other_side() != Explorer::OtherSide::none;
    if (!other && !detector)
        return window_.show_message(
            widgets::Severity::info,
            tr("Add another phrase to compare with, or choose a model to compare with in the "
               "Model menu."));
    if (canvas_->view() != widgets::CanvasView::three_sides || (other && detector)) return;
    window_.show_message(widgets::Severity::info,
                         detector ? tr("There is no C yet: choose a second model in the Model menu.")
                                  : tr("There is no C yet: run a detector or another method (Model menu), or "
                                       "open a file of detector boxes (File menu)."));
}

void CanvasController::compare_with_listed_phrase() {
    for (const widgets::PhraseItem& item : explorer_.phrases()->items())
        if (item.text != explorer_.shown_phrase() && !item.hidden)
            return explorer_.compare_with_phrase(item.text);
}

void CanvasController::show_values(std::optional<QPoint> pixel) {
    pointed_ = pixel;
    if (!pixel || explorer_.photo().empty()) return window_.status_line()->set_values({});
    QString text = tr("x %1  y %2").arg(pixel->x()).arg(pixel->y());
    for (const widgets::LayerValue& value : canvas_->values_at(*pixel))
        text += QStringLiteral("   %1 %2").arg(value.layer, widgets::value_text(value.value, QLocale(), 3));
    window_.status_line()->set_values(text);
}

void CanvasController::show_zoom() {
    zoom_->setText(canvas_->has_photo()
                       ? tr("%1 %").arg(std::lround(canvas_->scale() * canvas_->devicePixelRatioF() * 100))
                       : QString());
}

}  // namespace gbs::app
