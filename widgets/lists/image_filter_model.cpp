// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/image_filter_model.h"

#include <QStringMatcher>
#include <algorithm>

namespace gbs::widgets {

ImageFilterModel::ImageFilterModel(ImageListModel* images, QObject* parent)
    : QAbstractProxyModel(parent), images_(images) {
    setSourceModel(images);
    rebuild();
    connect(images, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(images, &QAbstractItemModel::modelReset, this, [this] {
        rebuild();
        endResetModel();
    });
    connect(images, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { on_inserted(first, last); });
    connect(images, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { on_to_be_removed(first, last); });
    connect(images, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { on_removed(first, last); });
    connect(images, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
                on_changed(first.row(), last.row(), roles);
            });
}

void ImageFilterModel::set_name_filter(const QString& text) {
    if (text == name_) return;
    name_ = text;
    reset();
}

void ImageFilterModel::set_verdict_filter(VerdictFilter filter) {
    if (filter == verdict_) return;
    verdict_ = filter;
    reset();
}

void ImageFilterModel::set_listed(std::optional<QSet<QString>> paths) {
    listed_ = std::move(paths);
    reset();
}

void ImageFilterModel::set_phrase_count(int phrases) {
    if (phrases == phrases_) return;
    phrases_ = phrases;
    if (verdict_ == VerdictFilter::partly) reset();
}

void ImageFilterModel::set_current(const QString& path) {
    if (path == current_) return;
    const int left = images_->find_row(current_);
    current_ = path;
    const int row = lower_bound(left);
    if (left >= 0 && row < rowCount() && rows_[static_cast<std::size_t>(row)] == left) show_or_hide(left);
}

int ImageFilterModel::lower_bound(int source_row) const {
    return static_cast<int>(std::lower_bound(rows_.begin(), rows_.end(), source_row) - rows_.begin());
}

int ImageFilterModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QModelIndex ImageFilterModel::index(int row, int column, const QModelIndex& parent) const {
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ImageFilterModel::mapToSource(const QModelIndex& proxy) const {
    if (!proxy.isValid() || proxy.row() >= rowCount()) return {};
    return images_->index(rows_[static_cast<std::size_t>(proxy.row())]);
}

QModelIndex ImageFilterModel::mapFromSource(const QModelIndex& source) const {
    if (!source.isValid()) return {};
    const int row = lower_bound(source.row());
    if (row == rowCount() || rows_[static_cast<std::size_t>(row)] != source.row()) return {};
    return createIndex(row, 0);
}

bool ImageFilterModel::passes_filters(int source_row) const {
    return (name_.isEmpty() || images_->display_name(source_row).contains(name_, Qt::CaseInsensitive)) &&
           passes(verdict_, images_->verdict_at(source_row), phrases_) &&
           (!listed_ || listed_->contains(images_->paths()[source_row]));
}

void ImageFilterModel::rebuild() {
    rows_.clear();
    const QStringMatcher matcher(name_, Qt::CaseInsensitive);
    for (int row = 0; row < images_->rowCount(); ++row) {
        if (!name_.isEmpty() && matcher.indexIn(images_->display_name(row)) < 0) continue;
        if (verdict_ != VerdictFilter::all && !passes(verdict_, images_->verdict_at(row), phrases_)) continue;
        if (listed_ && !listed_->contains(images_->paths()[row])) continue;
        rows_.push_back(row);
    }
}

void ImageFilterModel::reset() {
    beginResetModel();
    rebuild();
    endResetModel();
}

void ImageFilterModel::show_or_hide(int source_row) {
    const int row = lower_bound(source_row);
    const bool shown = row < rowCount() && rows_[static_cast<std::size_t>(row)] == source_row;
    if (passes_filters(source_row) == shown) return;
    if (shown) {
        beginRemoveRows({}, row, row);
        rows_.erase(rows_.begin() + row);
        endRemoveRows();
    } else {
        beginInsertRows({}, row, row);
        rows_.insert(rows_.begin() + row, source_row);
        endInsertRows();
    }
}

void ImageFilterModel::shift(int from_row, int by) {
    for (auto row = std::lower_bound(rows_.begin(), rows_.end(), from_row); row != rows_.end(); ++row)
        *row += by;
}

void ImageFilterModel::on_inserted(int first, int last) {
    shift(first, last - first + 1);
    std::vector<int> added;
    for (int row = first; row <= last; ++row)
        if (passes_filters(row)) added.push_back(row);
    if (added.empty()) return;
    const int place = lower_bound(first);
    beginInsertRows({}, place, place + static_cast<int>(added.size()) - 1);
    rows_.insert(rows_.begin() + place, added.begin(), added.end());
    endInsertRows();
}

void ImageFilterModel::on_to_be_removed(int first, int last) {
    const int begin = lower_bound(first), end = lower_bound(last + 1);
    if (begin == end) return;
    beginRemoveRows({}, begin, end - 1);
    rows_.erase(rows_.begin() + begin, rows_.begin() + end);
    endRemoveRows();
}

void ImageFilterModel::on_removed(int first, int last) {
    shift(last + 1, first - last - 1);
}

void ImageFilterModel::on_changed(int first, int last, const QList<int>& roles) {
    const bool judged =
        verdict_ != VerdictFilter::all && (roles.isEmpty() || roles.contains(ImageListModel::VerdictRole));
    if (judged && first != last) return reset();
    if (judged && images_->index(first).data(ImageListModel::PathRole).toString() != current_)
        show_or_hide(first);
    const int begin = lower_bound(first), end = lower_bound(last + 1);
    if (begin < end) Q_EMIT dataChanged(index(begin), index(end - 1), roles);
}

}  // namespace gbs::widgets
