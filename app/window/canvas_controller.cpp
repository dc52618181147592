#include "app/window/canvas_controller.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QSettings>
#include <QToolBar>
#include <algorithm>
#include <cmath>

#include "app/window/main_window.h"

namespace gbs {

CanvasController::CanvasController(MainWindow& window)
    : QObject(&window),
      window_(window),
      explorer_(*window.explorer()),
      canvas_(window.canvas()),
      panel_(new DisplayPanel) {
    dock_ = window_.add_dock(QStringLiteral("display"), tr("Display"), panel_, Qt::RightDockWidgetArea);
    panel_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    build_actions();
    build_zoom();
    connect_canvas();
    restore();
    show_photo();
    show_layers();
}

void CanvasController::build_actions() {
    ActionRegistry* const actions = window_.actions_of_window();
    QMenu* const menu = window_.menu(MenuId::view);
    const auto key = [](QKeyCombination keys) { return QList<QKeySequence>{QKeySequence(keys)}; };
    views_ = {
        actions->add_toggle(menu, QStringLiteral("view.three_maps"), tr("&Three Maps"), true,
                            key(Qt::CTRL | Qt::Key_1), QStringLiteral("three-maps")),
        actions->add_toggle(menu, QStringLiteral("view.gbs"), tr("&GbS"), false, key(Qt::CTRL | Qt::Key_2),
                            {}, tr("The decoder's map alone")),
        actions->add_toggle(menu, QStringLiteral("view.i2t"), tr("&i2t"), false, key(Qt::CTRL | Qt::Key_3),
                            {}, tr("The map of image and text features alone")),
        actions->add_toggle(menu, QStringLiteral("view.mean"), tr("&Mean"), false, key(Qt::CTRL | Qt::Key_4),
                            {}, tr("The geometric mean of both maps alone"))};
    auto* const group = new QActionGroup(this);
    QToolBar* const bar = window_.tool_bar();
    bar->addSeparator();
    for (std::size_t i = 0; i < views_.size(); ++i) {
        group->addAction(views_[i]);
        bar->addAction(views_[i]);
        connect(views_[i], &QAction::triggered, this, [this, i] { set_view(static_cast<CanvasView>(i)); });
    }
    menu->addSeparator();
    show_maps_ = actions->add_toggle(menu, QStringLiteral("view.show_maps"), tr("&Show the Maps"), true,
                                     key(Qt::CTRL | Qt::Key_M), QStringLiteral("eye"),
                                     tr("Show or hide the maps over the photo"));
    bar->addSeparator();
    bar->addAction(show_maps_);
    window_.show_icon_only(show_maps_);
}

void CanvasController::build_zoom() {
    ActionRegistry* const actions = window_.actions_of_window();
    QMenu* const menu = window_.menu(MenuId::view);
    menu->addSeparator();
    QAction* const in =
        actions->add(menu, QStringLiteral("view.zoom_in"), tr("Zoom &In"),
                     {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
                     QStringLiteral("zoom-in"));
    QAction* const out = actions->add(menu, QStringLiteral("view.zoom_out"), tr("Zoom &Out"),
                                      {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, QStringLiteral("zoom-out"));
    QAction* const fit = actions->add(menu, QStringLiteral("view.fit"), tr("&Fit to Window"),
                                      {QKeySequence(Qt::CTRL | Qt::Key_0)}, QStringLiteral("fit"));
    QAction* const actual = actions->add(menu, QStringLiteral("view.actual_size"), tr("&Actual Size"),
                                         {QKeySequence(Qt::CTRL | Qt::Key_9)}, QStringLiteral("actual-size"),
                                         tr("100 %: one photo pixel on one screen pixel"));
    connect(in, &QAction::triggered, this, [this] { canvas_->zoom_by(1.25); });
    connect(out, &QAction::triggered, this, [this] { canvas_->zoom_by(0.8); });
    connect(fit, &QAction::triggered, this, [this] { canvas_->viewport()->fit(); });
    connect(actual, &QAction::triggered, this, [this] { canvas_->show_actual_size(); });
    zoom_ = new QLabel;
    zoom_->setAlignment(Qt::AlignCenter);
    zoom_->setMinimumWidth(zoom_->fontMetrics().horizontalAdvance(QStringLiteral("1000 %")) + 8);
    zoom_->setAccessibleName(tr("Zoom"));
    zoom_->setToolTip(tr("Screen pixels a photo pixel, in percent"));
    QToolBar* const bar = window_.tool_bar();
    bar->addSeparator();
    bar->addAction(out);
    bar->addWidget(zoom_);
    bar->addActions({in, fit, actual});
    for (QAction* const action : {out, in, fit, actual}) window_.show_icon_only(action);
}

void CanvasController::connect_canvas() {
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &CanvasController::show_photo);
    connect(&explorer_, &Explorer::layers_changed, this, &CanvasController::show_layers);
    connect(panel_, &DisplayPanel::style_changed, this, [this](const LayerStyle& style) {
        canvas_->set_style(style);
        show_maps_->setChecked(style.visible);
    });
    connect(show_maps_, &QAction::toggled, panel_->maps_shown(), &QCheckBox::setChecked);
    connect(panel_, &DisplayPanel::peaks_shown_changed, this, [this](bool shown) {
        canvas_->set_peaks_shown(shown);
        show_layers();
    });
    connect(canvas_, &HeatmapCanvas::view_requested, this, &CanvasController::set_view);
    connect(canvas_, &HeatmapCanvas::pixel_pointed, this, &CanvasController::show_values);
    // The tiles have their sizes only after the layout has run.
    connect(canvas_, &HeatmapCanvas::scale_changed, this, &CanvasController::show_zoom, Qt::QueuedConnection);
    connect(&window_, &MainWindow::saving, this, &CanvasController::save);
}

void CanvasController::restore() {
    const QSettings settings;
    LayerStyle style;
    style.opacity = settings.value(QStringLiteral("maps/opacity"), style.opacity).toDouble();
    style.color_map = color_map_of(settings.value(QStringLiteral("maps/color_map")).toString());
    style.limits = settings.value(QStringLiteral("maps/stretched")).toBool() ? Limits::per_map : Limits::unit;
    style.fade_low = settings.value(QStringLiteral("maps/fade_low"), style.fade_low).toBool();
    panel_->set_style(style);
    panel_->set_peaks_shown(settings.value(QStringLiteral("maps/peaks"), true).toBool());
    set_view(static_cast<CanvasView>(std::clamp(settings.value(QStringLiteral("view"), 0).toInt(), 0, 3)));
}

void CanvasController::save() const {
    QSettings settings;
    const LayerStyle style = panel_->style();
    settings.setValue(QStringLiteral("maps/opacity"), style.opacity);
    settings.setValue(QStringLiteral("maps/color_map"), color_map_name(style.color_map));
    settings.setValue(QStringLiteral("maps/stretched"), style.limits == Limits::per_map);
    settings.setValue(QStringLiteral("maps/fade_low"), style.fade_low);
    settings.setValue(QStringLiteral("maps/peaks"), panel_->peaks_shown());
    settings.setValue(QStringLiteral("view"), static_cast<int>(canvas_->view()));
}

void CanvasController::set_view(CanvasView view) {
    views_[static_cast<std::size_t>(view)]->setChecked(true);
    canvas_->set_view(view);
}

void CanvasController::show_photo() {
    canvas_->set_photo(explorer_.photo().pyramid);
    show_values({});
}

void CanvasController::show_layers() {
    const QString shown = explorer_.shown_phrase();
    const auto& items = explorer_.phrases()->items();
    const int row = explorer_.phrases()->row_of(shown);
    const bool hidden = explorer_.glance().isEmpty() && row >= 0 && items[row].hidden;
    const PhraseLayers* const layers = hidden ? nullptr : explorer_.layers(shown);
    if (layers)
        canvas_->set_layers(*layers);
    else
        canvas_->clear_layers();
    std::array<std::vector<PeakMark>, HeatmapCanvas::tile_count> marks;
    for (const PhraseItem& item : items) {
        const PhraseLayers* const other = explorer_.layers(item.text);
        if (item.hidden || item.text == shown || !other || !panel_->peaks_shown()) continue;
        marks[0].push_back({other->gbs.peak, item.color});
        marks[1].push_back({other->i2t.peak, item.color});
        marks[2].push_back({other->mean.peak, item.color});
    }
    canvas_->set_marks(marks);
    show_values(pointed_);
}

void CanvasController::show_values(std::optional<QPoint> pixel) {
    pointed_ = pixel;
    if (!pixel || explorer_.photo().empty()) return window_.status_line()->set_values({});
    QString text = tr("x %1  y %2").arg(pixel->x()).arg(pixel->y());
    for (std::size_t i = 0; i < HeatmapCanvas::tile_count; ++i) {
        const HeatmapLayer& layer = canvas_->tile(i)->layer();
        if (!layer.empty())
            text +=
                QStringLiteral("   %1 %2")
                    .arg(layer.name)
                    .arg(static_cast<double>(value_at(layer, explorer_.photo().size(), *pixel)), 0, 'f', 3);
    }
    window_.status_line()->set_values(text);
}

void CanvasController::show_zoom() {
    zoom_->setText(canvas_->has_photo()
                       ? tr("%1 %").arg(std::lround(canvas_->scale() * canvas_->devicePixelRatioF() * 100))
                       : QString());
}

}  // namespace gbs
