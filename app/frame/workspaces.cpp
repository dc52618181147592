// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/workspaces.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QEvent>
#include <QMenu>
#include <QSettings>
#include <QTabBar>
#include <QToolBar>
#include <algorithm>

#include "app/frame/action_registry.h"

namespace gbs::app {

namespace {

struct WorkspaceRow {
    Workspace workspace;
    const char* name;  ///< in the settings and the id of the action; never translated
    const char* text;
    const char* tip;
    Qt::Key digit;
};

constexpr std::array workspace_rows{
    WorkspaceRow{Workspace::explore, "explore", QT_TRANSLATE_NOOP("gbs::app::Workspaces", "Explore"),
                 QT_TRANSLATE_NOOP("gbs::app::Workspaces", "Find phrases in photos"), Qt::Key_1},
    WorkspaceRow{Workspace::review, "review", QT_TRANSLATE_NOOP("gbs::app::Workspaces", "Review"),
                 QT_TRANSLATE_NOOP("gbs::app::Workspaces", "Judge the maps and mark the truth"), Qt::Key_2},
    WorkspaceRow{Workspace::train, "train", QT_TRANSLATE_NOOP("gbs::app::Workspaces", "Train"),
                 QT_TRANSLATE_NOOP("gbs::app::Workspaces", "Start and watch training runs"), Qt::Key_3},
    WorkspaceRow{Workspace::benchmark, "benchmark", QT_TRANSLATE_NOOP("gbs::app::Workspaces", "Benchmark"),
                 QT_TRANSLATE_NOOP("gbs::app::Workspaces", "Score models and look at their misses"),
                 Qt::Key_4}};

/// Where a dock is in a new layout: all are in every workspace, but few are shown.
struct DockPlace {
    const char* dock;
    Qt::DockWidgetArea area;
    std::array<bool, 4> shown;  ///< by workspace
    int width;                  ///< of a column, in pixels; 0: as Qt likes
    int height;                 ///< in a column, relative to the others
};

constexpr std::array dock_places{
    DockPlace{"images", Qt::LeftDockWidgetArea, {true, true, false, false}, 230, 1},
    DockPlace{"phrases", Qt::RightDockWidgetArea, {true, true, false, false}, 300, 2},
    DockPlace{"layers", Qt::RightDockWidgetArea, {true, false, false, false}, 300, 3},
    DockPlace{"review", Qt::RightDockWidgetArea, {false, true, false, false}, 300, 4},
    DockPlace{"training", Qt::TopDockWidgetArea, {false, false, true, false}, 0, 1},
    DockPlace{"benchmark", Qt::TopDockWidgetArea, {false, false, false, true}, 0, 1},
    DockPlace{"scores", Qt::BottomDockWidgetArea, {}, 0, 1},
    DockPlace{"log", Qt::BottomDockWidgetArea, {}, 0, 1}};

constexpr std::size_t index_of(Workspace workspace) {
    return static_cast<std::size_t>(workspace);
}

QString layout_key(const WorkspaceRow& row) {
    return QStringLiteral("window/layout_") + QLatin1String(row.name);
}

const QString current_key = QStringLiteral("window/workspace");

QString translated(const char* text) {
    return QCoreApplication::translate("gbs::app::Workspaces", text);
}

}  // namespace

Workspaces::Workspaces(QMainWindow& window) : QObject(&window), window_(window), tabs_(new QTabBar(&window)) {
    tabs_->setObjectName(QStringLiteral("workspaces"));
    tabs_->setAccessibleName(tr("Workspaces"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setUsesScrollButtons(false);
    for (const WorkspaceRow& row : workspace_rows) tabs_->addTab(translated(row.text));
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) { show(static_cast<Workspace>(tab)); });
    window_.installEventFilter(this);
}

void Workspaces::add_actions(ActionRegistry& registry, QMenu* menu) {
    auto* const group = new QActionGroup(this);
    for (const WorkspaceRow& row : workspace_rows) {
        QAction* const action = registry.add_toggle(
            menu, QStringLiteral("workspace.") + QLatin1String(row.name), translated(row.text),
            row.workspace == current_, {QKeySequence(Qt::CTRL | row.digit)}, {}, translated(row.tip));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, workspace = row.workspace] { show(workspace); });
        const auto show_tip = [this, action, tab = static_cast<int>(row.workspace)] {
            tabs_->setTabToolTip(tab, action->toolTip());
        };
        connect(action, &QAction::changed, this, show_tip);
        show_tip();
        actions_[index_of(row.workspace)] = action;
    }
    connect(registry.add(menu, QStringLiteral("workspace.reset"), tr("&Reset Layout"), {}, {},
                         tr("Put the panels of this workspace back to their first places")),
            &QAction::triggered, this, &Workspaces::reset);
    menu->addSeparator();
}

QDockWidget* Workspaces::dock(const char* name) const {
    return window_.findChild<QDockWidget*>(QLatin1String(name), Qt::FindDirectChildrenOnly);
}

void Workspaces::show(Workspace workspace) {
    if (workspace == current_) return;
    layouts_[index_of(current_)] = window_.saveState();
    enter(workspace);
    Q_EMIT changed(workspace);
}

void Workspaces::enter(Workspace workspace) {
    current_ = workspace;
    tabs_->setCurrentIndex(static_cast<int>(workspace));
    if (QAction* const action = actions_[index_of(workspace)]) action->setChecked(true);
    fresh_ = !window_.restoreState(layouts_[index_of(workspace)]);
    if (fresh_) arrange();
    show_canvas();
}

void Workspaces::set_canvas_shown(Workspace workspace, bool shown) {
    if (std::exchange(canvas_[index_of(workspace)], shown) == shown || workspace != current_) return;
    show_canvas();
    if (shown) size_docks();
}

/// The tools are those of the canvas.
void Workspaces::show_canvas() {
    const bool shown = canvas_[index_of(current_)];
    window_.centralWidget()->setVisible(shown);
    for (QToolBar* const bar : window_.findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly))
        bar->setVisible(shown || bar->isAncestorOf(tabs_));
}

void Workspaces::reset() {
    arrange();
    fresh_ = true;
}

void Workspaces::arrange() {
    for (const DockPlace& place : dock_places) {
        QDockWidget* const each = dock(place.dock);
        if (!each) continue;
        const bool shown = place.shown[index_of(current_)];
        Qt::DockWidgetArea area = place.area;
        // What fills the window in its own workspace is a strip in the others.
        if (area == Qt::TopDockWidgetArea && !shown) area = Qt::BottomDockWidgetArea;
        // Qt mirrors everything except the areas of docks.
        if (window_.layoutDirection() == Qt::RightToLeft)
            area = area == Qt::LeftDockWidgetArea    ? Qt::RightDockWidgetArea
                   : area == Qt::RightDockWidgetArea ? Qt::LeftDockWidgetArea
                                                     : area;
        each->setFloating(false);
        window_.addDockWidget(area, each);
        each->setVisible(shown);
    }
    size_docks();
}

void Workspaces::size_docks() {
    QList<QDockWidget*> sides, column;
    QList<int> widths, heights;
    for (const DockPlace& place : dock_places) {
        QDockWidget* const each = dock(place.dock);
        if (!each || !place.shown[index_of(current_)]) continue;
        if (place.width > 0) {
            sides << each;
            // Narrow windows leave most of their width to the canvas.
            widths << std::min(place.width, window_.width() * place.width / 1300);
        }
        if (place.area == Qt::RightDockWidgetArea) {
            column << each;
            heights << window_.height() / 6 * place.height;
        }
        // Next to the canvas, which needs more height than a strip.
        if (place.area == Qt::TopDockWidgetArea)
            window_.resizeDocks({each}, {window_.height() / 2}, Qt::Vertical);
    }
    window_.resizeDocks(sides, widths, Qt::Horizontal);
    window_.resizeDocks(column, heights, Qt::Vertical);
}

void Workspaces::restore() {
    const QSettings settings;
    const QString last = settings.value(current_key).toString();
    for (const WorkspaceRow& row : workspace_rows) {
        layouts_[index_of(row.workspace)] = settings.value(layout_key(row)).toByteArray();
        if (last == QLatin1String(row.name)) current_ = row.workspace;
    }
    enter(current_);
}

void Workspaces::save() {
    layouts_[index_of(current_)] = window_.saveState();
    QSettings settings;
    for (const WorkspaceRow& row : workspace_rows) {
        if (row.workspace == current_) settings.setValue(current_key, QLatin1String(row.name));
        settings.setValue(layout_key(row), layouts_[index_of(row.workspace)]);
    }
}

bool Workspaces::eventFilter(QObject* watched, QEvent* event) {
    // Qt keeps no sizes of docks before the window is shown.
    if (watched == &window_ && event->type() == QEvent::Show && fresh_)
        QMetaObject::invokeMethod(this, &Workspaces::size_docks, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

}  // namespace gbs::app
