// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/given_sources.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file_hash.h"
#include "core/base/foreign_paths.h"
#include "core/base/join.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/named_file.h"
#include "core/data/drawn_labels.h"
#include "core/model/model_card.h"
#include "training/reproduce/table_data.h"
#include "training/run/run_reader.h"

namespace gbs::training {
namespace {

namespace fs = std::filesystem;
using Kind = AblationRow::Kind;

/// The sources by the name of their row.
using Files = std::map<std::string, fs::path>;

/// Adds `arguments` ("NAME=FILE") to `files`. Throws Error unless each names a row of the kind.
void add_files(const AblationTable& table, Kind kind, const char* flag,
               const std::vector<std::string>& arguments, Files& files) {
    std::vector<std::string> names;
    for (const auto& row : table.rows)
        if (row.kind == kind) names.push_back(row.name);
    for (const auto& argument : arguments) {
        const auto [name, file] = parse_named_file(argument);
        if (std::find(names.begin(), names.end(), name) == names.end())
            throw Error(std::string(flag) + " " + argument + ": write " + flag +
                        " NAME=FILE with one of the names " + join(names, ", "));
        if (!files.emplace(name, file).second)
            throw Error(std::string(flag) + " " + argument + ": there are two sources named " + name);
    }
}

/// The last checkpoint of a run folder; a checkpoint is itself.
fs::path find_model(const fs::path& given) {
    if (!is_folder(given)) return given;
    const auto checkpoint = latest_checkpoint(given);
    if (!checkpoint) throw Error(given.string() + " is a folder without a checkpoint of a run");
    return checkpoint->model;
}

/// What a checkpoint outside of its run was trained on, by the notes of its trainer.
std::string noted_training(const ModelCard& card) {
    const auto note = card.notes.find("gbs.training");
    const auto json = parse_json(note == card.notes.end() ? "" : note->second).value_or(nullptr);
    if (const std::string shards = get_text(json, "shards"); !shards.empty()) return shards;
    const std::string captions = get_text(json, "captions");
    if (captions.empty()) return "unknown";
    const std::int64_t photos = get_integer(json, "photos").value_or(0);
    // The note has no split: the number of photos stands for it.
    if (captions == "captions_train2014.json" && photos == 82783) return "MS-COCO";
    if (captions == "region_descriptions.json" && photos == 77398) return "VG";
    return captions + ", " + std::to_string(photos) + " photos";
}

std::string model_training(const fs::path& model, const ModelCard& card) {
    const fs::path config = model.parent_path().parent_path() / "config.yaml";
    if (model.parent_path().filename() != "checkpoints" || !path_exists(config)) return noted_training(card);
    return training_set_name(read_recipe(config));
}

RowRun model_run(const AblationTable& table, std::size_t index, const fs::path& model) {
    const ModelCard card = read_model_card(model);
    RowRun run;
    run.row = index;
    run.model = model_name(card.options.at("model.image_encoder"), card.options.at("model.text_encoder"));
    run.training = model_training(model, card);
    run.as_published =
        run.training == table.rows[index].training && run.model == published_model(table, table.rows[index]);
    return run;
}

/// The ensemble of runs, without what files of other methods say about training.
RowRun joined_run(std::size_t index, const std::vector<const RowRun*>& members) {
    RowRun run;
    run.row = index;
    run.as_published = true;
    for (const RowRun* member : members) {
        run.model += (run.model.empty() ? "" : " and ") + member->model;
        if (member->training != "-" || run.training.empty()) run.training = member->training;
        run.as_published = run.as_published && member->as_published;
    }
    return run;
}

}  // namespace

GivenSources read_given_sources(const ReproducePlan& plan) {
    const AblationTable& table = plan.table;
    Files models, files;
    add_files(table, Kind::model, "--model", plan.sources.models, models);
    add_files(table, Kind::file, "--detector", plan.sources.detectors, files);
    add_files(table, Kind::file, "--maps", plan.sources.maps, files);
    if (models.empty() && files.empty())
        throw Error(
            "nothing to score: give models with --model NAME=FILE, and boxes and maps of other methods with "
            "--detector NAME=FILE and --maps NAME=FILE; NAME is the name of a row (--list)");
    GivenSources given;
    given.identity = plan.sources.detector_scores + " " + plan.sources.instances;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const AblationRow& row = table.rows[i];
        if (row.kind == Kind::model && models.contains(row.name)) {
            const fs::path model = find_model(models.at(row.name));
            given.models.push_back(row.name + "=" + model.string());
            given.runs.push_back(model_run(table, i, model));
            given.identity += "\n" + row.name + " " + file_sha256(model);
        } else if (row.kind == Kind::file && files.contains(row.name)) {
            RowRun run;
            run.row = i;
            run.model = files.at(row.name).filename().string();
            run.training = "-";
            run.as_published = true;
            given.runs.push_back(run);
            given.identity += "\n" + row.name + " " + labels_sha256(files.at(row.name));
        } else if (row.kind == Kind::ensemble) {
            std::vector<const RowRun*> members;
            for (const auto& run : given.runs)
                if (std::find(row.members.begin(), row.members.end(), table.rows[run.row].name) !=
                    row.members.end())
                    members.push_back(&run);
            if (members.size() == row.members.size()) {
                RowRun run = joined_run(i, members);
                given.runs.push_back(std::move(run));
            }
        }
    }
    return given;
}

std::string source_map(const AblationTable& table, const AblationRow& row) {
    if (row.kind == Kind::model) return row.name + ".mean";
    if (row.kind != Kind::ensemble) return row.name;
    return join(row.members, "+", [&](const auto& member) { return source_map(table, *table.find(member)); });
}

}  // namespace gbs::training
