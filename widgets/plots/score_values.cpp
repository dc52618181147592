// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/score_values.h"

#include <algorithm>

namespace gbs::widgets {

ScoreSheet join_sheets(const QVector<ScoreSheet>& sheets) {
    ScoreSheet all;
    for (const ScoreSheet& sheet : sheets)
        for (const QString& group : sheet.groups)
            if (!all.groups.contains(group)) all.groups << group;
    for (const ScoreSheet& sheet : sheets)
        for (ScoreSeries series : sheet.series) {
            QVector<ScoreValue> groups(all.groups.size());
            for (qsizetype i = 0; i < sheet.groups.size() && i < series.groups.size(); ++i)
                groups[all.groups.indexOf(sheet.groups[i])] = series.groups[i];
            series.groups = groups;
            all.series << series;
        }
    return all;
}

QString series_name(const ScoreSheet& sheet, int series) {
    const ScoreSeries& about = sheet.series[series];
    const bool several = std::any_of(sheet.series.begin(), sheet.series.end(),
                                     [&](const ScoreSeries& other) { return other.result != about.result; });
    return several ? about.map + QStringLiteral(", ") + about.result : about.map;
}

}  // namespace gbs::widgets
