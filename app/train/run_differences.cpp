// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/run_differences.h"

#include <QMap>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "training/options/train_options.h"

namespace gbs::app {

namespace {

/// The options of the run, and what its stages change.
QMap<QString, QString> read_values(const QString& run) {
    QMap<QString, QString> values;
    training::TrainOptions options;
    try {
        options = training::read_recipe(to_path(run + QStringLiteral("/config.yaml")));
    } catch (const Error&) {
        return values;
    }
    OptionSet set;
    options.bind(set);
    for (const OptionInfo& info : set.infos())
        values.insert(QString::fromStdString(info.key), QString::fromStdString(set.get(info.key)));
    for (const training::TrainOptions::Stage& stage : options.stages)
        for (const auto& [key, value] : stage.overrides)
            values.insert(QStringLiteral("stages.%1.%2")
                              .arg(QString::fromStdString(stage.name), QString::fromStdString(key)),
                          QString::fromStdString(value));
    return values;
}

}  // namespace

QVector<OptionDifference> find_differences(const QStringList& runs) {
    QVector<QMap<QString, QString>> all;
    QStringList keys;
    for (const QString& run : runs) {
        all << read_values(run);
        keys << all.back().keys();
    }
    keys.removeDuplicates();
    keys.sort();
    QVector<OptionDifference> differences;
    for (const QString& key : keys) {
        OptionDifference difference{key, {}};
        for (const QMap<QString, QString>& values : all)
            difference.values << values.value(key, QStringLiteral("–"));
        if (difference.values.count(difference.values.front()) < difference.values.size())
            differences << difference;
    }
    return differences;
}

}  // namespace gbs::app
