#include "widgets/image_list_model.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

#include "widgets/icons.h"

namespace gbs {

namespace {

constexpr int thumbnail_bytes = 48 << 20;

}  // namespace

ImageListModel::ImageListModel(QObject* parent) : QAbstractListModel(parent), thumbnails_(thumbnail_bytes) {}

int ImageListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(paths_.size());
}

QVariant ImageListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const QString& path = paths_[index.row()];
    switch (role) {
        case Qt::DisplayRole:
            return QFileInfo(path).fileName();
        case Qt::ToolTipRole:
            return is_broken(path) ? tr("%1\nThis file could not be opened.").arg(path) : path;
        case Qt::ForegroundRole:
            return is_broken(path) ? QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText))
                                   : QVariant();
        case Qt::DecorationRole: {
            if (is_broken(path)) return placeholder(QStringLiteral("warning"));
            if (const QPixmap* const known = thumbnails_.object(path)) return *known;
            if (!wanted_.contains(path)) {
                wanted_.insert(path);
                Q_EMIT thumbnail_wanted(path);
            }
            return placeholder(QStringLiteral("image"));
        }
        case PathRole:
            return path;
        case BrokenRole:
            return is_broken(path);
        default:
            return {};
    }
}

QPixmap ImageListModel::placeholder(const QString& icon) const {
    const double ratio = qGuiApp->devicePixelRatio();
    QPixmap pixmap(thumbnail_size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QPalette palette = QGuiApplication::palette();
    QRect rect(QPoint(0, 0), thumbnail_size);
    painter.fillRect(rect, palette.color(QPalette::AlternateBase));
    line_icon(icon, palette.color(QPalette::Mid)).paint(&painter, rect.adjusted(24, 15, -24, -15));
    return pixmap;
}

void ImageListModel::set_paths(const QStringList& paths) {
    beginResetModel();
    paths_ = paths;
    rows_.clear();
    rows_.reserve(paths.size());
    for (int row = 0; row < static_cast<int>(paths.size()); ++row) rows_.insert(paths[row], row);
    wanted_.clear();
    broken_.clear();
    endResetModel();
}

void ImageListModel::set_thumbnail(const QString& path, const QImage& thumbnail) {
    const int row = row_of(path);
    if (row < 0) return;
    wanted_.remove(path);
    if (thumbnail.isNull()) {
        set_broken(path, true);
        return;
    }
    // Laid in the middle of equal frames, so that names begin in one column.
    const double ratio = thumbnail.devicePixelRatio();
    auto* const framed = new QPixmap(thumbnail_size * ratio);
    framed->setDevicePixelRatio(ratio);
    framed->fill(Qt::transparent);
    const QSizeF size = QSizeF(thumbnail.size()) / ratio;
    QPainter(framed).drawImage(
        QPointF((thumbnail_size.width() - size.width()) / 2, (thumbnail_size.height() - size.height()) / 2),
        thumbnail);
    thumbnails_.insert(path, framed, framed->width() * framed->height() * 4);
    Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
}

void ImageListModel::set_broken(const QString& path, bool broken) {
    if (broken)
        broken_.insert(path);
    else
        broken_.remove(path);
    if (const int row = row_of(path); row >= 0) Q_EMIT dataChanged(index(row), index(row));
}

}  // namespace gbs
