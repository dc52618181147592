// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/photo_loader.h"

#include <new>

#include "app/base/convert.h"
#include "core/base/error.h"

namespace gbs::app {

namespace {

/// Prefetching a larger photo costs more time and memory than it saves the user.
constexpr qint64 max_pixels_ahead = 24'000'000;

}  // namespace

PhotoLoader::PhotoLoader(QObject* parent) : QObject(parent) {}

void PhotoLoader::load(const QString& path) {
    ahead_tasks_.stop();
    tasks_.submit(
        this, [this, path](const std::stop_token& stop) { return read_or_wait(path, stop); },
        [this](const Photo& photo) { Q_EMIT loaded(photo); },
        [this, path](const QString& reason) { Q_EMIT failed(path, reason); });
}

void PhotoLoader::read_ahead(const QStringList& paths) {
    ahead_tasks_.submit([this, paths](const std::stop_token& stop) { read_all_ahead(paths, stop); });
}

Photo PhotoLoader::read(const QString& path) {
    if (const auto known = cache_.find(photo_key(path))) return *known;
    Photo photo = read_photo(path);
    cache_.insert(photo);
    return photo;
}

Photo PhotoLoader::read_or_wait(const QString& path, const std::stop_token& stop) {
    {
        // Do not read a photo twice that is being prefetched.
        std::unique_lock lock(mutex_);
        if (!ahead_changed_.wait(lock, stop, [this, &path] { return reading_ahead_ != path; }))
            throw Cancelled();
    }
    try {
        return read(path);
    } catch (const std::bad_alloc&) {
        throw Error(tr("%1: not enough memory to open this photo").arg(path).toStdString());
    }
}

void PhotoLoader::set_reading_ahead(const QString& path) {
    {
        const std::lock_guard lock(mutex_);
        reading_ahead_ = path;
    }
    ahead_changed_.notify_all();
}

void PhotoLoader::read_all_ahead(const QStringList& paths, const std::stop_token& stop) {
    for (const QString& path : paths) {
        if (stop.stop_requested()) return;
        set_reading_ahead(path);
        read_one_ahead(path, stop);
        set_reading_ahead({});
    }
}

void PhotoLoader::read_one_ahead(const QString& path, const std::stop_token& stop) {
    try {
        const ImageSize size = read_image_size(to_path(path));
        if (qint64{size.width} * size.height > max_pixels_ahead) return;
        const Photo photo = read(path);
        deliver(this, stop, [this, photo] { Q_EMIT was_read_ahead(photo); });
    } catch (const std::exception&) {
        // Reported when the user opens the photo.
    }
}

}  // namespace gbs::app
