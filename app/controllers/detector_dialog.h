// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gbs::app {

class RunningDetector;

/// Starts and stops a detector that runs, and shows its state, device and log. It stays open beside the window.
class DetectorDialog : public QDialog {
    Q_OBJECT

 public:
    DetectorDialog(RunningDetector& detector, QWidget* parent);

 private:
    void start();
    void show_line(const QString& line, bool again);
    void refresh();
    void fill_commands();

    RunningDetector& detector_;
    QComboBox* command_;
    QLabel* state_;
    QPlainTextEdit* log_;
    QPushButton *start_, *stop_;
};

}  // namespace gbs::app
