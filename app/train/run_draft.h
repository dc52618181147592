// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QStringList>

#include "training/options/train_options.h"
#include "widgets/forms/option_row.h"

namespace gbs::app {

/// A run being configured: a recipe and the user's changes to it. A change is also available as the
/// equivalent `--set` argument.
class RunDraft {
 public:
    /// Reads the file. Throws Error.
    explicit RunDraft(const QString& recipe);

    const QString& recipe() const { return recipe_; }
    /// The names of the stages; empty for a recipe without stages.
    QStringList stages() const;
    /// The options of a stage, with those of the run as defaults; for an empty name, the options of the run.
    QVector<widgets::OptionField> fields(const QString& stage) const;
    /// Throws Error without changing anything if the option does not allow the value. The value of the recipe
    /// undoes the change.
    void set(const QString& stage, const QString& key, const QString& value);
    QStringList assignments() const;  ///< "key=value", "stages.NAME.key=value"
    const training::TrainOptions& options() const { return options_; }
    /// Saves all options as a recipe, which becomes the recipe of the draft. Throws Error.
    void save(const QString& path);

 private:
    struct Change {
        QString stage, key, value;
    };
    training::TrainOptions changed() const;

    QString recipe_;
    training::TrainOptions base_, options_;
    QMap<QString, Change> changes_;  ///< by assignment key
};

}  // namespace gbs::app
