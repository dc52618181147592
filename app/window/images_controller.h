#pragma once

#include <QObject>

#include "app/window/thumbnail_loader.h"
#include "widgets/image_list_panel.h"

class QDockWidget;

namespace gbs {

class Explorer;
class MainWindow;
struct Photo;

/// The images: the list with its thumbnails, opening files and folders, walking from photo to photo.
class ImagesController : public QObject {
    Q_OBJECT

 public:
    explicit ImagesController(MainWindow& window);

    ImageListPanel* panel() const { return panel_; }
    ImageListModel* images() { return &images_; }

 private:
    void build_actions();
    void connect_browser();
    void show_photo(const Photo& photo);
    void open_photos_dialog();
    void open_folder_dialog();
    void step(int step);

    MainWindow& window_;
    Explorer& explorer_;
    ImageListModel images_;
    ThumbnailLoader thumbnails_;
    ImageListPanel* panel_;
    QDockWidget* dock_;
};

}  // namespace gbs
