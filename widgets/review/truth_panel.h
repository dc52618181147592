// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListWidget>
#include <QToolButton>
#include <QWidget>
#include <array>

#include "widgets/review/review_values.h"

namespace gbs::widgets {

enum class TruthTool { none, point, box, polygon };

/// Tools to mark the ground truth of a phrase on the photo, and the list of marks. Only emits requests; the
/// owner of the truths carries them out.
class TruthPanel : public QWidget {
    Q_OBJECT

 public:
    explicit TruthPanel(QWidget* parent = nullptr);

    void set_truths(const QVector<Truth>& truths);
    void set_peak_known(bool known);
    TruthTool tool() const { return tool_; }
    void set_tool(TruthTool tool);
    /// The next mark replaces the selected truth instead of adding one.
    bool moves() const { return move_->isChecked(); }
    int current() const { return list_->currentRow(); }
    void set_current(int row);

    QListWidget* list() const { return list_; }

    /// Handles a mark on the photo: emits truth_added or truth_changed.
    void take_mark(const Truth& truth);

 Q_SIGNALS:
    void tool_changed(gbs::widgets::TruthTool tool);
    void current_changed(int row);  ///< -1: none
    void truth_added(const gbs::widgets::Truth& truth);
    void truth_changed(int index, const gbs::widgets::Truth& truth);
    void truth_removed(int index);
    void peak_requested();

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    QToolButton* add_button(const char* name, const QString& icon, const QString& text, const QString& tip);
    bool press_key(int key, Qt::KeyboardModifiers modifiers);
    void remove_current();
    void refresh_buttons();

    QVector<Truth> truths_;
    TruthTool tool_ = TruthTool::none;
    bool peak_known_ = false;
    QToolButton *point_, *box_, *polygon_, *peak_, *move_, *remove_;
    QListWidget* list_;
};

}  // namespace gbs::widgets
