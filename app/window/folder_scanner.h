#pragma once

#include <QObject>
#include <QStringList>

#include "app/window/latest_wins.h"

namespace gbs {

/// Finds the images of what a person opened or dropped, off the GUI thread. Only the newest request is
/// answered.
class FolderScanner : public QObject {
    Q_OBJECT

 public:
    explicit FolderScanner(QObject* parent = nullptr);

    /// Folders give their images, files themselves; a single file gives its whole folder. `first` is the
    /// image to show first, empty for the first one found.
    void scan(const QStringList& paths);

 Q_SIGNALS:
    void scanned(const QStringList& images, const QString& first);
    void failed(const QString& reason);

 private:
    void handle(const QStringList& paths, std::stop_token stop);

    LatestWins<QStringList> worker_;
};

}  // namespace gbs
