#pragma once

#include <QLineEdit>
#include <QListView>
#include <QWidget>

#include "widgets/phrase_model.h"

class QLabel;

namespace gbs {

/// The phrase edit with the list of phrases below it. It asks (signals); whoever owns the model does.
class PhrasePanel : public QWidget {
    Q_OBJECT

 public:
    explicit PhrasePanel(PhraseModel* model, QWidget* parent = nullptr);

    QLineEdit* edit() const { return edit_; }
    QListView* list() const { return list_; }
    int current_row() const;
    void set_current_row(int row);
    void focus_edit();
    /// Phrases to try on this photo, shown while the list is empty.
    void set_suggestions(const QStringList& phrases);

 Q_SIGNALS:
    void phrase_entered(const QString& text);
    void current_changed(int row);
    void remove_requested(int row);

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    bool press_button(QMouseEvent* event);
    bool press_key(int key);
    void show_menu(QPoint place);
    void refresh_hint();

    PhraseModel* model_;
    QLineEdit* edit_;
    QListView* list_;
    QLabel* hint_;
    QStringList suggestions_;
};

}  // namespace gbs
