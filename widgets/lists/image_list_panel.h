// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QWidget>

#include "widgets/lists/image_filter_model.h"

class QLabel;

namespace gbs::widgets {

/// The images of what was opened, with filters by name and by verdict.
class ImageListPanel : public QWidget {
    Q_OBJECT

 public:
    explicit ImageListPanel(ImageListModel* model, QWidget* parent = nullptr);

    QListView* list() const { return list_; }
    QLineEdit* filter() const { return filter_; }
    QComboBox* verdict_filter() const { return verdict_filter_; }
    /// Marks the image that is shown, without asking for it again.
    void set_current(const QString& path);
    QModelIndex index_of(const QString& path) const;  ///< in the list; invalid where a filter hides it
    /// The path `step` rows from `path` among those that pass the filters and are not broken; empty where
    /// none is. An image that a filter hides, or that is gone, is stepped from where it would be.
    QString neighbour(const QString& path, int step) const;

 Q_SIGNALS:
    void image_requested(const QString& path);

 private:
    void build_filters();
    void build_list();
    void refresh_count();
    void restore_current();

    ImageListModel* model_;
    ImageFilterModel filtered_;
    QLineEdit* filter_;
    QComboBox* verdict_filter_;
    QListView* list_;
    QLabel* count_;
    QString current_;        ///< the image that is shown
    int current_place_ = 0;  ///< its row among all images, or where that was
    bool setting_current_ = false;
};

}  // namespace gbs::widgets
