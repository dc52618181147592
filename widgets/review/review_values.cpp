// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/review/review_values.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPolygon>
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

QString verdict_text(Verdict verdict) {
    const auto text = [](const char* source) { return QCoreApplication::translate("Review", source); };
    switch (verdict) {
        case Verdict::right:
            return text(QT_TRANSLATE_NOOP("Review", "Correct"));
        case Verdict::wrong:
            return text(QT_TRANSLATE_NOOP("Review", "Incorrect"));
        case Verdict::unsure:
            return text(QT_TRANSLATE_NOOP("Review", "Unsure"));
        case Verdict::absent:
            return text(QT_TRANSLATE_NOOP("Review", "Absent"));
        case Verdict::none:
            break;
    }
    return {};
}

QColor verdict_color(Verdict verdict) {
    // The color-blind-safe palette of Okabe and Ito, darker.
    switch (verdict) {
        case Verdict::right:
            return {0x00, 0x80, 0x5d};
        case Verdict::wrong:
            return {0xc4, 0x4f, 0x00};
        case Verdict::absent:
            return {0x00, 0x72, 0xb2};
        case Verdict::unsure:
        case Verdict::none:
            break;
    }
    return {0x5d, 0x64, 0x70};
}

Verdict parse_verdict(const QString& name) {
    for (const Verdict verdict : given_verdicts)
        if (verdict_name(verdict) == name) return verdict;
    return Verdict::none;
}

Truth Truth::polygon(const QVector<QPoint>& corners) {
    Truth truth = box(QPolygon(corners).boundingRect());
    if (corners.size() > 2) truth.corners = corners.mid(0, max_corners);
    return truth;
}

bool fit_truth(Truth& truth, QSize photo) {
    if (truth.is_polygon()) {
        const QRect all(QPoint(0, 0), photo);
        QVector<QPoint> corners = truth.corners;
        if (!QPolygon(corners).boundingRect().intersects(all)) return false;
        for (QPoint& corner : corners)
            corner = {std::clamp(corner.x(), 0, photo.width() - 1),
                      std::clamp(corner.y(), 0, photo.height() - 1)};
        truth = Truth::polygon(corners);
        return true;
    }
    const auto [left, right] = std::minmax({truth.first.x(), truth.last.x()});
    const auto [top, bottom] = std::minmax({truth.first.y(), truth.last.y()});
    const QRect inside = QRect(QPoint(left, top), QPoint(right, bottom)) & QRect(QPoint(0, 0), photo);
    if (inside.isEmpty()) return false;
    truth.first = inside.topLeft();
    truth.last = inside.bottomRight();
    return true;
}

namespace {

/// Inside the polygon through the centers of its corners, or on its outline.
bool is_in_polygon(const QVector<QPoint>& corners, QPoint pixel) {
    for (qsizetype i = 0; i < corners.size(); ++i) {
        const QPoint a = corners[i], b = corners[(i + 1) % corners.size()], side = b - a, way = pixel - a;
        const qint64 cross = qint64{side.x()} * way.y() - qint64{side.y()} * way.x();
        const qint64 along = qint64{way.x()} * (pixel - b).x() + qint64{way.y()} * (pixel - b).y();
        if (cross == 0 && along <= 0) return true;
    }
    return QPolygon(corners).containsPoint(pixel, Qt::OddEvenFill);
}

}  // namespace

bool is_hit(const Truth& truth, QPoint peak, QSize photo) {
    if (truth.is_polygon()) return is_in_polygon(truth.corners, peak);
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
