// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

// Scores of a benchmark as plain values.
namespace gbs::widgets {

/// How a map did on a group of phrases. Percent.
struct ScoreValue {
    double hits = 0;  ///< whole, but for the random baseline
    qint64 total = 0;
    double accuracy = 0, low = 0, high = 100;  ///< with Wilson's interval of 95 %

    bool operator==(const ScoreValue&) const = default;
};

/// One map of one result.
struct ScoreSeries {
    QString result;  ///< which result it is of
    QString map;     ///< "mean", "detector", "random"
    bool is_baseline = false;
    double energy = -1, box_accuracy = -1;  ///< percent; negative: not measured
    QVector<ScoreValue> groups;             ///< in the order of the sheet's

    bool operator==(const ScoreSeries&) const = default;
};

/// What a benchmark came to: all phrases are group 0, then types, then sizes.
struct ScoreSheet {
    QStringList groups;
    QVector<ScoreSeries> series;

    bool operator==(const ScoreSheet&) const = default;
};

/// Sheets under each other, their groups matched by name; a group that a sheet lacks has no phrases there.
ScoreSheet joined_sheets(const QVector<ScoreSheet>& sheets);
/// "mean", or "mean, RESULT" where the sheet has several results.
QString series_name(const ScoreSheet& sheet, int series);

}  // namespace gbs::widgets
