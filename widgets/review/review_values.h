// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QPoint>
#include <QRect>
#include <QSize>
#include <QString>
#include <QVector>
#include <array>

#include "widgets/lists/verdict_summary.h"

// Plain values of judging: what a person decided of a phrase on a photo, and what is counted of it.
namespace gbs::widgets {

enum class Verdict { none, right, wrong, unsure };

QString verdict_name(Verdict verdict);  ///< for files: "", "right", "wrong", "unsure"
Verdict verdict_of(const QString& name);

/// Where a phrase really is, marked by a person: whole pixels of the photo as shown, 0-based, both corners
/// inclusive. A point is a box of one pixel.
struct Truth {
    bool is_box = false;
    QPoint first;  ///< top left
    QPoint last;   ///< bottom right, inclusive; the same as `first` for a point

    static Truth point(QPoint pixel) { return {false, pixel, pixel}; }
    static Truth box(const QRect& rect) { return {true, rect.topLeft(), rect.bottomRight()}; }
    bool operator==(const Truth&) const = default;
};

/// The truth moved and cut so that it lies inside of a photo; false where nothing of it is left.
bool fit_truth(Truth& truth, QSize photo);

/// A point counts as hit within this share of the photo's diagonal.
constexpr double point_tolerance = 0.05;

/// Whether a map's peak hits the truth: inside of the box, edges included, or no farther from the point than
/// 5 % of the photo's diagonal.
bool is_hit(const Truth& truth, QPoint peak, QSize photo);
bool is_hit(const QVector<Truth>& truths, QPoint peak, QSize photo);  ///< any of them

/// Verdicts and pointing hits. Accuracy is right / (right + wrong): unsure ones are left out.
struct ReviewTally {
    VerdictSummary verdicts;
    std::array<int, 3> hits{};  ///< of the maps GbS, i2t and mean
    int pointed = 0;            ///< judged or marked phrases that have a truth and maps

    bool empty() const { return verdicts.total() == 0 && pointed == 0; }
    ReviewTally& operator+=(const ReviewTally& other);
    ReviewTally& operator-=(const ReviewTally& other);
    bool operator==(const ReviewTally&) const = default;
};

/// The share of `successes` among `trials` with Wilson's 95 % interval (E. B. Wilson 1927, z = 1.96), all
/// from 0 to 1. Without trials: 0 in 0..1.
struct Proportion {
    double value = 0;
    double low = 0;
    double high = 1;
};
Proportion wilson_interval(int successes, int trials);
QString percent_text(const Proportion& share);  ///< "66.7 % (39.1–86.2 %)"

/// What one table row of the statistics is about.
struct StatisticsRow {
    QString model;
    QString phrase;
    ReviewTally tally;
};

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::Verdict)
Q_DECLARE_METATYPE(gbs::widgets::Truth)
