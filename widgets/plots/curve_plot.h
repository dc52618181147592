// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPicture>
#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/plots/curve_graphs.h"

class QCPTextElement;
class QCustomPlot;
class QTimer;
class QToolButton;

namespace gbs::widgets {

class CurveCursor;

/// Curves over a common x axis. Drag pans; the wheel (after a click, or with Ctrl) zooms x, with Shift y; a
/// double click shows all. Left and Right step through the values, with Ctrl they pan; + and - zoom; Home
/// shows all; Enter gives the plot all of the room, or takes it back; Escape hides the values. Curves are sampled to the pixel columns in another thread, so drawing
/// a million points costs no more than a thousand.
class CurvePlot : public QWidget {
    Q_OBJECT

 public:
    explicit CurvePlot(const QString& title, QWidget* parent = nullptr);
    ~CurvePlot() override;

    QString title() const { return title_; }
    void set_lines(std::vector<CurveLine> lines);
    const std::vector<CurveLine>& lines() const { return lines_; }
    void set_look(const CurveLook& look);
    /// Sets the range of x, to link several plots.
    void set_x_range(double low, double high);
    void show_all();
    double x_low() const;
    double x_high() const;
    double y_low() const;
    double y_high() const;

    void zoom(double factor);  ///< zooms x around its center; above 1 zooms in
    void pan(double share);    ///< moves by a fraction of the view's width to higher x
    /// Shows the values at `x`, to link several plots; nothing: hides them.
    void set_cursor(std::optional<double> x);
    /// Whether it has all of the room, which its button shows.
    void set_full_size(bool full);
    /// The values nearest to `x`, one line per curve; empty if there are none.
    QString values_at(double x) const;
    /// The sampled curves that are drawn.
    const SampledCurves& drawn_curves() const { return drawn_; }

    /// The current view on white, for export. `dpi` is the resolution of its fonts.
    struct Figure {
        QPicture picture;
        QSize size;
        int dpi = 96;
    };
    Figure figure(QSize size);

    QSize sizeHint() const override { return {420, 240}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

 Q_SIGNALS:
    void view_changed(double low, double high);  ///< by the user
    void all_shown();                            ///< by the user
    void cursor_moved(std::optional<double> x);  ///< by the user; nothing: it was put away
    void full_size_requested();                  ///< by the user: alone, or among the others again
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
    void put_cursor(std::optional<double> x);
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
    QToolButton* full_size_;
    bool whole_ = true;   ///< show all of x, also as the curves grow
    bool auto_y_ = true;  ///< fit y to the visible curves
    bool setting_ = false;
    bool stale_ = true;
};

}  // namespace gbs::widgets
