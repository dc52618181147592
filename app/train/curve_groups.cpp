// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/curve_groups.h"

#include <QCoreApplication>
#include <algorithm>

namespace gbs::app {

namespace {

constexpr int max_other_groups = 24;

struct GroupText {
    Q_DECLARE_TR_FUNCTIONS(gbs::app::CurvesTab)
};

struct Metric {
    QString name, label;
};

struct Kind {
    QString key, title;
    std::vector<Metric> metrics;
};

std::vector<Kind> known_kinds() {
    return {
        {QStringLiteral("loss"),
         GroupText::tr("Losses"),
         {{QStringLiteral("loss/total"), GroupText::tr("total")},
          {QStringLiteral("loss/sep"), QStringLiteral("L_sep")},
          {QStringLiteral("loss/neg"), QStringLiteral("L_neg")},
          {QStringLiteral("loss/adv"), QStringLiteral("L_adv")},
          {QStringLiteral("loss/i2t"), QStringLiteral("L_i2t")}}},
        {QStringLiteral("validation"),
         GroupText::tr("Pointing accuracy in %"),
         {{QStringLiteral("validation/mean"), GroupText::tr("mean map")},
          {QStringLiteral("validation/gbs"), QStringLiteral("H_GbS")},
          {QStringLiteral("validation/i2t"), QStringLiteral("H_i2t")},
          {QStringLiteral("validation/center"), GroupText::tr("Center baseline")}}},
        {QStringLiteral("ratio"),
         GroupText::tr("L_sep / (2 Var α); 1 means nothing is learned"),
         {{QStringLiteral("ratio"), GroupText::tr("L_sep / (2 Var α)")}}},
        {QStringLiteral("learning_rate"),
         GroupText::tr("Learning rate"),
         {{QStringLiteral("learning_rate"), GroupText::tr("learning rate")}}},
        {QStringLiteral("gradient_norm"),
         GroupText::tr("Gradient norm"),
         {{QStringLiteral("gradient_norm"), GroupText::tr("norm")}}},
        {QStringLiteral("images_per_second"),
         GroupText::tr("Images per second"),
         {{QStringLiteral("images_per_second"), GroupText::tr("images per second")}}},
    };
}

/// The names of the runs; the paths of runs that have the same name.
QStringList run_names(const QVector<RunCurves>& runs) {
    QStringList names;
    for (const RunCurves& run : runs) {
        const auto same = std::count_if(runs.begin(), runs.end(),
                                        [&](const RunCurves& other) { return other.name == run.name; });
        names << (same > 1 ? run.folder : run.name);
    }
    return names;
}

bool has(const QVector<RunCurves>& runs, const QString& name) {
    return std::any_of(runs.begin(), runs.end(),
                       [&](const RunCurves& run) { return run.table.names().contains(name); });
}

CurveGroup make_group(const Kind& kind, const QVector<RunCurves>& runs, const QStringList& names) {
    CurveGroup group{kind.key, kind.title, {}};
    const bool several = std::count_if(kind.metrics.begin(), kind.metrics.end(),
                                       [&](const Metric& metric) { return has(runs, metric.name); }) > 1;
    for (int run = 0; run < runs.size(); ++run)
        for (int metric = 0; metric < static_cast<int>(kind.metrics.size()); ++metric) {
            const auto& [name, label] = kind.metrics[static_cast<std::size_t>(metric)];
            if (!runs[run].table.names().contains(name)) continue;
            QString text = label;
            if (runs.size() > 1)
                text = several ? GroupText::tr("%1, %2", "a number, and the run that it is of")
                                     .arg(label, names[run])
                               : names[run];
            group.lines.push_back({text, {runs[run].table, name}, several ? metric : run, run});
        }
    return group;
}

}  // namespace

std::vector<CurveGroup> group_curves(const QVector<RunCurves>& runs) {
    std::vector<Kind> kinds = known_kinds();
    QStringList others;
    for (const RunCurves& run : runs) others << run.table.names();
    others.removeDuplicates();
    for (const Kind& kind : kinds)
        for (const Metric& metric : kind.metrics) others.removeAll(metric.name);
    others.sort();
    // Limits the plots of a damaged file.
    for (const QString& name : others.mid(0, max_other_groups)) kinds.push_back({name, name, {{name, name}}});
    const QStringList names = run_names(runs);
    std::vector<CurveGroup> groups;
    for (const Kind& kind : kinds)
        if (CurveGroup group = make_group(kind, runs, names); !group.lines.empty())
            groups.push_back(std::move(group));
    return groups;
}

}  // namespace gbs::app
