// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPoint>
#include <QStringList>
#include <optional>

#include "app/benchmark/benchmark_job.h"
#include "app/benchmark/benchmark_panel.h"

class QDockWidget;

namespace gbs::app {

class Explorer;
class MainWindow;

/// The dock "Benchmark": scores models on benchmark folders, lists results, and shows their phrases with the
/// true boxes in the explorer.
class BenchmarkController : public QObject {
    Q_OBJECT

 public:
    explicit BenchmarkController(MainWindow& window);

    void show_panel();
    void open_folder(const QString& folder);
    void open_results(const QStringList& files);

 Q_SIGNALS:
    /// The peak that was scored for the shown phrase; nullopt: none.
    void scored_peak_changed(std::optional<QPoint> peak, bool hit);

 private:
    void build_menu();
    void restore();
    void connect_job();
    void connect_panel();
    void ask_results();
    void start(bool resume);
    void walk(const BenchmarkResultPtr& result, const UnitResult& unit, const MapScore* score);
    /// The model that was scored, as far as it is known; empty: unknown.
    static QString model_of(const BenchmarkResult& result);
    void show_walk();
    /// Opens the photos that were open before the result.
    void go_back();
    /// Opens the photos and the boxes of the result in the explorer.
    void enter(const BenchmarkResultPtr& result, const std::shared_ptr<const FolderIndex>& photos,
               const QString& photo);
    void show_wanted();

    MainWindow& window_;
    Explorer& explorer_;
    BenchmarkPanel* panel_ = nullptr;
    QDockWidget* dock_ = nullptr;
    BenchmarkJob job_{this};
    BenchmarkResultPtr entered_;  ///< the explorer lists its photos
    bool restored_ = false;
    bool entering_ = false;  ///< its photos are being opened
    QString wanted_photo_, wanted_phrase_;
    std::optional<QPoint> wanted_peak_;
    bool wanted_hit_ = false;
    QStringList own_photos_;  ///< files and folders that were open before the result
    QString own_photo_;
};

}  // namespace gbs::app
