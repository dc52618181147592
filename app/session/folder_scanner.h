// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include "app/base/task_queue.h"

namespace gbs::app {

/// Finds the images in opened or dropped files and folders, in the background. A new request replaces the
/// previous one, which emits no signal from then on. Signals are emitted in the GUI thread.
class FolderScanner : public QObject {
    Q_OBJECT

 public:
    /// `scanned` lists at most this many folders.
    static constexpr qsizetype max_folders = 256;

    explicit FolderScanner(QObject* parent = nullptr);

    /// Lists the images of folders (and of their subfolders if `recursive`) and the files themselves. A
    /// single file stands for its folder.
    void scan(const QStringList& paths, bool recursive = false);
    /// Refreshes paths that are already open. Of several paths, missing ones are skipped; finding no images
    /// is not an error.
    void scan_again(const QStringList& paths, bool recursive);

 Q_SIGNALS:
    /// During a long scan: the images found since the last batch, each batch in natural order. `is_first`
    /// marks the first batch of a scan.
    void found(const QStringList& batch, bool is_first);
    /// All images in natural order. `first` is the image to show first; `folders` are the scanned folders,
    /// the requested ones first.
    void scanned(const QStringList& images, const QString& first, const QStringList& folders);
    void failed(const QString& reason);

 private:
    struct Request {
        QStringList paths;
        bool recursive = false;
        bool again = false;
    };
    struct Result {
        QStringList images;
        QString first;
        QStringList folders;
    };
    void submit(const Request& request);
    /// In the background. Throws Error if there is nothing to show.
    Result search(const Request& request, const std::stop_token& stop);

    TaskQueue tasks_{TaskOrder::latest};
};

}  // namespace gbs::app
