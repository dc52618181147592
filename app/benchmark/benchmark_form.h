// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "app/benchmark/benchmark_job.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace gbs::app {

class CommandRow;
class RunBar;

/// The left part of the dock: the benchmark, split, protocol, models, detectors (files of boxes, and commands of those that
/// run) and ensembles to score, and the progress of a run.
class BenchmarkForm : public QWidget {
    Q_OBJECT

 public:
    explicit BenchmarkForm(QWidget* parent = nullptr);

    void choose_folder();  ///< asks for the folder of a benchmark
    void show_about(const BenchmarkAbout& about);
    const BenchmarkAbout& about() const { return about_; }
    /// Sets the first entry of the list of models; an empty `file` is the default model.
    void set_window_model(const QString& file, const QString& device);
    void add_detector(const QString& file);
    CommandRow* command_row() const { return command_; }
    RunBar* run_bar() const { return run_bar_; }
    BenchmarkRequest request() const;
    QString file() const;
    /// Next to the file of scores; empty if no report is requested.
    QString report_file() const;
    /// Disables all inputs while a run is in progress.
    void set_running(bool running);
    void show_problem(const QString& text);  ///< empty: hides it

 Q_SIGNALS:
    void folder_chosen(const QString& folder);
    void start_requested(bool resume);

 private:
    void name_parts();
    void build();
    QWidget* build_sources();
    void connect_parts();
    QStringList choose_files(const QString& title, const QString& filter);
    void add_model(const QString& file);
    void add_command(const QString& command);
    void start(bool resume);
    void refresh();
    void suggest_file();

    BenchmarkAbout about_;
    bool running_ = false;
    QString device_ = QStringLiteral("auto"), suggested_;
    QPushButton *open_, *add_model_, *add_detector_;
    QLabel *about_label_, *problem_;
    QComboBox *split_, *protocol_;
    QSpinBox *limit_, *answer_limit_;
    QListWidget *models_, *detectors_;
    CommandRow* command_;
    QLineEdit *ensembles_, *file_;
    QCheckBox *masks_, *report_;
    RunBar* run_bar_;
};

}  // namespace gbs::app
