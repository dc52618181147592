// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/recent_menu.h"

#include <QDir>
#include <QFileInfo>
#include <QFontMetrics>

#include "app/base/recent_list.h"

namespace gbs::app {

namespace {

constexpr int max_text_width = 420;  ///< pixels

}  // namespace

RecentMenu::RecentMenu(QWidget* parent) : QMenu(tr("Open &Recent"), parent) {
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::fill);
    fill();
}

void RecentMenu::fill() {
    clear();
    const QStringList paths = RecentList::opened().paths();
    int number = 0;
    for (const QString& path : paths) {
        const QString shown = QDir::toNativeSeparators(path);
        QString text = fontMetrics().elidedText(shown, Qt::ElideMiddle, max_text_width);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        // The number is the key of the first nine.
        if (++number < 10) text = QStringLiteral("&%1  %2").arg(number).arg(text);
        QAction* const action = addAction(text);
        action->setToolTip(shown);
        action->setData(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT path_chosen(path); });
    }
    if (paths.isEmpty()) addAction(tr("No recent files"))->setEnabled(false);
    addSeparator();
    QAction* const forget = addAction(tr("&Clear This List"));
    forget->setToolTip(tr("Remove all files and folders from this list"));
    forget->setEnabled(!paths.isEmpty());
    connect(forget, &QAction::triggered, this, [this] {
        RecentList::opened().clear();
        fill();
    });
    disable_missing(paths);
}

void RecentMenu::disable_missing(const QStringList& paths) {
    tasks_.submit(
        this,
        [paths] {
            QStringList missing;
            for (const QString& path : paths)
                if (!QFileInfo::exists(path)) missing << path;
            return missing;
        },
        [this](const QStringList& missing) {
            for (QAction* const action : actions())
                if (missing.contains(action->data().toString())) {
                    action->setEnabled(false);
                    action->setToolTip(tr("%1 no longer exists").arg(action->toolTip()));
                }
        });
}

}  // namespace gbs::app
