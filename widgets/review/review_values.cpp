// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/review/review_values.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace gbs::widgets {

QString verdict_name(Verdict verdict) {
    switch (verdict) {
        case Verdict::right:
            return QStringLiteral("right");
        case Verdict::wrong:
            return QStringLiteral("wrong");
        case Verdict::unsure:
            return QStringLiteral("unsure");
        case Verdict::absent:
            return QStringLiteral("absent");
        case Verdict::none:
            break;
    }
    return {};
}

Verdict parse_verdict(const QString& name) {
    for (const Verdict verdict : given_verdicts)
        if (verdict_name(verdict) == name) return verdict;
    return Verdict::none;
}

bool fit_truth(Truth& truth, QSize photo) {
    const auto [left, right] = std::minmax({truth.first.x(), truth.last.x()});
    const auto [top, bottom] = std::minmax({truth.first.y(), truth.last.y()});
    const QRect inside = QRect(QPoint(left, top), QPoint(right, bottom)) & QRect(QPoint(0, 0), photo);
    if (inside.isEmpty()) return false;
    truth.first = inside.topLeft();
    truth.last = inside.bottomRight();
    return true;
}

bool is_hit(const Truth& truth, QPoint peak, QSize photo) {
    if (truth.is_box) return QRect(truth.first, truth.last).contains(peak);
    const double distance = std::hypot(peak.x() - truth.first.x(), peak.y() - truth.first.y());
    return distance <= point_tolerance * std::hypot(photo.width(), photo.height());
}

bool is_hit(const QVector<Truth>& truths, QPoint peak, QSize photo) {
    return std::any_of(truths.begin(), truths.end(),
                       [&](const Truth& truth) { return is_hit(truth, peak, photo); });
}

ReviewTally& ReviewTally::operator+=(const ReviewTally& other) {
    verdicts.right += other.verdicts.right;
    verdicts.wrong += other.verdicts.wrong;
    verdicts.unsure += other.verdicts.unsure;
    verdicts.absent += other.verdicts.absent;
    for (std::size_t i = 0; i < hits.size(); ++i) hits[i] += other.hits[i];
    pointed += other.pointed;
    return *this;
}

ReviewTally& ReviewTally::operator-=(const ReviewTally& other) {
    verdicts.right -= other.verdicts.right;
    verdicts.wrong -= other.verdicts.wrong;
    verdicts.unsure -= other.verdicts.unsure;
    verdicts.absent -= other.verdicts.absent;
    for (std::size_t i = 0; i < hits.size(); ++i) hits[i] -= other.hits[i];
    pointed -= other.pointed;
    return *this;
}

Proportion wilson_interval(int successes, int trials) {
    if (trials <= 0) return {};
    constexpr double z = 1.959963984540054;  // 97.5 % quantile of the normal distribution
    const double n = trials, share = successes / n;
    const double scale = 1 / (1 + z * z / n);
    const double middle = scale * (share + z * z / (2 * n));
    const double half = scale * z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

QString percent_text(const Proportion& share) {
    const QLocale locale;
    return QCoreApplication::translate("Review", "%1 % (%2–%3 %)")
        .arg(locale.toString(share.value * 100, 'f', 1), locale.toString(share.low * 100, 'f', 1),
             locale.toString(share.high * 100, 'f', 1));
}

}  // namespace gbs::widgets
