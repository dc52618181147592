// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>

class QClipboard;

namespace gbs::app {

/// Images from the clipboard. One that is no file yet is kept as a PNG in a folder of the program's data,
/// named by the time, so that it has a path like every other photo.
class PastedImages : public QObject {
    Q_OBJECT

 public:
    explicit PastedImages(QObject* parent = nullptr);
    ~PastedImages() override;

    /// Where they are kept.
    static QString folder();
    /// Whether there is something to paste: an image, or links to files.
    static bool can_paste(const QClipboard& clipboard);
    /// Answered by one of the signals, later where an image is to be written first.
    void paste(const QClipboard& clipboard);

 Q_SIGNALS:
    void pasted(const QStringList& paths);
    void failed(const QString& reason);

 private:
    template <class Write>
    void keep(Write write);

    QThreadPool pool_;
};

}  // namespace gbs::app
