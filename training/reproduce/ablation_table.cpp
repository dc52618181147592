// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/ablation_table.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/join.h"
#include "core/base/paths.h"
#include "core/base/yaml_file.h"

namespace gbs::training {
namespace {

namespace fs = std::filesystem;

fs::path training_folder() {
    return resources_folder().parent_path() / "training";
}

/// training/KIND/NAME.yaml, or the path if it has an extension. Throws Error that lists the existing ones.
fs::path named_yaml(const std::string& name, const std::string& kind) {
    if (fs::path(name).has_extension()) return name;
    const fs::path folder = training_folder() / kind;
    fs::path file = folder / (name + ".yaml");
    if (path_exists(file)) return file;
    std::vector<std::string> known;
    for (const fs::path& path : list_folder(folder))
        if (path.extension() == ".yaml") known.push_back(path.stem().string());
    std::sort(known.begin(), known.end());
    throw Error("there is no \"" + name + "\" in " + folder.string() + "; known are " + join(known, ", "));
}

std::vector<std::string> texts(const YAML::Node& list) {
    std::vector<std::string> result;
    for (const auto& each : list) result.push_back(each.as<std::string>());
    return result;
}

/// Throws YAML::Exception with the line of the key unless it is one of `known`.
void check_keys(const YAML::Node& mapping, const std::vector<std::string>& known) {
    for (const auto& entry : mapping)
        if (!is_listed(known, entry.first.as<std::string>()))
            throw YAML::Exception(entry.first.Mark(), "unknown key " + entry.first.as<std::string>() +
                                                          "; known are " + join(known, ", "));
}

std::string text(const YAML::Node& mapping, const char* key, const std::string& fallback) {
    return mapping[key] ? mapping[key].as<std::string>() : fallback;
}

double read_number(const YAML::Node& node) {
    const double value = node.as<double>();
    if (!(value >= 0 && value <= 100)) throw YAML::Exception(node.Mark(), "accuracies are 0 to 100 %");
    return value;
}

/// `paper: {BENCHMARK: NUMBER}`, or one number per type as a list, or one per map as a mapping.
std::vector<PaperNumber> read_numbers(const YAML::Node& paper, const AblationTable& table) {
    std::vector<PaperNumber> numbers;
    check_keys(paper, table.benchmarks);
    for (const auto& entry : paper) {
        const auto benchmark = entry.first.as<std::string>();
        const YAML::Node& node = entry.second;
        if (node.IsScalar()) {
            numbers.push_back({benchmark, "mean", "all", read_number(node)});
        } else if (node.IsSequence()) {
            if (node.size() != table.types.size())
                throw YAML::Exception(node.Mark(), "the paper has a number for each of the types");
            for (std::size_t i = 0; i < node.size(); ++i)
                numbers.push_back({benchmark, "mean", table.types[i], read_number(node[i])});
        } else {
            check_keys(node, table.maps);
            for (const auto& map : node)
                numbers.push_back({benchmark, map.first.as<std::string>(), "all", read_number(map.second)});
        }
    }
    return numbers;
}

AblationRow::Kind read_kind(const YAML::Node& node, const AblationRow& row) {
    using Kind = AblationRow::Kind;
    std::vector<Kind> kinds;
    if (node["published"] && node["published"].as<bool>()) kinds.push_back(Kind::published);
    if (node["baseline"]) kinds.push_back(Kind::baseline);
    if (node["ensemble"]) kinds.push_back(Kind::ensemble);
    if (node["source"])
        kinds.push_back(node["source"].as<std::string>() == "model" ? Kind::model : Kind::file);
    const Kind kind = kinds.empty() ? Kind::trained : kinds.front();
    if (kinds.size() > 1 || (!row.changes.empty() && kind != Kind::trained && kind != Kind::model))
        throw YAML::Exception(node.Mark(), "a row has one of set, ensemble, source, baseline and published");
    return kind;
}

void check_members(const YAML::Node& node, const AblationRow& row, const AblationTable& table) {
    using Kind = AblationRow::Kind;
    for (const auto& member : row.members) {
        const AblationRow* found = table.find(member);
        if (!found ||
            (found->kind != Kind::trained && found->kind != Kind::model && found->kind != Kind::file))
            throw YAML::Exception(node.Mark(), "no row above that gives maps has the name " + member);
    }
    if (row.kind == Kind::ensemble && row.members.size() < 2)
        throw YAML::Exception(node.Mark(), "an ensemble has two rows or more");
}

/// Throws YAML::Exception if the name, which becomes that of a folder, is not usable.
void check_name(const YAML::Node& node, const AblationRow& row, const AblationTable& table) {
    if (row.name.empty() ||
        row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") != row.name.npos)
        throw YAML::Exception(node["name"].Mark(), "a row's name is made of letters, digits, - and _");
    if (table.find(row.name)) throw YAML::Exception(node.Mark(), "two rows have the name " + row.name);
}

AblationRow read_row(const YAML::Node& node, const AblationTable& table, const std::string& model) {
    check_keys(node, {"name", "cells", "set", "ensemble", "source", "baseline", "published", "model",
                      "training", "paper"});
    AblationRow row;
    row.name = text(node, "name", {});
    check_name(node, row, table);
    row.cells = texts(node["cells"]);
    if (row.cells.size() != table.columns.size())
        throw YAML::Exception(node.Mark(), "a row has a cell for each of the columns");
    for (const auto& change : node["set"])
        row.changes.emplace_back(change.first.as<std::string>(), change.second.as<std::string>());
    row.members = texts(node["ensemble"]);
    row.kind = read_kind(node, row);
    check_members(node, row, table);
    row.model = text(node, "model", model);
    row.training = text(node, "training", table.training);
    if (node["paper"]) row.paper = read_numbers(node["paper"], table);
    if (!row.paper.empty() && (row.training.empty() || row.model.empty()))
        throw YAML::Exception(node.Mark(),
                              "a number of the paper belongs to a model and a training set: add "
                              "`model` and `training` to the table or the row");
    return row;
}

AblationTable read_table(const YAML::Node& root) {
    check_keys(root, {"title", "base", "small", "model", "training", "benchmarks", "maps", "types", "columns",
                      "rows"});
    for (const char* key : {"title", "base", "columns", "rows"})
        if (!root[key]) throw YAML::Exception(root.Mark(), std::string(key) + " is missing");
    AblationTable table;
    table.title = root["title"].as<std::string>();
    table.base = root["base"].as<std::string>();
    table.small = text(root, "small", {});
    table.training = text(root, "training", {});
    table.benchmarks = texts(root["benchmarks"]);
    if (root["maps"]) table.maps = texts(root["maps"]);
    if (root["types"]) table.types = texts(root["types"]);
    table.columns = texts(root["columns"]);
    for (const auto& node : root["rows"])
        table.rows.push_back(read_row(node, table, text(root, "model", {})));
    return table;
}

}  // namespace

bool is_listed(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::optional<double> AblationRow::number(const std::string& benchmark, const std::string& map,
                                          const std::string& type) const {
    for (const auto& each : paper)
        if (each.benchmark == benchmark && each.map == map && each.type == type) return each.value;
    return std::nullopt;
}

std::string AblationRow::headline() const {
    const bool mean =
        std::any_of(paper.begin(), paper.end(), [](const auto& each) { return each.map == "mean"; });
    return paper.empty() || mean ? "mean" : paper.front().map;
}

const AblationRow* AblationTable::find(const std::string& row) const {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.name == row; });
    return found == rows.end() ? nullptr : &*found;
}

bool AblationTable::is_scored_only() const {
    return std::none_of(rows.begin(), rows.end(),
                        [](const auto& row) { return row.kind == AblationRow::Kind::trained; });
}

fs::path recipe_file(const std::string& name) {
    return named_yaml(name, "recipes");
}

AblationTable read_ablation_table(const std::string& name) {
    const fs::path file = named_yaml(name, "tables");
    AblationTable table;
    try {
        table = read_table(read_yaml(file, std::size_t{1} << 20));
    } catch (const YAML::Exception& error) {
        throw Error(file.string() + ":" + std::to_string(error.mark.line + 1) + ": " + error.msg +
                    " (a table needs title, base, columns, and rows with name, cells, set and paper)");
    }
    if (table.rows.empty()) throw Error(file.string() + ": the table has no rows");
    return table;
}

std::vector<std::string> row_assignments(const TrainOptions& base, const AblationRow& row) {
    TrainOptions checked = base;
    OptionSet schema;
    checked.bind(schema);
    std::vector<std::string> assignments;
    for (const auto& [key, value] : row.changes) {
        schema.set(key, value);
        assignments.push_back(key + "=" + value);
        for (const auto& stage : base.stages)
            for (const auto& [overridden, unused] : stage.overrides)
                if (overridden == key)
                    assignments.push_back("stages." + stage.name + "." + key + "=" + value);
    }
    return assignments;
}

}  // namespace gbs::training
