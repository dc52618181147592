// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/run_draft.h"

#include <QFileInfo>

#include "app/base/convert.h"
#include "app/train/option_fields.h"
#include "core/base/error.h"
#include "core/base/file_io.h"

namespace gbs::app {

namespace {

std::size_t stage_index(const training::TrainOptions& options, const QString& name) {
    for (std::size_t i = 0; i < options.stages.size(); ++i)
        if (options.stages[i].name == name.toStdString()) return i;
    throw Error("the recipe has no stage named " + name.toStdString());
}

/// Sets an option of the run or of a stage.
void assign(training::TrainOptions& options, const QString& stage, const QString& key, const QString& value) {
    OptionSet set;
    if (stage.isEmpty()) {
        options.bind(set);
        return set.set(key.toStdString(), value.toStdString());
    }
    const std::size_t index = stage_index(options, stage);
    training::StageOptions checked;
    checked.bind(set);
    set.set(key.toStdString(), value.toStdString());
    options.stages[index].overrides.emplace_back(key.toStdString(), value.toStdString());
}

QString read_value(const training::TrainOptions& options, const QString& stage, const QString& key) {
    OptionSet set;
    if (stage.isEmpty()) {
        training::TrainOptions copy = options;
        copy.bind(set);
        return QString::fromStdString(set.get(key.toStdString()));
    }
    training::StageOptions copy = options.stage_options(stage_index(options, stage));
    copy.bind(set);
    return QString::fromStdString(set.get(key.toStdString()));
}

}  // namespace

RunDraft::RunDraft(const QString& recipe)
    : recipe_(QFileInfo(recipe).absoluteFilePath()),
      base_(training::read_recipe(to_path(recipe_))),
      options_(base_) {}

QStringList RunDraft::stages() const {
    QStringList names;
    for (const training::TrainOptions::Stage& stage : options_.stages)
        names << QString::fromStdString(stage.name);
    return names;
}

QVector<widgets::OptionField> RunDraft::fields(const QString& stage) const {
    OptionSet values, standard;
    if (stage.isEmpty()) {
        training::TrainOptions mine = options_, plain;
        mine.bind(values);
        plain.bind(standard);
        return option_fields(values, standard);
    }
    training::StageOptions mine = options_.stage_options(stage_index(options_, stage)),
                           plain = options_.stage;
    mine.bind(values);
    plain.bind(standard);
    return option_fields(values, standard);
}

training::TrainOptions RunDraft::changed() const {
    training::TrainOptions options = base_;
    for (const Change& change : changes_) assign(options, change.stage, change.key, change.value);
    return options;
}

void RunDraft::set(const QString& stage, const QString& key, const QString& value) {
    training::TrainOptions checked = base_;
    assign(checked, stage, key, value);
    const QString name = stage.isEmpty() ? key : QStringLiteral("stages.%1.%2").arg(stage, key);
    if (read_value(checked, stage, key) == read_value(base_, stage, key))
        changes_.remove(name);
    else
        changes_.insert(name, {stage, key, value});
    options_ = changed();
}

QStringList RunDraft::assignments() const {
    QStringList words;
    for (auto change = changes_.begin(); change != changes_.end(); ++change)
        words << change.key() + QLatin1Char('=') + change->value;
    return words;
}

void RunDraft::save(const QString& path) {
    write_atomically(to_path(path), training::to_recipe(options_));
    recipe_ = QFileInfo(path).absoluteFilePath();
    base_ = options_;
    changes_.clear();
}

}  // namespace gbs::app
