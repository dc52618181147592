// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QWidget>
#include <array>

#include "widgets/runs/run_values.h"

namespace gbs::widgets {

class EmptyNote;

/// The runs of a folder, and the details and actions of the selected one. Only emits requests; shows the
/// state in the model (see run_role), never the state that was requested.
class RunListPanel : public QWidget {
    Q_OBJECT

 public:
    explicit RunListPanel(QAbstractItemModel* model, QWidget* parent = nullptr);

    void set_folder(const QString& folder);
    void set_details(const RunDetails& details);
    /// Selects a run, now or once it is listed; empty for none.
    void select(const QString& folder);
    QString selected() const { return selected_; }
    /// The selected run; its folder is empty if there is none.
    RunRow current() const;
    const RunDetails& details() const { return details_; }
    QSize sizeHint() const override { return {900, 260}; }

    QTreeView* list() const { return list_; }
    QToolButton* button(RunAction action) const { return buttons_[static_cast<std::size_t>(action)]; }
    QPlainTextEdit* log() const { return log_; }
    QString description() const { return description_->text(); }
    QString title() const { return title_->text(); }

 Q_SIGNALS:
    void new_run_requested();
    void folder_requested();
    void attach_requested();
    void action_requested(gbs::widgets::RunAction action, const gbs::widgets::RunRow& run);
    void run_selected(const QString& folder);

 protected:
    void changeEvent(QEvent* event) override;

 private:
    QWidget* build_list();
    QWidget* build_details();
    void add_button(RunAction action, const QString& text, const QString& icon, const QString& tip);
    void restore_selection();
    void refresh();
    QModelIndex find_index(const QString& folder) const;

    QSortFilterProxyModel sorted_;
    QTreeView* list_;
    EmptyNote* empty_ = nullptr;
    QLabel *folder_, *title_, *icon_, *description_;
    QPushButton* new_;
    QPlainTextEdit* log_;
    std::array<QToolButton*, 6> buttons_{};
    QString selected_;
    RunDetails details_;
    bool restoring_ = false;
};

}  // namespace gbs::widgets
