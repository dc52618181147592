// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include "app/benchmark/benchmark_job.h"
#include "app/benchmark/benchmark_panel.h"

class QDockWidget;

namespace gbs::app {

class Explorer;
class MainWindow;

/// The dock "Benchmark": scores models on benchmark folders, keeps results, and walks through their phrases
/// in the explorer with the true boxes.
class BenchmarkController : public QObject {
    Q_OBJECT

 public:
    explicit BenchmarkController(MainWindow& window);

    BenchmarkPanel* panel() const { return panel_; }
    BenchmarkJob* job() { return &job_; }
    QDockWidget* dock() const { return dock_; }

    void show_panel();
    void open_folder(const QString& folder);
    void open_results(const QStringList& files);

 private:
    void build_menu();
    void restore();
    void connect_job();
    void connect_panel();
    void ask_results();
    void start(bool resume);
    void walk(const BenchmarkResultPtr& result, const UnitResult& unit, const MapScore* score);
    /// The explorer lists the photos of the result and knows its boxes.
    void enter(const BenchmarkResultPtr& result, const std::shared_ptr<const FolderIndex>& photos,
               const QString& photo);
    void show_wanted();

    MainWindow& window_;
    Explorer& explorer_;
    BenchmarkPanel* panel_ = nullptr;
    QDockWidget* dock_ = nullptr;
    BenchmarkJob job_;
    BenchmarkResultPtr entered_;  ///< whose photos the explorer lists
    bool restored_ = false;
    bool entering_ = false;  ///< they are being opened
    QString wanted_photo_, wanted_phrase_;
};

}  // namespace gbs::app
