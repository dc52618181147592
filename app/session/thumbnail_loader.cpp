// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/thumbnail_loader.h"

#include "app/session/photo.h"

namespace gbs::app {

namespace {

/// More than any screen shows at once.
constexpr std::size_t max_waiting = 200;

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
    QImage thumbnail;
    try {
        thumbnail = read_small_photo(path, pixels);
    } catch (const std::exception&) {
        return {};
    }
    thumbnail.setDevicePixelRatio(pixel_ratio_);
    return thumbnail;
}

}  // namespace gbs::app
