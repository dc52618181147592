// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QWidget>

#include "widgets/lists/image_filter_model.h"

class QLabel;
class QPushButton;

namespace gbs::widgets {

class EmptyNote;

/// The list of open images, with filters by name and verdict.
class ImageListPanel : public QWidget {
    Q_OBJECT

 public:
    explicit ImageListPanel(ImageListModel* model, QWidget* parent = nullptr);

    QListView* list() const { return list_; }
    QLineEdit* filter() const { return filter_; }
    /// Limits the list to these photos until the user clicks the button that says `why`.
    void list_only(const QStringList& paths, const QString& why);
    /// The same with other photos and another text; keeps the filters.
    void update_listed(const QStringList& paths, const QString& why);
    void list_all();
    QString why() const;  ///< the text on the button; empty: all photos are listed
    void set_phrase_count(int phrases) { filtered_.set_phrase_count(phrases); }
    /// Selects the image that is shown, without emitting image_requested.
    void set_current(const QString& path);
    QModelIndex find_index(const QString& path) const;  ///< in the list; invalid if filtered out
    /// The path `step` rows from `path` among the filtered rows that are not broken; empty if there is none.
    /// An image that is filtered out or gone counts at its former position.
    QString neighbor(const QString& path, int step) const;

 Q_SIGNALS:
    void image_requested(const QString& path);
    void folder_requested();                 ///< by the button of the empty list
    void all_requested(const QString& why);  ///< by the button that says why not all are listed

 private:
    void build_filters();
    void build_list();
    void refresh_count();
    void refresh_empty();
    void restore_current();

    ImageListModel* model_;
    ImageFilterModel filtered_;
    QLineEdit* filter_;
    QComboBox* verdict_filter_;
    QPushButton* why_;  ///< the list is limited to some photos
    QListView* list_;
    QLabel* count_;
    EmptyNote* empty_ = nullptr;
    QString current_;        ///< the image shown
    int current_place_ = 0;  ///< its current or former row among all images
    bool setting_current_ = false;
};

}  // namespace gbs::widgets
