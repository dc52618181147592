// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "app/train/curve_reader.h"
#include "app/train/run_differences.h"
#include "widgets/frame/message_bar.h"
#include "widgets/plots/curve_plot.h"
#include "widgets/runs/run_checks.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QMenu;
class QScrollArea;
class QSlider;
class QTableWidget;
class QToolButton;

namespace gbs::app {

/// The curves of a run and of runs to compare: losses, pointing accuracy, rates and all other metrics, one
/// plot per kind. Reads and draws only while visible.
class CurvesTab : public QWidget {
    Q_OBJECT

 public:
    explicit CurvesTab(QWidget* parent = nullptr);

    /// The run to show; empty for none. Keeps the runs to compare.
    void set_run(const QString& folder);
    /// Overlays other runs.
    void set_compared(const QStringList& folders);
    /// The format follows the extension: .csv, .pdf or .png. Ends with exported() or message().
    void export_to(const QString& path);

 Q_SIGNALS:
    void message(gbs::widgets::Severity severity, const QString& text);
    void exported(const QString& path);

 protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    QWidget* make_bar();
    void add_export(QMenu* menu, const QString& text, const QString& ending);
    QWidget* make_side();
    void list_others(const QStringList& others);
    void compare_options();
    void show_differences(const QVector<OptionDifference>& differences);
    void show_alone(widgets::CurvePlot* plot);
    void watch_runs();
    void take(const QVector<RunCurves>& curves);
    void refresh_plots();
    widgets::CurvePlot* plot_for(const QString& key, const QString& title);
    void refresh_look();
    void lay_out();
    void collect_figures(std::vector<widgets::CurvePlot::Figure> figures, const QString& path);
    void write(const QString& path, std::function<void()> work);

    CurveReader reader_{this};
    QString run_;
    QStringList compared_;
    QStringList found_;  ///< the other runs of the folder
    QVector<RunCurves> curves_;
    QComboBox* axis_;
    QSlider* smoothing_;
    QLabel* smoothing_value_;
    QCheckBox *log_x_, *log_y_;
    QToolButton* export_;
    widgets::RunChecks* others_;
    QLabel* differences_title_;
    QTableWidget* differences_;
    QLabel* note_;
    QScrollArea* scroll_;
    QGridLayout* grid_;
    std::vector<widgets::CurvePlot*> plots_;  ///< in display order
    std::map<QString, widgets::CurvePlot*> plot_of_;
    widgets::CurvePlot* alone_ = nullptr;  ///< the one that has all of the room
    int columns_ = 0;
};

}  // namespace gbs::app
