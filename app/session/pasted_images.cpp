// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/pasted_images.h"

#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QImageReader>
#include <QMimeData>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>
#include <new>

#include "app/base/convert.h"
#include "core/image/image.h"

namespace gbs::app {

namespace {

const QString png = QStringLiteral("image/png");

QStringList local_paths(const QMimeData& data) {
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

/// A name that is not taken: two may be pasted in one second.
QString new_path() {
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss"));
    const QDir folder(PastedImages::folder());
    QString name = QStringLiteral("%1.png").arg(stamp);
    for (int i = 2; folder.exists(name); ++i) name = QStringLiteral("%1 (%2).png").arg(stamp).arg(i);
    return folder.filePath(name);
}

/// Bytes of another program: looked at before they are kept.
bool write_png(QSaveFile& file, const QByteArray& bytes) {
    const auto* const begin = reinterpret_cast<const std::uint8_t*>(bytes.constData());
    decode_image({begin, begin + bytes.size()}, PastedImages::tr("the pasted image").toStdString());
    return file.write(bytes) == bytes.size();
}

bool write_png(QSaveFile& file, const QImage& image) {
    return image.save(&file, "PNG");
}

}  // namespace

PastedImages::PastedImages(QObject* parent) : QObject(parent) {
    // One after the other, so that names are not taken twice.
    pool_.setMaxThreadCount(1);
}

PastedImages::~PastedImages() {
    pool_.waitForDone();
}

QString PastedImages::folder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/pasted");
}

bool PastedImages::can_paste(const QClipboard& clipboard) {
    const QMimeData* const data = clipboard.mimeData();
    return data && (data->hasImage() || !local_paths(*data).isEmpty());
}

void PastedImages::paste(const QClipboard& clipboard) {
    const QMimeData* const data = clipboard.mimeData();
    const QStringList paths = data ? local_paths(*data) : QStringList();
    if (!paths.isEmpty()) {
        Q_EMIT pasted(paths);
    } else if (data && data->hasFormat(png) && !clipboard.ownsClipboard()) {
        // As bytes: decoding is for the other thread.
        keep([bytes = data->data(png)](QSaveFile& file) { return write_png(file, bytes); });
    } else if (const auto image = data ? qvariant_cast<QImage>(data->imageData()) : QImage();
               !image.isNull()) {
        keep([image](QSaveFile& file) { return write_png(file, image); });
    } else {
        Q_EMIT failed(tr("There is no image in the clipboard. Copy one, or a file, and paste again."));
    }
}

template <class Write>
void PastedImages::keep(Write write) {
    pool_.start([this, write] {
        try {
            if (!QDir().mkpath(folder())) {
                Q_EMIT failed(
                    PastedImages::tr("%1: the folder for pasted images cannot be made").arg(folder()));
                return;
            }
            QSaveFile file(new_path());
            if (!file.open(QIODevice::WriteOnly) || !write(file) || !file.commit())
                Q_EMIT failed(PastedImages::tr("%1: the pasted image cannot be written: %2")
                                  .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
            else
                Q_EMIT pasted({file.fileName()});
        } catch (const std::bad_alloc&) {
            Q_EMIT failed(PastedImages::tr("There is not enough memory to paste this image"));
        } catch (const std::exception& error) {
            Q_EMIT failed(QString::fromUtf8(error.what()));
        }
    });
}

}  // namespace gbs::app
