// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QPoint>
#include <QVector>

namespace gbs::widgets {

/// What is known of a phrase on the photo that is shown.
enum class PhraseState { waiting, computing, ready, failed };

struct PhraseItem {
    QString text;
    QColor color;
    bool hidden = false;
    PhraseState state = PhraseState::waiting;
    float peak_value = 0;  ///< of the mean map, when ready
    QString note;          ///< why it failed
};

/// The phrases in a person's order. No text comes twice.
class PhraseModel : public QAbstractListModel {
    Q_OBJECT

 public:
    enum Role { ItemRole = Qt::UserRole + 1 };

    explicit PhraseModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Changes nothing by itself: asks for another text.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

    const QVector<PhraseItem>& items() const { return items_; }
    int row_of(const QString& text) const { return row_of(items_, text); }  ///< -1 where there is none
    static int row_of(const QVector<PhraseItem>& items, const QString& text);
    /// A phrase to add to `items`, in the colour that they use least.
    static PhraseItem new_item(const QVector<PhraseItem>& items, const QString& text);
    /// Replaces the list; rows that stay are kept as they are for the views.
    void set_items(const QVector<PhraseItem>& items);
    void set_state(int row, PhraseState state, float peak_value = 0, const QString& note = {});

 Q_SIGNALS:
    void rename_requested(int row, const QString& text);

 private:
    QVector<PhraseItem> items_;
};

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::PhraseItem)
