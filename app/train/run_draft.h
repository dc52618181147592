// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QStringList>

#include "training/options/train_options.h"
#include "widgets/forms/option_row.h"

namespace gbs::app {

/// A run that is being put together: a recipe and what a person changes of it. A change is told as the
/// `--set` that does the same on the command line.
class RunDraft {
 public:
    /// Reads the file. Throws Error.
    explicit RunDraft(const QString& recipe);

    const QString& recipe() const { return recipe_; }
    /// The names of its stages; empty for a recipe without any.
    QStringList stages() const;
    /// The options of a stage with the run's as defaults, or, for an empty name, those of the run.
    QVector<widgets::OptionField> fields(const QString& stage) const;
    /// Throws Error where the text is no value of the option; nothing is changed then. A value as in the
    /// recipe takes the change back.
    void set(const QString& stage, const QString& key, const QString& value);
    QStringList assignments() const;  ///< "key=value", "stages.NAME.key=value"
    bool is_changed() const { return !changes_.isEmpty(); }
    const training::TrainOptions& options() const { return options_; }
    /// Writes all of it as a recipe, which is the draft's from then on. Throws Error.
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
