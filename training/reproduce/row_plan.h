// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/evaluation/benchmark_report.h"
#include "core/evaluation/benchmark_setup.h"
#include "training/reproduce/ablation_table.h"

namespace gbs::training {

/// How the rows of a table are trained and scored.
struct ReproducePlan {
    AblationTable table;
    std::filesystem::path recipe;          ///< the base recipe
    std::vector<std::string> assignments;  ///< "key=value" for all rows, such as the data
    /// Further assignments for the rows of one training set of the paper, by its name.
    std::map<std::string, std::vector<std::string>> data;
    BenchmarkRequest sources;       ///< models, maps and boxes of a table that is only scored
    std::filesystem::path out;      ///< one run folder ROW-seedN per training; equal options share one
    std::vector<std::string> rows;  ///< names of the rows to train; empty: all
    std::vector<int> seeds = {1};
    std::string protocol = "mg";
    std::size_t limit = 0;  ///< maximum number of phrases to score; 0: all
};

/// The scores of a row on one benchmark: by map, also "random" and "center".
using RowScores = std::map<std::string, MapReport>;

/// One training of a row, or a row that is only scored.
struct RowRun {
    std::size_t row = 0;  ///< index in the table
    int seed = 0;
    std::filesystem::path folder;
    std::string model, training;           ///< what ran: "vgg16, bert-base-uncased", "VG"
    bool as_published = false;             ///< model and training set are those of the paper's row
    std::vector<std::string> differences;  ///< "key=value" of other options than the paper's, if as published
    std::int64_t step = 0, total = 0;
    double seconds = 0;             ///< of training, from its metrics, without pauses
    double ratio = 0;               ///< L_sep / (2 Var alpha) at the end; 1: nothing was learned; 0: unknown
    std::vector<RowScores> scores;  ///< by benchmark; empty: not scored (yet)
};

/// "vgg16, bert-base-uncased"
std::string model_name(const std::string& image_encoder, const std::string& text_encoder);
/// The options of the paper's row: the base recipe of the table with the row's changes.
TrainOptions published_options(const AblationTable& table, const AblationRow& row);
/// The model that the paper has in a row, in the program's names.
std::string published_model(const AblationTable& table, const AblationRow& row);

/// The options of a training.
TrainOptions row_options(const ReproducePlan& plan, std::size_t row, int seed);

/// The trainings and ensembles of a plan, seeds outermost. A row is trained on the data given for its training
/// set, or on the data for all rows if that is its set. If the data is that of no row, such as a small set, the
/// rows of the table's usual training set are trained on it. Rows without data are left out. Throws Error for an
/// unknown row, and for a row that is asked for but not trained here.
std::vector<RowRun> planned_runs(const ReproducePlan& plan);

}  // namespace gbs::training
