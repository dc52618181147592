// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include "app/base/latest_wins.h"

namespace gbs::app {

/// Finds the images of what a person opened or dropped, off the GUI thread. Only the newest request is
/// answered: signals come in the thread of this object, and none of an older request after a newer `scan`.
class FolderScanner : public QObject {
    Q_OBJECT

 public:
    /// At most so many folders are named in `scanned`.
    static constexpr qsizetype most_folders = 256;

    explicit FolderScanner(QObject* parent = nullptr);

    /// Folders give their images (with those of subfolders if `recursive`), files themselves; a single file
    /// gives its whole folder.
    void scan(const QStringList& paths, bool recursive = false);
    /// The same for what was open before, one folder or several paths: of several, those that are gone are
    /// left out, and that no image is left is no failure.
    void scan_again(const QStringList& paths, bool recursive);

 Q_SIGNALS:
    /// Where the search takes longer: what was found since the last batch, each in natural order. `is_first`:
    /// of this search.
    void found(const QStringList& batch, bool is_first);
    /// All images in natural order; `first` is the one to show first, `folders` those that were looked into,
    /// the ones that were asked for first.
    void scanned(const QStringList& images, const QString& first, const QStringList& folders);
    void failed(const QString& reason);

 private:
    struct Request {
        quint64 id = 0;
        QStringList paths;
        bool recursive = false;
        bool again = false;
    };
    void handle(const Request& request, std::stop_token stop);
    void finish(const Request& request, QStringList images, QString first, const QStringList& folders);
    /// Calls `report` in the thread of this object if `id` is still the newest request.
    template <class Report>
    void post(quint64 id, Report report);

    quint64 newest_ = 0;
    LatestWins<Request> worker_;
};

}  // namespace gbs::app
