// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/thumbnail_loader.h"

#include <QImageReader>

#include "app/session/photo.h"

namespace gbs::app {

namespace {

/// More than any screen shows at once.
constexpr std::size_t max_waiting = 200;

/// Decodes JPEG directly to a small size, an order of magnitude faster than the full photo.
QImage read_small(const QString& path, QSize bounds) {
    QImageReader reader;
    if (!read_photo_with(reader, path)) return {};
    reader.setAutoTransform(true);
    QSize size = reader.size();
    if (!size.isValid()) return {};
    if (reader.transformation() & QImageIOHandler::TransformationRotate90) bounds.transpose();
    reader.setScaledSize(size.scaled(bounds, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

}  // namespace

ThumbnailLoader::ThumbnailLoader(QSize size, double pixel_ratio, QObject* parent)
    : QObject(parent), size_(size), pixel_ratio_(pixel_ratio) {}

ThumbnailLoader::~ThumbnailLoader() {
    forget_waiting();
}

void ThumbnailLoader::request(const QString& path) {
    QString oldest;
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_front(path);
        if (waiting_.size() > max_waiting) {
            oldest = waiting_.back();
            waiting_.pop_back();
        }
    }
    if (!oldest.isEmpty())
        Q_EMIT dropped(oldest);
    else
        tasks_.submit([this](const std::stop_token&) { make_next(); });
}

void ThumbnailLoader::forget_waiting() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
}

void ThumbnailLoader::make_next() {
    QString path;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.empty()) return;
        path = waiting_.front();
        waiting_.pop_front();
    }
    Q_EMIT ready(path, make(path));
}

QImage ThumbnailLoader::make(const QString& path) const {
    const QSize pixels = (QSizeF(size_) * pixel_ratio_).toSize();
    QImage thumbnail = read_small(path, pixels);
    try {
        // Formats without a Qt plugin, and files that only Qt considers broken.
        if (thumbnail.isNull()) thumbnail = read_photo(path).pyramid->level_for(0);
    } catch (const std::exception&) {
        return {};
    }
    if (thumbnail.width() > pixels.width() || thumbnail.height() > pixels.height())
        thumbnail = thumbnail.scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    thumbnail.setDevicePixelRatio(pixel_ratio_);
    return thumbnail;
}

}  // namespace gbs::app
