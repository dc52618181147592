#pragma once

#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QWidget>

#include "widgets/image_list_model.h"

class QLabel;

namespace gbs {

/// The images of what was opened, with a filter by name.
class ImageListPanel : public QWidget {
    Q_OBJECT

 public:
    explicit ImageListPanel(ImageListModel* model, QWidget* parent = nullptr);

    QListView* list() const { return list_; }
    QLineEdit* filter() const { return filter_; }
    /// Marks the image that is shown, without asking for it again.
    void set_current(const QString& path);
    QModelIndex index_of(const QString& path) const;  ///< in the list; invalid where the filter hides it
    /// The path `step` rows from `path` among those that pass the filter and are not broken; empty where none
    /// is.
    QString neighbour(const QString& path, int step) const;

 Q_SIGNALS:
    void image_requested(const QString& path);

 private:
    void refresh_count();

    ImageListModel* model_;
    QSortFilterProxyModel filtered_;
    QLineEdit* filter_;
    QListView* list_;
    QLabel* count_;
    QString current_;  ///< the image that is shown
    bool setting_current_ = false;
};

}  // namespace gbs
