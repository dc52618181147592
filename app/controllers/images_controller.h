// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/session/pasted_images.h"
#include "app/session/thumbnail_loader.h"
#include "widgets/lists/image_list_panel.h"

class QDockWidget;

namespace gbs::app {

class Explorer;
class MainWindow;
struct Photo;

/// The image list with its thumbnails; opens, pastes and reloads photos and steps through them. Setting:
/// "images/subfolders". When idle it reads and encodes the neighboring
/// photos ahead, if the preferences allow it.
class ImagesController : public QObject {
    Q_OBJECT

 public:
    explicit ImagesController(MainWindow& window);

    widgets::ImageListModel* images() { return &images_; }
    widgets::ImageListPanel* panel() const { return panel_; }
    QStringList listed_photos()
        const;  ///< paths of the photos that pass the filter, in the order of the list

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void build_file_actions();
    void build_edit_actions();
    void build_go_actions();
    void connect_browser();
    void connect_thumbnails();
    void connect_pasted();
    void show_images(const QStringList& images);
    void show_photo(const Photo& photo);
    void open_photos_dialog();
    void open_folder_dialog();
    void step(int step);
    void show_end(int step);  ///< -1: the last image, 1: the first one
    void show_image_at(const QString& path);
    void look_ahead();

    MainWindow& window_;
    Explorer& explorer_;
    widgets::ImageListModel images_{this};
    ThumbnailLoader thumbnails_;
    PastedImages pasted_;
    widgets::ImageListPanel* panel_;
    QDockWidget* dock_;
    QString shown_path_;
    QStringList ahead_;  ///< the last prefetch: the key of the shown photo, then the prefetched paths
    int direction_ = 1;  ///< of the last step
};

}  // namespace gbs::app
