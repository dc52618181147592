// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/photo.h"

#include <QDateTime>
#include <QFileInfo>
#include <QImageReader>
#include <array>
#include <optional>
#include <span>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image_header.h"

namespace gbs::app {

namespace {

/// A QImage that shares the pixels of `image` and keeps them alive.
QImage wrap(const std::shared_ptr<const Image>& image) {
    auto* const owner = new std::shared_ptr<const Image>(image);
    return QImage(
        image->rgb.data(), image->width, image->height, static_cast<qsizetype>(image->width) * 3,
        QImage::Format_RGB888, [](void* held) { delete static_cast<std::shared_ptr<const Image>*>(held); },
        owner);
}

const char* qt_name(ImageHeader::Format format) {
    switch (format) {
        case ImageHeader::Format::jpeg:
            return "jpeg";
        case ImageHeader::Format::png:
            return "png";
        case ImageHeader::Format::webp:
            return "webp";
        case ImageHeader::Format::bmp:
            return "bmp";
        case ImageHeader::Format::tiff:
            return "tiff";
    }
    return "";
}

std::optional<ImageHeader::Format> find_format(const QString& path) {
    try {
        std::array<std::uint8_t, 12> start{};
        auto file = open_to_read(to_path(path));
        file.read(reinterpret_cast<char*>(start.data()), start.size());
        return find_image_format(std::span(start).first(static_cast<std::size_t>(file.gcount())));
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

bool read_photo_with(QImageReader& reader, const QString& path) {
    const auto format = find_format(path);
    if (!format) return false;
    reader.setFileName(path);
    reader.setFormat(qt_name(*format));
    reader.setAutoDetectImageFormat(false);
    return true;
}

QString photo_key(const QString& path) {
    const QFileInfo info(path);
    return QStringLiteral("%1|%2|%3")
        .arg(info.absoluteFilePath())
        .arg(info.size())
        .arg(info.lastModified().toMSecsSinceEpoch());
}

Photo read_photo(const QString& path) {
    Photo photo;
    photo.path = path;
    photo.key = photo_key(path);
    photo.image = std::make_shared<const Image>(load_image(to_path(path)));
    photo.pyramid = std::make_shared<const widgets::PhotoPyramid>(wrap(photo.image));
    return photo;
}

}  // namespace gbs::app
