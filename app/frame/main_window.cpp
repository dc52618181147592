// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/main_window.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/frame/accessible_roles.h"

namespace gbs::app {

namespace {

constexpr QSize first_size(1440, 860);

/// Scrolls the panel of a dock, but is never narrower than a panel of a usual width.
class DockScroll final : public QScrollArea {
 public:
    explicit DockScroll(QWidget* content) {
        setWidget(content);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
    }
    QSize minimumSizeHint() const override {
        const int width = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
        return {std::min(width, widest_column), lowest_dock};
    }

 protected:
    /// A panel that has become wider, as by the keys on its buttons, gets a wider dock.
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }

 private:
    static constexpr int widest_column = 380, lowest_dock = 90;
};

QStringList local_paths(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

}  // namespace

MainWindow::MainWindow(Explorer& explorer, LogBook& log, QWidget* parent)
    : QMainWindow(parent), explorer_(explorer), log_(log), actions_(new ActionRegistry(this)) {
    install_accessible_roles();
    setWindowTitle(tr("GbS Explorer"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    const QSize room = screen() ? screen()->availableSize() : first_size;
    resize(first_size.boundedTo(room));
    build_frame();
    build_menus();
    connect_explorer();
}

MainWindow::~MainWindow() {
    // Delete the panels before the controllers, which own the models that the panels show.
    qDeleteAll(docks_);
}

void MainWindow::build_frame() {
    message_bar_ = new widgets::MessageBar(this);
    canvas_ = new widgets::HeatmapCanvas;
    auto* const center = new QWidget;
    auto* const layout = new QVBoxLayout(center);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(canvas_, 1);
    setCentralWidget(center);
    status_ = new StatusLine;
    setStatusBar(status_);
    tool_bar_ = addToolBar(tr("Tools"));
    tool_bar_->setObjectName(QStringLiteral("tools"));
    tool_bar_->setMovable(false);
    tool_bar_->setIconSize({20, 20});
    tool_bar_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tool_bar_->setContextMenuPolicy(Qt::PreventContextMenu);
    // The side docks have the full height.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    workspaces_ = new Workspaces(*this);
}

void MainWindow::build_menus() {
    menus_ = {menuBar()->addMenu(tr("&File")),   menuBar()->addMenu(tr("&Edit")),
              menuBar()->addMenu(tr("&Phrase")), menuBar()->addMenu(tr("&Review")),
              menuBar()->addMenu(tr("&Go")),     menuBar()->addMenu(tr("&View")),
              menuBar()->addMenu(tr("&Model")),  menuBar()->addMenu(tr("Trai&n")),
              menuBar()->addMenu(tr("&Window")), menuBar()->addMenu(tr("&Help"))};
    for (QMenu* const menu : menus_) menu->setToolTipsVisible(true);
    // Menus in the screen's own bar, as on macOS, have no room for tabs.
    if (menuBar()->isNativeMenuBar())
        tool_bar_->addWidget(workspaces_->tabs());
    else
        menuBar()->setCornerWidget(workspaces_->tabs(), Qt::TopRightCorner);
    workspaces_->add_actions(*actions_, menu(MenuId::window));
    QAction* const undo = actions_->add(menu(MenuId::edit), QStringLiteral("edit.undo"), tr("&Undo"),
                                        {QKeySequence::Undo}, QStringLiteral("undo"));
    QAction* const redo = actions_->add(menu(MenuId::edit), QStringLiteral("edit.redo"), tr("&Redo"),
                                        {QKeySequence::Redo}, QStringLiteral("redo"));
    QUndoStack* const stack = explorer_.undo_stack();
    const auto refresh = [=] {
        undo->setEnabled(stack->canUndo());
        redo->setEnabled(stack->canRedo());
        undo->setText(stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
        redo->setText(stack->canRedo() ? tr("&Redo: %1").arg(stack->redoText()) : tr("&Redo"));
    };
    connect(stack, &QUndoStack::indexChanged, undo, refresh);
    connect(undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, stack, &QUndoStack::redo);
    refresh();
}

void MainWindow::finish() {
    menu(MenuId::file)->addSeparator();
    QAction* const quit = actions_->add(menu(MenuId::file), QStringLiteral("file.quit"), tr("&Quit"),
                                        {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    connect(quit, &QAction::triggered, this, &QWidget::close);
    for (QDockWidget* const dock : docks_) menu(MenuId::window)->addAction(dock->toggleViewAction());
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    workspaces_->restore();
}

void MainWindow::connect_explorer() {
    connect(&explorer_, &Explorer::model_ready, this, [this](const ModelInfo& info) {
        status_->set_model(info);
        log_.add_message(widgets::Severity::info,
                         tr("Model %1. %2").arg(QString::fromStdString(info.name), status_->device_reason()));
    });
    connect(&explorer_, &Explorer::activity_changed, status_, &StatusLine::set_activity);
    connect(&explorer_, &Explorer::times_changed, status_, &StatusLine::set_times);
    connect(&explorer_, &Explorer::message, this, &MainWindow::show_message);
    if (explorer_.model()->info()) status_->set_model(*explorer_.model()->info());
    status_->set_activity(explorer_.model()->loading() ? tr("Loading the model…") : QString());
}

QDockWidget* MainWindow::add_dock(const QString& name, const QString& title, QWidget* content) {
    auto* const dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    if (content->objectName().isEmpty()) content->setObjectName(name + QStringLiteral("_panel"));
    dock->setWidget(new DockScroll(content));
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
    docks_ << dock;
    return dock;
}

void MainWindow::show_icon_only(QAction* action) {
    auto* const button = qobject_cast<QToolButton*>(tool_bar_->widgetForAction(action));
    if (!button) return;
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(action->iconText());
}

void MainWindow::save() {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    workspaces_->save();
    Q_EMIT saving();
}

void MainWindow::show_message(widgets::Severity severity, const QString& text) {
    message_bar_->show_message(severity, text);
    log_.add_message(severity, text);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!local_paths(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = local_paths(event->mimeData());
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    explorer_.open_dropped(paths);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    for (const auto& may_close : close_guards_)
        if (!may_close()) return event->ignore();
    save();
    event->accept();
}

}  // namespace gbs::app
