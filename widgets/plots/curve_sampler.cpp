// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_sampler.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gbs::widgets {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Bounds {
    double low = infinity, high = -infinity;

    void take(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

/// Collects the points of a line column by column.
class Columns {
 public:
    Columns(SampledLine& line, double low, double high, int count, bool log)
        : line_(line),
          low_(log ? std::log(low) : low),
          high_(log ? std::log(high) : high),
          count_(count),
          log_(log) {}

    void take(double x, double y) {
        const double place = ((log_ ? std::log(x) : x) - low_) / (high_ - low_);
        // Keep the last point before and the first after the view, so that the line leaves the view.
        if (place < 0) {
            before_ = {x, y};
            has_before_ = true;
            return;
        }
        if (place > 1) {
            if (!finished_) {
                flush();
                put({x, y});
            }
            finished_ = true;
            return;
        }
        // A view of a single point has no width.
        const int column = high_ > low_ ? static_cast<int>(place * count_) : 0;
        if (has_before_) {
            put(before_);
            has_before_ = false;
        }
        if (column != column_) {
            flush();
            column_ = column;
        }
        if (!filled_) {
            lowest_ = highest_ = {x, y};
            highest_is_later_ = true;
            filled_ = true;
        } else if (y < lowest_.y) {
            lowest_ = {x, y};
            highest_is_later_ = false;
        } else if (y > highest_.y) {
            highest_ = {x, y};
            highest_is_later_ = true;
        }
    }
    void finish() {
        if (!finished_) flush();
    }

 private:
    struct Point {
        double x = 0, y = 0;
    };

    void put(const Point& point) {
        line_.x.push_back(point.x);
        line_.y.push_back(point.y);
    }
    void flush() {
        if (has_before_ && !filled_) put(before_), has_before_ = false;
        if (!filled_) return;
        const Point& first = highest_is_later_ ? lowest_ : highest_;
        const Point& second = highest_is_later_ ? highest_ : lowest_;
        put(first);
        if (second.x != first.x || second.y != first.y) put(second);
        filled_ = false;
    }

    SampledLine& line_;
    double low_, high_;
    int count_;
    bool log_;
    Point before_, lowest_, highest_;
    bool has_before_ = false, filled_ = false, finished_ = false, highest_is_later_ = true;
    int column_ = -1;
};

/// Calls `take(x, y)` for each finite point. Returns false if cancelled.
template <class Take>
bool walk(const CurveSource& source, const CurveView& view, const std::atomic<bool>& cancelled, Take take) {
    for (const auto& block : source.table.blocks()) {
        if (cancelled) return false;
        const auto column = block->values.find(source.name);
        if (column == block->values.end()) continue;
        const std::vector<double>& xs = block->axis(view.axis);
        for (std::size_t row = 0; row < xs.size(); ++row) {
            const double x = xs[row], y = column->second[row];
            if (!std::isfinite(y) || !std::isfinite(x) || (view.log_x && x <= 0)) continue;
            take(x, y);
        }
    }
    return true;
}

bool sample(const CurveSource& source, const CurveView& view, const Bounds& x_bounds,
            const std::atomic<bool>& cancelled, SampledCurve& curve, Bounds& y_bounds) {
    const auto drawable = [&](double y) { return !view.log_y || y > 0; };
    Columns raw(curve.raw, x_bounds.low, x_bounds.high, view.columns, view.log_x);
    Columns smooth(curve.smooth, x_bounds.low, x_bounds.high, std::max(1, view.columns / 2), view.log_x);
    double mean = 0, past = 1;
    const bool whole = walk(source, view, cancelled, [&](double x, double y) {
        if (drawable(y)) {
            raw.take(x, y);
            if (x >= x_bounds.low && x <= x_bounds.high) y_bounds.take(y);
        }
        if (view.smoothing <= 0) return;
        mean = view.smoothing * mean + (1 - view.smoothing) * y;
        past *= view.smoothing;
        if (const double value = mean / (1 - past); drawable(value)) smooth.take(x, value);
    });
    raw.finish();
    smooth.finish();
    return whole;
}

}  // namespace

std::optional<SampledCurves> sample_curves(const std::vector<CurveSource>& sources, const CurveView& view,
                                           const std::atomic<bool>& cancelled) {
    Bounds x_bounds{view.low, view.high}, y_bounds;
    if (view.whole) {
        x_bounds = Bounds();
        for (const CurveSource& source : sources)
            if (!walk(source, view, cancelled, [&](double x, double) { x_bounds.take(x); })) return {};
    }
    SampledCurves result;
    result.curves.resize(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (!sample(sources[i], view, x_bounds, cancelled, result.curves[i], y_bounds)) return {};
    result.low = x_bounds.low;
    result.high = x_bounds.high;
    result.lowest = y_bounds.low;
    result.highest = y_bounds.high;
    return result;
}

CurveSampler::CurveSampler(QObject* parent)
    : QObject(parent), cancelled_(std::make_shared<std::atomic<bool>>(false)) {
    pool_.setMaxThreadCount(1);
}

CurveSampler::~CurveSampler() {
    *cancelled_ = true;
    pool_.waitForDone();
}

void CurveSampler::request(std::vector<CurveSource> sources, const CurveView& view) {
    *cancelled_ = true;
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    busy_ = true;
    pool_.start([this, sources = std::move(sources), view, cancelled = cancelled_] {
        auto curves = sample_curves(sources, view, *cancelled);
        if (!curves) return;
        QMetaObject::invokeMethod(
            this,
            [this, cancelled, result = std::move(*curves)] {
                // A newer request may have arrived while this result was queued.
                if (*cancelled) return;
                busy_ = false;
                Q_EMIT sampled(result);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace gbs::widgets
