// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <optional>

#include "widgets/plots/curve_table.h"

namespace gbs::widgets {

/// One logged value of one run.
struct CurveSource {
    CurveTable table;
    QString name;
};

/// The visible part of the curves and how it is drawn.
struct CurveView {
    CurveAxis axis = CurveAxis::step;
    bool whole = true;  ///< all of x instead of `low` to `high`
    double low = 0;
    double high = 1;
    bool log_x = false;    ///< skips x <= 0
    bool log_y = false;    ///< skips values <= 0
    double smoothing = 0;  ///< weight of the past in the exponential moving average, in [0, 1)
    int columns = 600;     ///< pixel columns
};

struct SampledLine {
    std::vector<double> x, y;
};

/// A curve reduced to the screen: at most two points per pixel column (minimum and maximum in their order, to
/// keep peaks), and one point before and after the view. The smoothed line has half as many columns.
struct SampledCurve {
    SampledLine raw;
    SampledLine smooth;  ///< empty without smoothing
};

struct SampledCurves {
    std::vector<SampledCurve> curves;  ///< one per source
    double low = 0, high = 0;          ///< of x in the view; low > high if empty
    double lowest = 0, highest = 0;    ///< of raw y in the view; lowest > highest if empty
};

/// Smooths like TensorBoard: an exponential moving average over the finite values with bias correction
/// (divided by 1 - weight^n). Returns nullopt once `cancelled` is true.
std::optional<SampledCurves> sample_curves(const std::vector<CurveSource>& sources, const CurveView& view,
                                           const std::atomic<bool>& cancelled);

/// Samples in another thread. A new request cancels the previous one.
class CurveSampler : public QObject {
    Q_OBJECT

 public:
    explicit CurveSampler(QObject* parent = nullptr);
    ~CurveSampler() override;

    void request(std::vector<CurveSource> sources, const CurveView& view);
    bool busy() const { return busy_; }

 Q_SIGNALS:
    void sampled(const gbs::widgets::SampledCurves& curves);

 private:
    std::shared_ptr<std::atomic<bool>> cancelled_;
    bool busy_ = false;
    QThreadPool pool_;
};

}  // namespace gbs::widgets
