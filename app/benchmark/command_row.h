// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace gbs::app {

/// A field for the command of a detector that runs, with those that the user knows, and below it why a command cannot be
/// used. Its children are named "command", "add_command" and "command_problem".
class CommandRow : public QWidget {
    Q_OBJECT

 public:
    explicit CommandRow(QWidget* parent = nullptr);

    /// Offers the commands known by now; keeps what is typed.
    void offer();
    /// Takes what is typed, as a click on Add does. False if it cannot be used, which is shown.
    bool take();
    bool is_empty() const;  ///< nothing is typed

 Q_SIGNALS:
    void added(const QString& command);

 private:
    void show_problem(const QString& text);

    QComboBox* command_;
    QToolButton* add_;
    QLabel* problem_;
};

}  // namespace gbs::app
