// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/curve_readout.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace gbs::widgets {

namespace {

struct CurveText {
    Q_DECLARE_TR_FUNCTIONS(gbs::widgets::CurvePlot)
};

QString place_text(CurveAxis axis, double x) {
    const QLocale locale;
    const auto whole = static_cast<qlonglong>(std::llround(x));
    switch (axis) {
        case CurveAxis::step:
            return CurveText::tr("Step %1").arg(locale.toString(whole));
        case CurveAxis::samples:
            return CurveText::tr("%1 samples").arg(locale.toString(whole));
        case CurveAxis::seconds:
            break;
    }
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

std::optional<std::size_t> nearest(const SampledLine& line, double x) {
    if (line.x.empty()) return {};
    const auto after = std::lower_bound(line.x.begin(), line.x.end(), x);
    if (after == line.x.begin()) return 0;
    const auto index = static_cast<std::size_t>(after - line.x.begin());
    if (after == line.x.end()) return index - 1;
    return x - *(after - 1) < *after - x ? index - 1 : index;
}

}  // namespace

std::vector<CurveReading> read_curves(const std::vector<CurveLine>& lines, const CurveLook& look,
                                      const SampledCurves& curves, double x) {
    std::vector<CurveReading> readings;
    const QLocale locale;
    for (std::size_t i = 0; i < curves.curves.size() && i < lines.size(); ++i) {
        const auto& [raw, smooth] = curves.curves[i];
        const auto at = nearest(raw, x);
        if (!at) continue;
        QString value = locale.toString(raw.y[*at], 'g', 5);
        if (const auto mean = nearest(smooth, raw.x[*at]))
            value = CurveText::tr("%1 (smoothed %2)").arg(value, locale.toString(smooth.y[*mean], 'g', 5));
        readings.push_back(
            {i, CurveText::tr("%1: %2 = %3").arg(place_text(look.axis, raw.x[*at]), lines[i].name, value)});
    }
    return readings;
}

std::optional<double> next_point(const SampledCurves& curves, double from, int direction, bool or_at) {
    const SampledLine* longest = nullptr;
    for (const SampledCurve& curve : curves.curves)
        if (!longest || curve.raw.x.size() > longest->x.size()) longest = &curve.raw;
    if (!longest) return {};
    const auto& xs = longest->x;
    if (direction > 0) {
        const auto next = or_at ? std::lower_bound(xs.begin(), xs.end(), from)
                                : std::upper_bound(xs.begin(), xs.end(), from);
        return next == xs.end() ? std::nullopt : std::optional(*next);
    }
    const auto next =
        or_at ? std::upper_bound(xs.begin(), xs.end(), from) : std::lower_bound(xs.begin(), xs.end(), from);
    return next == xs.begin() ? std::nullopt : std::optional(*(next - 1));
}

}  // namespace gbs::widgets
