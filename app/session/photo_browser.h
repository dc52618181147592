// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/session/folder_scanner.h"
#include "app/session/folder_watcher.h"
#include "app/session/photo_loader.h"
#include "widgets/frame/message_bar.h"

namespace gbs::app {

/// The images of the opened files and folders, and the shown photo; both follow changes on disk. Scans and
/// reads in the background; signals are emitted in the GUI thread.
class PhotoBrowser : public QObject {
    Q_OBJECT

 public:
    explicit PhotoBrowser(QObject* parent = nullptr);

    const QStringList& images() const { return images_; }
    const Photo& photo() const { return photo_; }
    bool busy() const { return (scanning_ && !quiet_) || !wanted_path_.isEmpty(); }
    QString activity() const;  ///< empty: idle
    /// The files and folders that the images come from.
    const QStringList& opened() const { return opened_; }
    bool subfolders() const { return subfolders_; }

    void open(const QStringList& paths);   ///< files and folders
    void show_image(const QString& path);  ///< one of the images
    /// Scans the opened paths again, and rereads the photo if it has changed.
    void reload();
    void set_subfolders(bool subfolders);  ///< whether folders include the images of their subfolders
    /// Prefetches photos in this order; an empty list stops that.
    void read_ahead(const QStringList& paths) { loader_.read_ahead(paths); }
    /// Checks for changes on disk, for file systems without notifications.
    void check_files() { watcher_.check(); }

 Q_SIGNALS:
    /// The complete list, at the end of a scan.
    void images_found(const QStringList& images, const QString& first);
    /// During a long scan: the images found since the last batch. `is_first`: they replace the list.
    void more_images_found(const QStringList& batch, bool is_first);
    void photo_shown(const gbs::app::Photo& photo);
    void photo_failed(const QString& path);
    void was_opened(const QStringList& paths);
    void was_read_ahead(const gbs::app::Photo& photo);
    void activity_changed();
    void message(gbs::widgets::Severity severity, const QString& text);

 private:
    void connect_scanner();
    void connect_loader();
    void connect_watcher();
    void adopt(const Photo& photo);
    void show_first(const QStringList& images, const QString& first);
    void scan_again(bool quiet);

    QStringList images_;
    Photo photo_;
    QStringList opening_;       ///< the paths being scanned
    QStringList opened_;        ///< the paths of `images_`
    bool opened_file_ = false;  ///< a single file, which stands for its folder
    QString wanted_path_;       ///< the photo being read; empty: none
    bool scanning_ = false;
    bool again_ = false;        ///< the scan refreshes the open paths
    bool quiet_ = false;        ///< the scan was triggered by a change on disk: the user does not wait for it
    bool wants_first_ = false;  ///< show the first image that is found
    bool subfolders_ = false;
    FolderScanner scanner_;
    PhotoLoader loader_;
    FolderWatcher watcher_{this};
};

}  // namespace gbs::app
