#include "app/window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QTimer>
#include <algorithm>
#include <cmath>

#include "app/window/sample_phrases.h"
#include "core/paths.h"

namespace gbs {

namespace {

QStringList local_paths(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

}  // namespace

MainWindow::MainWindow(GrounderFactory factory, QWidget* parent)
    : QMainWindow(parent),
      log_(new LogPanel),
      explorer_(std::move(factory)),
      thumbnails_(ImageListModel::thumbnail_size, qGuiApp->devicePixelRatio()),
      actions_(this) {
    setWindowTitle(tr("GbS Explorer"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    resize(1440, 860);
    build_center();
    build_docks();
    build_menus();
    build_tool_bar();
    connect_actions();
    connect_explorer();
    connect_panels();
    restore();
    status_->set_activity(tr("Loading the model…"));
    phrase_panel_->focus_edit();
}

MainWindow::~MainWindow() {
    // The panels go before the models that they show. The log stays until the workers have ended.
    for (QDockWidget* const dock : {images_dock_, phrases_dock_, display_dock_}) delete dock;
}

void MainWindow::connect_actions() {
    const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
    on(actions_.open_image, [this] { open_image_dialog(); });
    on(actions_.open_folder, [this] { open_folder_dialog(); });
    on(actions_.open_samples, [this] { explorer_.open({sample_folder()}); });
    on(actions_.quit, [this] { close(); });
    on(actions_.previous_image, [this] { step_image(-1); });
    on(actions_.next_image, [this] { step_image(1); });
    on(actions_.edit_phrase, [this] {
        phrases_dock_->show();
        phrases_dock_->raise();
        phrase_panel_->focus_edit();
    });
    on(actions_.previous_phrase, [this] { step_phrase(-1); });
    on(actions_.next_phrase, [this] { step_phrase(1); });
    on(actions_.hide_phrase, [this] {
        const int row = explorer_.current_row();
        if (row >= 0) explorer_.phrases()->set_hidden(row, !explorer_.phrases()->items()[row].hidden);
    });
    on(actions_.remove_phrase, [this] { explorer_.remove_phrase(explorer_.current_row()); });
    for (std::size_t i = 0; i < actions_.view.size(); ++i)
        on(actions_.view[i], [this, i] { set_view(static_cast<CanvasView>(i)); });
    on(actions_.zoom_in, [this] { canvas_->zoom_by(1.25); });
    on(actions_.zoom_out, [this] { canvas_->zoom_by(0.8); });
    on(actions_.fit, [this] { canvas_->viewport()->fit(); });
    on(actions_.actual_size, [this] { canvas_->show_actual_size(); });
    for (std::size_t i = 0; i < actions_.theme.size(); ++i)
        on(actions_.theme[i], [this, i] { set_theme(static_cast<Theme>(i)); });
    on(actions_.about, [this] { show_about(); });
}

void MainWindow::connect_explorer() {
    connect(&explorer_, &Explorer::images_found, this, [this](const QStringList& images) {
        thumbnails_.forget_waiting();
        images_.set_paths(images);
        image_panel_->set_current(explorer_.photo().path);
    });
    connect(&explorer_, &Explorer::photo_shown, this, &MainWindow::show_photo);
    connect(&explorer_, &Explorer::photo_failed, this, [this](const QString& path) {
        images_.set_broken(path, true);
        image_panel_->set_current(explorer_.photo().path);
    });
    connect(&explorer_, &Explorer::current_phrase_changed, phrase_panel_, &PhrasePanel::set_current_row);
    connect(&explorer_, &Explorer::layers_changed, this, &MainWindow::show_layers);
    connect(&explorer_, &Explorer::model_ready, this, [this](const ModelInfo& info) {
        status_->set_model(info);
        device_text_ = QString::fromStdString(info.device + (info.device_reason.empty() ? "" : ": ") +
                                              info.device_reason);
        log_->add_message(Severity::info,
                          tr("Model %1 on %2").arg(QString::fromStdString(info.name), device_text_));
    });
    connect(&explorer_, &Explorer::activity_changed, status_, &StatusLine::set_activity);
    connect(&explorer_, &Explorer::times_changed, status_, &StatusLine::set_times);
    connect(&explorer_, &Explorer::message, this, &MainWindow::show_message);
}

void MainWindow::connect_panels() {
    connect(image_panel_, &ImageListPanel::image_requested, &explorer_, &Explorer::show_image);
    connect(&images_, &ImageListModel::thumbnail_wanted, &thumbnails_, &ThumbnailLoader::request);
    connect(&thumbnails_, &ThumbnailLoader::ready, &images_, &ImageListModel::set_thumbnail);
    connect(&thumbnails_, &ThumbnailLoader::dropped, &images_, &ImageListModel::forget_wish);
    connect(phrase_panel_, &PhrasePanel::phrase_entered, &explorer_, &Explorer::add_phrase);
    connect(phrase_panel_, &PhrasePanel::phrase_entered, phrase_panel_->edit(), &QLineEdit::selectAll);
    connect(phrase_panel_, &PhrasePanel::current_changed, &explorer_, &Explorer::set_current_phrase);
    connect(phrase_panel_, &PhrasePanel::remove_requested, &explorer_, &Explorer::remove_phrase);
    connect(explorer_.phrases(), &PhraseModel::hidden_changed, this, &MainWindow::show_layers);
    connect(display_panel_, &DisplayPanel::style_changed, this, [this](const LayerStyle& style) {
        canvas_->set_style(style);
        actions_.show_maps->setChecked(style.visible);
    });
    connect(actions_.show_maps, &QAction::toggled, display_panel_->maps_shown(), &QCheckBox::setChecked);
    connect(display_panel_, &DisplayPanel::peaks_shown_changed, this, [this](bool shown) {
        canvas_->set_peaks_shown(shown);
        show_layers();
    });
    connect(canvas_, &HeatmapCanvas::view_requested, this, &MainWindow::set_view);
    connect(canvas_, &HeatmapCanvas::pixel_pointed, this, &MainWindow::show_values);
    // The tiles have their sizes only after the layout has run.
    connect(canvas_, &HeatmapCanvas::scale_changed, this, &MainWindow::show_zoom, Qt::QueuedConnection);
}

void MainWindow::restore() {
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray());
    LayerStyle style;
    style.opacity = settings.value(QStringLiteral("maps/opacity"), style.opacity).toDouble();
    style.color_map = color_map_of(settings.value(QStringLiteral("maps/color_map")).toString());
    style.limits = settings.value(QStringLiteral("maps/stretched")).toBool() ? Limits::per_map : Limits::unit;
    style.fade_low = settings.value(QStringLiteral("maps/fade_low"), style.fade_low).toBool();
    display_panel_->set_style(style);
    display_panel_->set_peaks_shown(settings.value(QStringLiteral("maps/peaks"), true).toBool());
    set_view(static_cast<CanvasView>(std::clamp(settings.value(QStringLiteral("view"), 0).toInt(), 0, 3)));
    set_theme(theme_of(settings.value(QStringLiteral("theme")).toString()));
}

void MainWindow::save() const {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState());
    const LayerStyle style = display_panel_->style();
    settings.setValue(QStringLiteral("maps/opacity"), style.opacity);
    settings.setValue(QStringLiteral("maps/color_map"), color_map_name(style.color_map));
    settings.setValue(QStringLiteral("maps/stretched"), style.limits == Limits::per_map);
    settings.setValue(QStringLiteral("maps/fade_low"), style.fade_low);
    settings.setValue(QStringLiteral("maps/peaks"), display_panel_->peaks_shown());
    settings.setValue(QStringLiteral("view"), static_cast<int>(canvas_->view()));
    settings.setValue(QStringLiteral("theme"), theme_name(theme_));
}

void MainWindow::set_theme(Theme theme) {
    theme_ = theme;
    actions_.theme[static_cast<std::size_t>(theme)]->setChecked(true);
    apply_theme(theme);
}

void MainWindow::open_image_dialog() {
    const QString start = QFileInfo(explorer_.photo().path).absolutePath();
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open photos"), start,
        tr("Images (%1);;All files (*)")
            .arg(QStringLiteral("*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.gif *.JPG *.JPEG *.PNG")));
    if (!files.isEmpty()) explorer_.open(files);
}

void MainWindow::open_folder_dialog() {
    const QString start = QFileInfo(explorer_.photo().path).absolutePath();
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder of photos"), start);
    if (!folder.isEmpty()) explorer_.open({folder});
}

void MainWindow::step_image(int step) {
    const QModelIndex current = image_panel_->list()->currentIndex();
    const QString from =
        current.isValid() ? current.data(ImageListModel::PathRole).toString() : explorer_.photo().path;
    const QString next = image_panel_->neighbour(from, step);
    if (!next.isEmpty()) image_panel_->list()->setCurrentIndex(image_panel_->index_of(next));
}

void MainWindow::step_phrase(int step) {
    const int row = explorer_.current_row() + step;
    if (row >= 0 && row < explorer_.phrases()->rowCount()) explorer_.set_current_phrase(row);
}

void MainWindow::set_view(CanvasView view) {
    actions_.view[static_cast<std::size_t>(view)]->setChecked(true);
    canvas_->set_view(view);
}

void MainWindow::show_photo(const Photo& photo) {
    canvas_->set_photo(photo.pyramid);
    images_.set_broken(photo.path, false);
    image_panel_->set_current(photo.path);
    const QFileInfo file(photo.path);
    setWindowTitle(tr("%1 (%2 × %3) – GbS Explorer")
                       .arg(file.fileName())
                       .arg(photo.size().width())
                       .arg(photo.size().height()));
    setWindowFilePath(photo.path);
    phrase_panel_->set_suggestions(sample_phrases(photo.path));
    show_values({});
}

void MainWindow::show_layers() {
    const QString current = explorer_.current_phrase();
    const auto& items = explorer_.phrases()->items();
    const int row = explorer_.current_row();
    const PhraseLayers* const layers = row >= 0 && !items[row].hidden ? explorer_.layers(current) : nullptr;
    if (layers)
        canvas_->set_layers(*layers);
    else
        canvas_->clear_layers();
    std::array<std::vector<PeakMark>, HeatmapCanvas::tile_count> marks;
    for (const PhraseItem& item : items) {
        const PhraseLayers* const other = explorer_.layers(item.text);
        if (item.hidden || item.text == current || !other || !display_panel_->peaks_shown()) continue;
        marks[0].push_back({other->gbs.peak, item.color});
        marks[1].push_back({other->i2t.peak, item.color});
        marks[2].push_back({other->mean.peak, item.color});
    }
    canvas_->set_marks(marks);
    show_values(pointed_);
}

void MainWindow::show_values(std::optional<QPoint> pixel) {
    pointed_ = pixel;
    if (!pixel || explorer_.photo().empty()) return status_->set_values({});
    QString text = tr("x %1  y %2").arg(pixel->x()).arg(pixel->y());
    for (std::size_t i = 0; i < HeatmapCanvas::tile_count; ++i) {
        const HeatmapLayer& layer = canvas_->tile(i)->layer();
        if (!layer.empty())
            text +=
                QStringLiteral("   %1 %2")
                    .arg(layer.name)
                    .arg(static_cast<double>(value_at(layer, explorer_.photo().size(), *pixel)), 0, 'f', 3);
    }
    status_->set_values(text);
}

void MainWindow::show_zoom() {
    zoom_->setText(canvas_->has_photo()
                       ? tr("%1 %").arg(std::lround(canvas_->scale() * canvas_->devicePixelRatioF() * 100))
                       : QString());
}

void MainWindow::show_message(Severity severity, const QString& text) {
    message_bar_->show_message(severity, text);
    log_->add_message(severity, text);
}

void MainWindow::show_about() {
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About GbS Explorer"));
    box->setText(tr("<h3>GbS Explorer %1</h3>").arg(QString::fromStdString(program_version())));
    box->setInformativeText(
        tr("See where a phrase lies in a photo, learned from photos and captions alone.\n\n"
           "Qt %1\nDevice %2\n\nFree software, GPL-3.0-or-later.")
            .arg(QString::fromLatin1(qVersion()), device_text_.isEmpty() ? tr("none yet") : device_text_));
    box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!local_paths(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = local_paths(event->mimeData());
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    explorer_.open(paths);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    save();
    event->accept();
}

}  // namespace gbs
