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

#include "core/base/error.h"
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

/// A file name that is free: two images may be pasted within one second.
QString new_path() {
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss"));
    const QDir folder(PastedImages::folder());
    QString name = QStringLiteral("%1.png").arg(stamp);
    for (int i = 2; folder.exists(name); ++i) name = QStringLiteral("%1 (%2).png").arg(stamp).arg(i);
    return folder.filePath(name);
}

/// The bytes come from another program: decode them before saving.
bool write_png(QSaveFile& file, const QByteArray& bytes) {
    const auto* const begin = reinterpret_cast<const std::uint8_t*>(bytes.constData());
    decode_image({begin, begin + bytes.size()}, PastedImages::tr("the pasted image").toStdString());
    return file.write(bytes) == bytes.size();
}

bool write_png(QSaveFile& file, const QImage& image) {
    return image.save(&file, "PNG");
}

}  // namespace

PastedImages::PastedImages(QObject* parent) : QObject(parent) {}

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
        // Pass on the bytes: decoding is background work.
        save([bytes = data->data(png)](QSaveFile& file) { return write_png(file, bytes); });
    } else if (const auto image = data ? qvariant_cast<QImage>(data->imageData()) : QImage();
               !image.isNull()) {
        save([image](QSaveFile& file) { return write_png(file, image); });
    } else {
        Q_EMIT failed(tr("The clipboard contains no image. Copy an image or a file and paste again."));
    }
}

void PastedImages::save(std::function<bool(QSaveFile&)> write) {
    tasks_.submit(
        this,
        [write = std::move(write)] {
            if (!QDir().mkpath(folder()))
                throw Error(tr("%1: cannot create the folder for pasted images").arg(folder()).toStdString());
            QSaveFile file(new_path());
            if (!file.open(QIODevice::WriteOnly) || !write(file) || !file.commit())
                throw Error(tr("%1: cannot write the pasted image: %2")
                                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString())
                                .toStdString());
            return file.fileName();
        },
        [this](const QString& path) { Q_EMIT pasted({path}); },
        [this](const QString& reason) { Q_EMIT failed(reason); });
}

}  // namespace gbs::app
