// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <optional>

#include "widgets/plots/curve_table.h"

namespace gbs::widgets {

/// One number of one run.
struct CurveSource {
    CurveTable table;
    QString name;
};

/// Which part of the curves is looked at, and how.
struct CurveView {
    CurveAxis axis = CurveAxis::step;
    bool whole = true;  ///< all of x; otherwise from `low` to `high`
    double low = 0;
    double high = 1;
    bool log_x = false;    ///< x <= 0 is left out
    bool log_y = false;    ///< values <= 0 are left out
    double smoothing = 0;  ///< weight of the past in the exponential mean, in [0, 1); 0: none
    int columns = 600;     ///< of pixels
};

struct SampledLine {
    std::vector<double> x, y;
};

/// A curve as the screen can show it: at most two points a column of pixels (its lowest and highest value in
/// their order, so that no peak is lost), and one point before and after the view. The smooth line, which has
/// no peaks, has half as many columns.
struct SampledCurve {
    SampledLine raw;
    SampledLine smooth;  ///< empty without smoothing
};

struct SampledCurves {
    std::vector<SampledCurve> curves;  ///< one a source
    double low = 0, high = 0;          ///< of x in the view; low > high where there is nothing
    double lowest = 0, highest = 0;    ///< of raw y within the view; lowest > highest where there is nothing
};

/// The exponential mean is that of TensorBoard: over the finite values, without the pull of its start
/// (divided by 1 - weight^n). Returns nothing when `cancelled` becomes true.
std::optional<SampledCurves> sample_curves(const std::vector<CurveSource>& sources, const CurveView& view,
                                           const std::atomic<bool>& cancelled);

/// Samples in another thread; a newer wish replaces one that is being worked on.
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
