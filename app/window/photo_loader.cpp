#include "app/window/photo_loader.h"

#include <new>

namespace gbs {

PhotoLoader::PhotoLoader(QObject* parent)
    : QObject(parent),
      worker_([this](const QString& path, std::stop_token stop) { handle(path, std::move(stop)); }) {}

void PhotoLoader::load(const QString& path) {
    worker_.submit(path);
}

void PhotoLoader::handle(const QString& path, std::stop_token stop) {
    try {
        const Photo photo = read_photo(path);
        if (!stop.stop_requested()) Q_EMIT loaded(photo);
    } catch (const std::bad_alloc&) {
        if (!stop.stop_requested())
            Q_EMIT failed(path, tr("%1: not enough memory to open this photo").arg(path));
    } catch (const std::exception& error) {
        if (!stop.stop_requested()) Q_EMIT failed(path, QString::fromUtf8(error.what()));
    }
}

}  // namespace gbs
