// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QVector>

namespace gbs::app {

/// An option in which runs differ, with the value of each run; a dash where a run has none.
struct OptionDifference {
    QString key;  ///< "batch", "stages.NAME.batch"
    QStringList values;

    bool operator==(const OptionDifference&) const = default;
};

/// Reads the options of run folders. A run whose options cannot be read has dashes.
QVector<OptionDifference> find_differences(const QStringList& runs);

}  // namespace gbs::app
