// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "app/train/curve_reader.h"
#include "widgets/frame/message_bar.h"
#include "widgets/plots/curve_plot.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QMenu;
class QScrollArea;
class QSlider;
class QToolButton;

namespace gbs::app {

/// The curves of a run, and of other runs over them: losses, pointing accuracy, rates and whatever else it
/// logs, a plot for each kind. Reads and draws only while it is seen.
class CurvesTab : public QWidget {
    Q_OBJECT

 public:
    explicit CurvesTab(QWidget* parent = nullptr);

    /// The run that is looked at; empty: none. Runs that were laid over it stay.
    void set_run(const QString& folder);
    /// Lays other runs over it.
    void set_compared(const QStringList& folders);
    QStringList compared() const { return compared_; }
    const std::vector<widgets::CurvePlot*>& plots() const { return plots_; }
    CurveReader* reader() { return &reader_; }
    QComboBox* axis() const { return axis_; }
    QSlider* smoothing() const { return smoothing_; }
    QCheckBox* log_x() const { return log_x_; }
    QCheckBox* log_y() const { return log_y_; }
    QToolButton* compare_button() const { return compare_; }
    /// By the ending of its name: .csv, .pdf or .png.
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
    void build_compare_menu(const QStringList& others);
    void watch_runs();
    void take(const QVector<RunCurves>& curves);
    void refresh_plots();
    widgets::CurvePlot* plot_for(const QString& key, const QString& title);
    void refresh_look();
    void lay_out();
    void collect_figures(std::vector<widgets::CurvePlot::Figure> figures, const QString& path);
    void write(const QString& path, std::function<void()> work);

    CurveReader reader_;
    QString run_;
    QStringList compared_;
    QVector<RunCurves> curves_;
    QComboBox* axis_;
    QSlider* smoothing_;
    QLabel* smoothing_value_;
    QCheckBox *log_x_, *log_y_;
    QToolButton *compare_, *export_;
    QLabel* note_;
    QScrollArea* scroll_;
    QGridLayout* grid_;
    std::vector<widgets::CurvePlot*> plots_;  ///< in their order; those without curves are gone
    std::map<QString, widgets::CurvePlot*> plot_of_;
    int columns_ = 0;
};

}  // namespace gbs::app
