// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

// Benchmark scores as plain values.
namespace gbs::widgets {

/// The score of a map on a group of phrases, in percent.
struct ScoreValue {
    double hits = 0;  ///< integral except for the random baseline
    qint64 total = 0;
    double accuracy = 0, low = 0, high = 100;  ///< with Wilson's 95 % interval

    bool operator==(const ScoreValue&) const = default;
};

/// One map of one result.
struct ScoreSeries {
    QString result;  ///< name of the result
    QString map;     ///< "mean", "detector", "random"
    bool is_baseline = false;
    double energy = -1, box_accuracy = -1;  ///< percent; negative if not measured
    QVector<ScoreValue> groups;             ///< in the order of ScoreSheet::groups

    bool operator==(const ScoreSeries&) const = default;
};

/// The scores of a benchmark. Group 0 is all phrases, then types, then sizes.
struct ScoreSheet {
    QStringList groups;
    QVector<ScoreSeries> series;

    bool operator==(const ScoreSheet&) const = default;
};

/// Concatenates sheets and matches their groups by name; missing groups have no phrases.
ScoreSheet join_sheets(const QVector<ScoreSheet>& sheets);
/// "mean", or "mean, RESULT" if the sheet has several results.
QString series_name(const ScoreSheet& sheet, int series);

}  // namespace gbs::widgets
