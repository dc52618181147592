#pragma once

#include <QObject>

#include "app/window/folder_scanner.h"
#include "app/window/photo_loader.h"
#include "widgets/message_bar.h"

namespace gbs {

/// The images of what was opened and the one that is shown. Scanning and reading are done by workers; the
/// answers come back as signals in the GUI thread.
class PhotoBrowser : public QObject {
    Q_OBJECT

 public:
    explicit PhotoBrowser(QObject* parent = nullptr);

    const QStringList& images() const { return images_; }
    const QStringList& opened() const { return opened_; }  ///< files and folders, as last opened
    const Photo& photo() const { return photo_; }
    bool busy() const { return scanning_ || !wanted_path_.isEmpty(); }
    QString activity() const;  ///< empty: idle

    void open(const QStringList& paths);   ///< files and folders, as opened or dropped
    void show_image(const QString& path);  ///< one of the images

 Q_SIGNALS:
    void images_found(const QStringList& images, const QString& first);
    void photo_shown(const gbs::Photo& photo);
    void photo_failed(const QString& path);
    void activity_changed();
    void message(gbs::Severity severity, const QString& text);

 private:
    void adopt(const Photo& photo);

    QStringList images_, opened_;
    Photo photo_;
    QString wanted_path_;  ///< a photo that is being read; empty: none
    QString failed_path_;  ///< the photo that could not be read since something was last opened
    bool scanning_ = false;
    FolderScanner scanner_;
    PhotoLoader loader_;
};

}  // namespace gbs
