// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "training/reproduce/row_plan.h"

namespace gbs::training {

/// What a plan gives to a table that is only scored, found and named.
struct GivenSources {
    std::vector<std::string> models;  ///< "ROW=CHECKPOINT"
    std::vector<RowRun> runs;         ///< one per row that can be scored, in the order of the table
    std::string identity;             ///< changes with any of the files and how they are read
};

/// Finds the row of each source by its name, the checkpoint of each run folder, and what each model is and was
/// trained on: from the config.yaml of its run, or its own notes. Throws Error for a name without a row, a row
/// given twice, and if nothing is given.
GivenSources read_given_sources(const ReproducePlan& plan);

/// The name of the row's map among the maps of the sources.
std::string source_map(const AblationTable& table, const AblationRow& row);

}  // namespace gbs::training
