// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QHash>
#include <QPoint>
#include <QVector>
#include <optional>

namespace gbs::widgets {

/// The state of a phrase on the current photo.
enum class PhraseState { waiting, computing, ready, failed };

struct PhraseItem {
    QString text;
    QColor color;
    bool hidden = false;
    QString photo{};  ///< the only photo that it is for; empty: all photos
    PhraseState state = PhraseState::waiting;
    float peak_value = 0;             ///< of the mean map, if ready
    QString note;                     ///< the error, if failed
    std::optional<float> strength{};  ///< core/image/strength_level.h; nothing if the model does not know
};

/// The user's verdict on a phrase in the shown photo.
struct GivenVerdict {
    QString icon;  ///< a name for line_icon()
    QString text;
    QColor color;

    bool operator==(const GivenVerdict&) const = default;
};

/// The phrases in the user's order, without duplicates.
class PhraseModel : public QAbstractListModel {
    Q_OBJECT

 public:
    enum Role { ItemRole = Qt::UserRole + 1, VerdictRole };

    explicit PhraseModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Emits rename_requested; changes nothing itself.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

    const QVector<PhraseItem>& items() const { return items_; }
    int find_row(const QString& text) const { return find_row(items_, text); }  ///< -1 if not found
    static int find_row(const QVector<PhraseItem>& items, const QString& text);
    /// The name of a row in marks and legends: A to Z, then AA.
    static QString letter(int row);
    /// A new item in a color that no other item has. The first colors can be told apart by color-blind eyes.
    static PhraseItem new_item(const QVector<PhraseItem>& items, const QString& text);
    /// Replaces the list; views keep the rows that stay.
    void set_items(const QVector<PhraseItem>& items);
    void set_state(int row, PhraseState state, float peak_value = 0, const QString& note = {},
                   std::optional<float> strength = {});
    /// Verdicts on the shown photo by phrase.
    void set_verdicts(const QHash<QString, GivenVerdict>& verdicts);

 Q_SIGNALS:
    void rename_requested(int row, const QString& text);

 private:
    QVector<PhraseItem> items_;
    QHash<QString, GivenVerdict> verdicts_;
};

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::PhraseItem)
Q_DECLARE_METATYPE(gbs::widgets::GivenVerdict)
