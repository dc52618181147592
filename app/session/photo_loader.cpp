// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/photo_loader.h"

#include <QImageReader>
#include <new>

namespace gbs::app {

namespace {

/// Reading a larger photo costs more time and memory than a person saves.
constexpr qint64 most_pixels_ahead = 24'000'000;

}  // namespace

PhotoLoader::PhotoLoader(QObject* parent)
    : QObject(parent),
      worker_([this](const QString& path, std::stop_token stop) { handle(path, std::move(stop)); }),
      ahead_worker_(
          [this](const QStringList& paths, std::stop_token stop) { handle_ahead(paths, std::move(stop)); }) {}

PhotoLoader::~PhotoLoader() = default;

void PhotoLoader::load(const QString& path) {
    ahead_worker_.submit({});
    worker_.submit(path);
}

void PhotoLoader::read_ahead(const QStringList& paths) {
    ahead_worker_.submit(paths);
}

Photo PhotoLoader::read(const QString& path) {
    if (const auto known = cache_.find(photo_key(path))) return *known;
    Photo photo = read_photo(path);
    cache_.insert(photo);
    return photo;
}

void PhotoLoader::handle(const QString& path, std::stop_token stop) {
    {
        // It may be on its way already.
        std::unique_lock lock(mutex_);
        if (!ahead_changed_.wait(lock, stop, [this, &path] { return reading_ahead_ != path; })) return;
    }
    try {
        const Photo photo = read(path);
        if (!stop.stop_requested()) Q_EMIT loaded(photo);
    } catch (const std::bad_alloc&) {
        if (!stop.stop_requested())
            Q_EMIT failed(path, tr("%1: not enough memory to open this photo").arg(path));
    } catch (const std::exception& error) {
        if (!stop.stop_requested()) Q_EMIT failed(path, QString::fromUtf8(error.what()));
    }
}

void PhotoLoader::set_reading_ahead(const QString& path) {
    {
        const std::lock_guard lock(mutex_);
        reading_ahead_ = path;
    }
    ahead_changed_.notify_all();
}

void PhotoLoader::handle_ahead(const QStringList& paths, std::stop_token stop) {
    for (const QString& path : paths) {
        if (stop.stop_requested()) return;
        set_reading_ahead(path);
        read_one_ahead(path, stop);
        set_reading_ahead({});
    }
}

void PhotoLoader::read_one_ahead(const QString& path, const std::stop_token& stop) {
    try {
        const QSize size = QImageReader(path).size();
        if (!size.isValid() || qint64{size.width()} * size.height() > most_pixels_ahead) return;
        const Photo photo = read(path);
        if (!stop.stop_requested()) Q_EMIT was_read_ahead(photo);
    } catch (const std::exception&) {
        // It is told when the photo is wanted.
    }
}

}  // namespace gbs::app
