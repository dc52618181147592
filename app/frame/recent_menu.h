// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>
#include <QThreadPool>

namespace gbs::app {

/// The submenu of what was opened lately. Made anew each time it is shown; what is no longer there is greyed
/// as soon as that is known (a sleeping disk must not hold up the menu).
class RecentMenu : public QMenu {
    Q_OBJECT

 public:
    explicit RecentMenu(QWidget* parent = nullptr);
    ~RecentMenu() override;

 Q_SIGNALS:
    void path_chosen(const QString& path);

 private:
    void fill();
    void look_for(const QStringList& paths);

    QThreadPool pool_;
    int round_ = 0;  ///< of filling, so that a late answer greys nothing else
};

}  // namespace gbs::app
