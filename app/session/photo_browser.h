// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "app/session/folder_scanner.h"
#include "app/session/folder_watcher.h"
#include "app/session/photo_loader.h"
#include "widgets/frame/message_bar.h"

namespace gbs::app {

/// The images of what was opened and the one that is shown, kept up with the disk. Scanning, reading and
/// looking are done by workers; the answers come back as signals in the GUI thread.
class PhotoBrowser : public QObject {
    Q_OBJECT

 public:
    explicit PhotoBrowser(QObject* parent = nullptr);

    const QStringList& images() const { return images_; }
    const Photo& photo() const { return photo_; }
    bool busy() const { return (scanning_ && !quiet_) || !wanted_path_.isEmpty(); }
    QString activity() const;  ///< empty: idle
    /// What was opened last and had images in it.
    const QStringList& opened() const { return opened_; }
    bool subfolders() const { return subfolders_; }

    void open(const QStringList& paths);   ///< files and folders, as opened or dropped
    void show_image(const QString& path);  ///< one of the images
    /// Looks for images again in what was opened, and whether the photo is another one by now.
    void reload();
    void set_subfolders(bool subfolders);  ///< whether folders give the images of their subfolders, too
    /// Photos that may be wanted soon, in this order; an empty list ends that.
    void read_ahead(const QStringList& paths) { loader_.read_ahead(paths); }
    /// Looks whether something has happened to the files, where the system does not tell.
    void check_files() { watcher_.check(); }

 Q_SIGNALS:
    /// The whole list, when a search has ended.
    void images_found(const QStringList& images, const QString& first);
    /// What a longer search has found since the last batch; `is_first`: the list begins anew.
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
    QStringList opening_;       ///< what is searched through
    QStringList opened_;        ///< what the images are from
    bool opened_file_ = false;  ///< a single file, which stands for its folder
    QString wanted_path_;       ///< a photo that is being read; empty: none
    bool scanning_ = false;
    bool again_ = false;        ///< the search looks anew at what is open
    bool quiet_ = false;        ///< nobody waits for the search: the disk asked for it
    bool wants_first_ = false;  ///< the first image that is found is to be shown
    bool subfolders_ = false;
    FolderScanner scanner_;
    PhotoLoader loader_;
    FolderWatcher watcher_{this};
};

}  // namespace gbs::app
