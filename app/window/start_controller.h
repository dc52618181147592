#pragma once

#include <QObject>
#include <memory>

#include "app/window/thumbnail_loader.h"
#include "widgets/start_page.h"

namespace gbs {

class Explorer;
class MainWindow;

/// The page in place of the canvas while nothing is open.
class StartController : public QObject {
    Q_OBJECT

 public:
    explicit StartController(MainWindow& window);

    StartPage* page() const { return page_; }

 private:
    void connect_page();
    void fill();
    void show_recent_folders();
    void refresh();

    MainWindow& window_;
    Explorer& explorer_;
    StartPage* page_;
    std::unique_ptr<ThumbnailLoader> thumbnails_;
};

}  // namespace gbs
