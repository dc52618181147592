// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "app/benchmark/benchmark_job.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace gbs::app {

/// What is to be scored: the benchmark, its split, a protocol, models, detectors and ensembles; and how a run
/// goes.
class BenchmarkForm : public QWidget {
    Q_OBJECT

 public:
    explicit BenchmarkForm(QWidget* parent = nullptr);

    void show_about(const BenchmarkAbout& about);
    const BenchmarkAbout& about() const { return about_; }
    /// The window's model is offered first; empty: the default one.
    void set_window_model(const QString& file, const QString& device);
    void add_model(const QString& file);
    void add_detector(const QString& file);
    BenchmarkRequest request() const;
    QString file() const;
    /// Beside the file; empty: none is wanted.
    QString report_file() const;
    QCheckBox* report_box() const { return report_; }
    void set_file(const QString& file);
    /// Nothing can be changed while a run goes on.
    void set_running(bool running);
    void show_progress(const BenchmarkProgress& progress);
    void show_activity(const QString& what);  ///< empty: none
    void show_problem(const QString& text);   ///< empty: none

    QPushButton* open_button() const { return open_; }
    QPushButton* start_button() const { return start_; }
    QPushButton* resume_button() const { return resume_; }
    QPushButton* stop_button() const { return stop_; }
    QComboBox* split_box() const { return split_; }
    QComboBox* protocol_box() const { return protocol_; }
    QSpinBox* limit_box() const { return limit_; }
    QLineEdit* ensembles_edit() const { return ensembles_; }
    QListWidget* models() const { return models_; }
    QListWidget* detectors() const { return detectors_; }
    QString problem() const;
    QString about_text() const;
    QString progress_text() const;

 Q_SIGNALS:
    void folder_chosen(const QString& folder);
    void start_requested(bool resume);
    void stop_requested();

 private:
    void build();
    QWidget* build_sources();
    QWidget* build_foot();
    void connect_parts();
    void choose_folder();
    void choose_files(QListWidget* list, const QString& title, const QString& filter);
    void refresh();
    void suggest_file();

    BenchmarkAbout about_;
    bool running_ = false;
    QString device_ = QStringLiteral("auto"), suggested_;
    QPushButton *open_, *add_model_, *add_detector_, *start_, *resume_, *stop_;
    QLabel *about_label_, *problem_, *progress_label_;
    QComboBox *split_, *protocol_;
    QSpinBox* limit_;
    QListWidget *models_, *detectors_;
    QLineEdit *ensembles_, *file_;
    QCheckBox* report_;
    QProgressBar* bar_;
};

}  // namespace gbs::app
