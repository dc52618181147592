// How the window is laid out: docks, menus, tool bar. What it does is in main_window.cpp.
#include <QDockWidget>
#include <QMenuBar>
#include <QScrollArea>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/window/main_window.h"

namespace gbs {

namespace {

QDockWidget* make_dock(QMainWindow* window, const QString& name, const QString& title, QWidget* content) {
    auto* const dock = new QDockWidget(title, window);
    dock->setObjectName(name);
    dock->setWidget(content);
    return dock;
}

QFrame* make_line(QFrame::Shape shape) {
    auto* const line = new QFrame;
    line->setFrameShape(shape);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

}  // namespace

void MainWindow::build_center() {
    message_bar_ = new MessageBar;
    canvas_ = new HeatmapCanvas;
    auto* const center = new QWidget;
    auto* const layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(message_bar_);
    layout->addWidget(canvas_, 1);
    layout->addWidget(make_line(QFrame::HLine));
    setCentralWidget(center);
    status_ = new StatusLine;
    setStatusBar(status_);
}

void MainWindow::build_docks() {
    image_panel_ = new ImageListPanel(&images_);
    phrase_panel_ = new PhrasePanel(explorer_.phrases());
    display_panel_ = new DisplayPanel;
    images_dock_ = make_dock(this, QStringLiteral("images"), tr("Photos"), image_panel_);
    phrases_dock_ = make_dock(this, QStringLiteral("phrases"), tr("Phrases"), phrase_panel_);
    display_dock_ = make_dock(this, QStringLiteral("display"), tr("Maps"), display_panel_);
    log_dock_ = make_dock(this, QStringLiteral("log"), tr("Log"), log_);
    addDockWidget(Qt::LeftDockWidgetArea, images_dock_);
    addDockWidget(Qt::RightDockWidgetArea, phrases_dock_);
    addDockWidget(Qt::RightDockWidgetArea, display_dock_);
    addDockWidget(Qt::BottomDockWidgetArea, log_dock_);
    // The side docks keep the whole height.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    log_dock_->hide();
    display_panel_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    resizeDocks({images_dock_, phrases_dock_}, {220, 290}, Qt::Horizontal);
    resizeDocks({phrases_dock_, display_dock_}, {480, 240}, Qt::Vertical);
}

void MainWindow::build_menus() {
    QMenu* const file = menuBar()->addMenu(tr("&File"));
    file->addActions({actions_.open_image, actions_.open_folder, actions_.open_samples});
    file->addSeparator();
    file->addAction(actions_.quit);
    QMenu* const phrase = menuBar()->addMenu(tr("&Phrase"));
    phrase->addAction(actions_.edit_phrase);
    phrase->addSeparator();
    phrase->addActions({actions_.previous_phrase, actions_.next_phrase});
    phrase->addSeparator();
    phrase->addActions({actions_.hide_phrase, actions_.remove_phrase});
    QMenu* const go = menuBar()->addMenu(tr("&Go"));
    go->addActions({actions_.previous_image, actions_.next_image});
    QMenu* const view = menuBar()->addMenu(tr("&View"));
    for (QAction* const action : actions_.view) view->addAction(action);
    view->addSeparator();
    view->addAction(actions_.show_maps);
    view->addSeparator();
    view->addActions({actions_.zoom_in, actions_.zoom_out, actions_.fit, actions_.actual_size});
    view->addSeparator();
    QMenu* const theme = view->addMenu(tr("&Theme"));
    for (QAction* const action : actions_.theme) theme->addAction(action);
    QMenu* const window = menuBar()->addMenu(tr("&Window"));
    for (QDockWidget* const dock : {images_dock_, phrases_dock_, display_dock_, log_dock_})
        window->addAction(dock->toggleViewAction());
    menuBar()->addMenu(tr("&Help"))->addAction(actions_.about);
    // Shortcuts work even where a menu is not shown.
    addActions(findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::build_tool_bar() {
    QToolBar* const bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    actions_.open_image->setIconText(tr("Photo"));
    actions_.open_folder->setIconText(tr("Folder"));
    bar->addActions({actions_.open_image, actions_.open_folder});
    bar->addSeparator();
    bar->addActions({actions_.previous_image, actions_.next_image});
    bar->addSeparator();
    for (QAction* const action : actions_.view) bar->addAction(action);
    bar->addSeparator();
    bar->addAction(actions_.show_maps);
    bar->addSeparator();
    bar->addAction(actions_.zoom_out);
    zoom_ = new QLabel;
    zoom_->setAlignment(Qt::AlignCenter);
    zoom_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("1000 %")) + 8);
    zoom_->setAccessibleName(tr("Zoom"));
    zoom_->setToolTip(tr("Screen pixels a photo pixel, in percent"));
    bar->addWidget(zoom_);
    bar->addActions({actions_.zoom_in, actions_.fit, actions_.actual_size});
    for (QAction* const action : {actions_.previous_image, actions_.next_image, actions_.show_maps,
                                  actions_.zoom_in, actions_.zoom_out, actions_.fit, actions_.actual_size})
        if (auto* const button = qobject_cast<QToolButton*>(bar->widgetForAction(action))) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
            button->setAccessibleName(action->iconText());
        }
}

}  // namespace gbs
