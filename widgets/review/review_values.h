// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QMetaType>
#include <QPoint>
#include <QRect>
#include <QSize>
#include <QString>
#include <QVector>
#include <array>

#include "widgets/lists/verdict_summary.h"

// Reviews as plain values: the user's verdict on a phrase on a photo, and statistics.
namespace gbs::widgets {

/// wrong: the map points elsewhere; absent: the phrase is not in the photo.
enum class Verdict { none, right, wrong, unsure, absent };
inline constexpr std::array given_verdicts{Verdict::right, Verdict::wrong, Verdict::unsure, Verdict::absent};

QString verdict_name(Verdict verdict);  ///< for files: "", "right", "wrong", "unsure", "absent"
Verdict parse_verdict(const QString& name);
QString verdict_text(Verdict verdict);  ///< translated
/// As on the badges of photos; white text on it can be read.
QColor verdict_color(Verdict verdict);

/// A ground-truth location marked by the user, in 0-based pixels of the displayed photo, both corners
/// inclusive. A point is a box of one pixel; a polygon has the box around its corners.
struct Truth {
    static constexpr int max_corners = 1000;

    bool is_box = false;
    QPoint first;               ///< top left
    QPoint last;                ///< bottom right, inclusive; equals `first` for a point
    QVector<QPoint> corners{};  ///< of a polygon, at least three; empty: a point or a box

    static Truth point(QPoint pixel) { return {false, pixel, pixel}; }
    static Truth box(const QRect& rect) { return {true, rect.topLeft(), rect.bottomRight()}; }
    /// Fewer than three corners: their box.
    static Truth polygon(const QVector<QPoint>& corners);
    bool is_polygon() const { return !corners.isEmpty(); }
    bool operator==(const Truth&) const = default;
};

/// Clips the truth to the photo. Returns false if nothing is left.
bool fit_truth(Truth& truth, QSize photo);

/// Tolerance of a point, as a fraction of the photo's diagonal.
constexpr double point_tolerance = 0.05;

/// Whether a peak hits the truth: inside the box or polygon, edges included, or within 5 % of the photo's
/// diagonal of the point.
bool is_hit(const Truth& truth, QPoint peak, QSize photo);
bool is_hit(const QVector<Truth>& truths, QPoint peak, QSize photo);  ///< any of them

/// Verdicts and pointing hits. Accuracy is right / (right + wrong); unsure and absent do not count.
struct ReviewTally {
    VerdictSummary verdicts;
    std::array<int, 3> hits{};  ///< of the GbS, i2t and mean maps
    int pointed = 0;            ///< phrases with a truth and maps

    bool empty() const { return verdicts.total() == 0 && pointed == 0; }
    ReviewTally& operator+=(const ReviewTally& other);
    ReviewTally& operator-=(const ReviewTally& other);
    bool operator==(const ReviewTally&) const = default;
};

/// successes / trials with Wilson's 95 % interval (E. B. Wilson 1927, z = 1.96), all in [0, 1]. Without
/// trials: 0 with the interval [0, 1].
struct Proportion {
    double value = 0;
    double low = 0;
    double high = 1;
};
Proportion wilson_interval(int successes, int trials);
QString percent_text(const Proportion& share);  ///< "66.7 % (39.1–86.2 %)"

/// One row of the statistics.
struct StatisticsRow {
    QString model;
    QString phrase;
    ReviewTally tally;
};

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::Verdict)
Q_DECLARE_METATYPE(gbs::widgets::Truth)
