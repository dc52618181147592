// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPicture>
#include <QWidget>
#include <vector>

#include "widgets/plots/curve_graphs.h"

class QCPTextElement;
class QCustomPlot;
class QTimer;

namespace gbs::widgets {

class CurveCursor;

/// Curves over one x. Drag: move; wheel (after a click into the plot, or with Ctrl): zoom x, with Shift y;
/// double click: all of it. Keys: Left/Right walk along the values, with Ctrl they move the view; +/- zoom;
/// Home shows all; Escape hides the values. What is drawn is sampled in another thread and bounded by the
/// pixels, so a curve of a million points costs no more than one of a thousand.
class CurvePlot : public QWidget {
    Q_OBJECT

 public:
    explicit CurvePlot(const QString& title, QWidget* parent = nullptr);
    ~CurvePlot() override;

    QString title() const { return title_; }
    void set_lines(std::vector<CurveLine> lines);
    const std::vector<CurveLine>& lines() const { return lines_; }
    void set_look(const CurveLook& look);
    /// Where the x of several plots goes together.
    void set_x_range(double low, double high);
    void show_all();
    double x_low() const;
    double x_high() const;
    double y_low() const;
    double y_high() const;

    void zoom(double factor);  ///< of x about the middle; above 1: closer
    void pan(double share);    ///< of the view's width, to higher x
    /// The values next to `x`, a line a curve; empty where there are none.
    QString values_at(double x) const;
    /// What is drawn now, as it was sampled.
    const SampledCurves& drawn_curves() const { return drawn_; }

    /// As it is, on white, for a file: `dpi` tells how large its letters are on a device.
    struct Figure {
        QPicture picture;
        QSize size;
        int dpi = 96;
    };
    Figure figure(QSize size);

    QSize sizeHint() const override { return {420, 240}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

 Q_SIGNALS:
    void view_changed(double low, double high);  ///< by a person
    void all_shown();                            ///< by a person
    void drawn();

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void build_plot();
    void connect_mouse();
    void take_palette(const QPalette& palette);
    void show_axes();
    void want_samples();
    void request_samples();
    void take_samples(const SampledCurves& curves);
    void fit_y();
    void set_view(double low, double high);
    void change_view(double low, double high);
    void show_values(double x);
    void step_values(int direction);
    double to_axis(double x) const;
    double from_axis(double value) const;

    QString title_;
    std::vector<CurveLine> lines_;
    CurveLook look_;
    CurveSampler* sampler_;
    SampledCurves drawn_;
    QTimer* timer_;
    QCustomPlot* plot_;
    QCPTextElement* heading_ = nullptr;
    CurveGraphs graphs_;
    CurveCursor* cursor_;
    bool whole_ = true;   ///< all of x is shown, also when more comes
    bool auto_y_ = true;  ///< y fits what is seen
    bool setting_ = false;
    bool stale_ = true;
};

}  // namespace gbs::widgets
