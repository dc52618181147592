// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/recent_menu.h"

#include <QDir>
#include <QFileInfo>
#include <QFontMetrics>

#include "app/base/recent_paths.h"

namespace gbs::app {

namespace {

constexpr int widest_text = 420;  ///< pixels

}  // namespace

RecentMenu::RecentMenu(QWidget* parent) : QMenu(tr("Open &Recent"), parent) {
    setToolTipsVisible(true);
    pool_.setMaxThreadCount(1);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::fill);
    fill();
}

RecentMenu::~RecentMenu() {
    pool_.waitForDone();
}

void RecentMenu::fill() {
    clear();
    ++round_;
    const QStringList paths = RecentPaths::all();
    int number = 0;
    for (const QString& path : paths) {
        const QString shown = QDir::toNativeSeparators(path);
        QString text = fontMetrics().elidedText(shown, Qt::ElideMiddle, widest_text);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        // The first nine have their number as the key.
        if (++number < 10) text = QStringLiteral("&%1  %2").arg(number).arg(text);
        QAction* const action = addAction(text);
        action->setToolTip(shown);
        action->setData(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT path_chosen(path); });
    }
    if (paths.isEmpty()) addAction(tr("Nothing was opened yet"))->setEnabled(false);
    addSeparator();
    QAction* const forget = addAction(tr("&Clear This List"));
    forget->setToolTip(tr("Forget which files and folders were opened"));
    forget->setEnabled(!paths.isEmpty());
    connect(forget, &QAction::triggered, this, [this] {
        RecentPaths::clear();
        fill();
    });
    look_for(paths);
}

void RecentMenu::look_for(const QStringList& paths) {
    pool_.clear();
    pool_.start([this, paths, round = round_] {
        QStringList gone;
        for (const QString& path : paths)
            if (!QFileInfo::exists(path)) gone << path;
        const auto grey = [this, gone, round] {
            if (round != round_) return;
            for (QAction* const action : actions())
                if (gone.contains(action->data().toString())) {
                    action->setEnabled(false);
                    action->setToolTip(tr("%1 is no longer there").arg(action->toolTip()));
                }
        };
        QMetaObject::invokeMethod(this, grey, Qt::QueuedConnection);
    });
}

}  // namespace gbs::app
