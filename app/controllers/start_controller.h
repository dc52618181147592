// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <memory>

#include "app/session/thumbnail_loader.h"
#include "widgets/frame/start_page.h"

namespace gbs::app {

class Explorer;
class MainWindow;

/// The start page, shown in place of the canvas until a photo is open.
class StartController : public QObject {
    Q_OBJECT

 public:
    explicit StartController(MainWindow& window);

 private:
    void connect_page();
    void fill();
    void show_recent_folders();
    void refresh();

    MainWindow& window_;
    Explorer& explorer_;
    widgets::StartPage* page_;
    std::unique_ptr<ThumbnailLoader> thumbnails_;
};

}  // namespace gbs::app
