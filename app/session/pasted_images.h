// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>

#include "app/base/task_queue.h"

class QClipboard;
class QSaveFile;

namespace gbs::app {

/// Images pasted from the clipboard. Image data is saved as a PNG named after the time in a folder of the
/// program's data, so that it has a path like every other photo.
class PastedImages : public QObject {
    Q_OBJECT

 public:
    explicit PastedImages(QObject* parent = nullptr);

    /// The folder of pasted images.
    static QString folder();
    /// Whether the clipboard holds an image or local files.
    static bool can_paste(const QClipboard& clipboard);
    /// Emits `pasted` or `failed`; asynchronously if an image is written first.
    void paste(const QClipboard& clipboard);

 Q_SIGNALS:
    void pasted(const QStringList& paths);
    void failed(const QString& reason);

 private:
    void save(std::function<bool(QSaveFile&)> write);

    TaskQueue tasks_;  ///< one at a time, so that a file name is not used twice
};

}  // namespace gbs::app
