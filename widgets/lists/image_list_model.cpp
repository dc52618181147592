// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/image_list_model.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <vector>

#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

constexpr int thumbnail_bytes = 48 << 20;

/// Reset the model if more ranges than this change.
constexpr std::size_t max_changes = 64;

/// Rows `first` to `last`.
struct Range {
    int first, last;
};

void add_to(std::vector<Range>& ranges, int row) {
    if (!ranges.empty() && ranges.back().last == row - 1)
        ranges.back().last = row;
    else
        ranges.push_back({row, row});
}

QHash<QString, int> rows_of(const QStringList& paths) {
    QHash<QString, int> rows;
    rows.reserve(paths.size());
    for (int row = 0; row < static_cast<int>(paths.size()); ++row) rows.insert(paths[row], row);
    return rows;
}

QString verdict_text(const VerdictSummary& verdict) {
    return ImageListModel::tr("Judged: %1 correct, %2 incorrect, %3 unsure, %4 absent")
        .arg(verdict.right)
        .arg(verdict.wrong)
        .arg(verdict.unsure)
        .arg(verdict.absent);
}

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
            return display_name(index.row()).toString();
        case Qt::ToolTipRole: {
            if (is_broken(path)) return tr("%1\nThis file could not be opened.").arg(path);
            const VerdictSummary verdict = verdicts_.value(path);
            return verdict.total() > 0 ? QString(path + QLatin1Char('\n') + verdict_text(verdict)) : path;
        }
        case Qt::AccessibleTextRole: {
            const VerdictSummary verdict = verdicts_.value(path);
            const QString name = display_name(index.row()).toString();
            return verdict.total() > 0 ? QString(name + QStringLiteral(". ") + verdict_text(verdict)) : name;
        }
        case Qt::ForegroundRole:
            return is_broken(path) ? QVariant(QGuiApplication::palette().color(QPalette::PlaceholderText))
                                   : QVariant();
        case Qt::DecorationRole:
            return decoration(path);
        case PathRole:
            return path;
        case BrokenRole:
            return is_broken(path);
        case VerdictRole:
            return QVariant::fromValue(verdicts_.value(path));
        default:
            return {};
    }
}

QVariant ImageListModel::decoration(const QString& path) const {
    if (is_broken(path)) return placeholder(QStringLiteral("warning"));
    const Thumbnail* const known = thumbnails_.object(path);
    if ((!known || known->round != round_) && !wanted_.contains(path)) {
        wanted_.insert(path);
        Q_EMIT thumbnail_wanted(path);
    }
    // Keep the old thumbnail until the new one arrives.
    return known ? known->pixmap : placeholder(QStringLiteral("image"));
}

const QPixmap& ImageListModel::placeholder(const QString& icon) const {
    const double ratio = qGuiApp->devicePixelRatio();
    const QPalette palette = QGuiApplication::palette();
    const QString key =
        QStringLiteral("%1|%2|%3|%4")
            .arg(icon)
            .arg(ratio)
            .arg(palette.color(QPalette::AlternateBase).name(), palette.color(QPalette::Mid).name());
    QPixmap& pixmap = placeholders_[key];
    if (!pixmap.isNull()) return pixmap;
    pixmap = QPixmap(thumbnail_size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRect rect(QPoint(0, 0), thumbnail_size);
    painter.fillRect(rect, palette.color(QPalette::AlternateBase));
    line_icon(icon, palette.color(QPalette::Mid)).paint(&painter, rect.adjusted(24, 15, -24, -15));
    return pixmap;
}

int ImageListModel::find_row(const QString& path) const {
    if (!rows_known_) {
        rows_ = rows_of(paths_);
        rows_known_ = true;
    }
    return rows_.value(path, -1);
}

void ImageListModel::set_paths(const QStringList& paths) {
    const QString old_root = root_;
    if (!change_in_place(paths)) {
        beginResetModel();
        paths_ = paths;
        rows_.clear();
        rows_known_ = false;
        wanted_.clear();
        broken_.clear();
        root_.clear();
        narrow_root(paths_);
        endResetModel();
    }
    finish_change(old_root);
}

bool ImageListModel::change_in_place(const QStringList& paths) {
    if (paths_.isEmpty() || paths.isEmpty()) return false;
    QHash<QString, int> new_rows = rows_of(paths);
    std::vector<Range> gone, come;
    int kept = 0, last_kept = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const int place = new_rows.value(paths_[row], -1);
        if (place < 0) {
            add_to(gone, row);
        } else if (place < last_kept) {
            return false;
        } else {
            // Rows between two kept rows are new.
            for (int added = last_kept + 1; added < place; ++added) add_to(come, added);
            last_kept = place;
            ++kept;
        }
        if (gone.size() + come.size() > max_changes) return false;
    }
    if (kept == 0) return false;
    for (int added = last_kept + 1; added < static_cast<int>(paths.size()); ++added) add_to(come, added);
    for (std::size_t i = gone.size(); i-- > 0;) remove_rows(gone[i].first, gone[i].last);
    for (const Range& range : come) insert_rows(paths, range.first, range.last);
    rows_ = std::move(new_rows);
    rows_known_ = true;
    return true;
}

void ImageListModel::remove_rows(int first, int last) {
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) {
        wanted_.remove(paths_[row]);
        broken_.remove(paths_[row]);
    }
    paths_.remove(first, last - first + 1);
    rows_known_ = false;
    endRemoveRows();
}

void ImageListModel::insert_rows(const QStringList& all, int first, int last) {
    beginInsertRows({}, first, last);
    paths_ = paths_.mid(0, first) + all.mid(first, last - first + 1) + paths_.mid(first);
    rows_known_ = false;
    narrow_root(all.mid(first, last - first + 1));
    endInsertRows();
}

void ImageListModel::append_paths(const QStringList& batch) {
    if (batch.isEmpty()) return;
    const QString old_root = root_;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(batch.size()) - 1);
    paths_ += batch;
    if (rows_known_)
        for (int row = first; row < rowCount(); ++row) rows_.insert(paths_[row], row);
    narrow_root(batch);
    endInsertRows();
    finish_change(old_root);
}

void ImageListModel::finish_change(const QString& old_root) {
    if (root_ != old_root && !paths_.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DisplayRole, Qt::AccessibleTextRole});
    Q_EMIT paths_changed();
}

void ImageListModel::narrow_root(const QStringList& added) {
    if (root_.isEmpty() && !added.isEmpty() && added.front() == paths_.front())
        root_ = added.front().left(added.front().lastIndexOf(QLatin1Char('/')) + 1);
    for (const QString& path : added)
        while (!path.startsWith(root_)) root_.truncate(root_.lastIndexOf(QLatin1Char('/'), -2) + 1);
}

void ImageListModel::set_thumbnail(const QString& path, const QImage& thumbnail) {
    const int row = find_row(path);
    if (row < 0) return;
    wanted_.remove(path);
    if (thumbnail.isNull()) {
        set_broken(path, true);
        return;
    }
    // Center thumbnails in equal frames to align the names.
    const double ratio = thumbnail.devicePixelRatio();
    QPixmap framed(thumbnail_size * ratio);
    framed.setDevicePixelRatio(ratio);
    framed.fill(Qt::transparent);
    const QSizeF size = QSizeF(thumbnail.size()) / ratio;
    QPainter(&framed).drawImage(
        QPointF((thumbnail_size.width() - size.width()) / 2, (thumbnail_size.height() - size.height()) / 2),
        thumbnail);
    thumbnails_.insert(path, new Thumbnail{framed, round_}, framed.width() * framed.height() * 4);
    Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
}

void ImageListModel::refresh_thumbnails() {
    ++round_;
    wanted_.clear();
    broken_.clear();
    if (!paths_.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1),
                           {Qt::DecorationRole, Qt::ForegroundRole, Qt::ToolTipRole, BrokenRole});
}

void ImageListModel::set_broken(const QString& path, bool broken) {
    if (broken == broken_.contains(path)) return;
    if (broken)
        broken_.insert(path);
    else
        broken_.remove(path);
    if (const int row = find_row(path); row >= 0)
        Q_EMIT dataChanged(index(row), index(row),
                           {Qt::DecorationRole, Qt::ForegroundRole, Qt::ToolTipRole, BrokenRole});
}

void ImageListModel::set_verdicts(const QHash<QString, VerdictSummary>& verdicts) {
    if (verdicts == verdicts_) return;
    verdicts_ = verdicts;
    if (!paths_.isEmpty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1), {VerdictRole});
}

void ImageListModel::set_verdict(const QString& path, const VerdictSummary& verdict) {
    if (verdict.total() == 0)
        verdicts_.remove(path);
    else
        verdicts_.insert(path, verdict);
    if (const int row = find_row(path); row >= 0) Q_EMIT dataChanged(index(row), index(row), {VerdictRole});
}

}  // namespace gbs::widgets
