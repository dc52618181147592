#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <QPoint>
#include <QVector>

namespace gbs {

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

/// The phrases, in the order in which they were added. No text comes twice.
class PhraseModel : public QAbstractListModel {
    Q_OBJECT

 public:
    enum Role { ItemRole = Qt::UserRole + 1 };

    explicit PhraseModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const QVector<PhraseItem>& items() const { return items_; }
    int row_of(const QString& text) const;  ///< -1 where there is none
    int add(const QString& text);           ///< the row of the new or the known phrase
    void remove(int row);
    void set_hidden(int row, bool hidden);
    void set_state(int row, PhraseState state, float peak_value = 0, const QString& note = {});

 Q_SIGNALS:
    void hidden_changed(int row);

 private:
    QColor free_color() const;

    QVector<PhraseItem> items_;
};

}  // namespace gbs

Q_DECLARE_METATYPE(gbs::PhraseItem)
