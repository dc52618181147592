// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractProxyModel>
#include <vector>

#include "widgets/lists/image_list_model.h"

namespace gbs::widgets {

/// The rows of an ImageListModel that pass a filter by name and one by verdict, in the same order. One pass
/// over the names, where QSortFilterProxyModel takes away row by row: 50,000 rows cost some milliseconds.
class ImageFilterModel : public QAbstractProxyModel {
    Q_OBJECT

 public:
    explicit ImageFilterModel(ImageListModel* images, QObject* parent = nullptr);

    void set_name_filter(const QString& text);  ///< a part of the name, whatever its case
    void set_verdict_filter(VerdictFilter filter);
    /// The image that is shown: if it is here, it stays while it is, though a new verdict takes it out of
    /// what passes. Who judges must not lose sight of what was judged.
    void set_current(const QString& path);
    /// The first row here whose image is `source_row` or comes after it; rowCount() where there is none.
    int lower_bound(int source_row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QModelIndex index(int row, int column = 0, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex&) const override { return {}; }
    QModelIndex mapToSource(const QModelIndex& proxy) const override;
    QModelIndex mapFromSource(const QModelIndex& source) const override;

 private:
    bool passes_filters(int source_row) const;
    void rebuild();  ///< between beginResetModel and endResetModel
    void reset();
    void show_or_hide(int source_row);
    void on_inserted(int first, int last);
    void on_to_be_removed(int first, int last);
    void on_removed(int first, int last);
    void on_changed(int first, int last, const QList<int>& roles);
    void shift(int from_row, int by);

    ImageListModel* images_;
    QString name_;
    VerdictFilter verdict_ = VerdictFilter::all;
    QString current_;
    std::vector<int> rows_;  ///< of the images that pass, ascending
};

}  // namespace gbs::widgets
