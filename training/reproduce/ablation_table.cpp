// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/reproduce/ablation_table.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/join.h"
#include "core/base/paths.h"

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
    if (fs::exists(file)) return file;
    std::vector<std::string> known;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".yaml") known.push_back(entry.path().stem().string());
    std::sort(known.begin(), known.end());
    throw Error("there is no \"" + name + "\" in " + folder.string() + "; known are " + join(known, ", "));
}

std::vector<std::string> texts(const YAML::Node& list) {
    std::vector<std::string> result;
    for (const auto& each : list) result.push_back(each.as<std::string>());
    return result;
}

AblationRow read_row(const YAML::Node& node, std::size_t columns) {
    AblationRow row;
    row.name = node["name"].as<std::string>();
    // The name becomes that of a folder.
    if (row.name.empty() ||
        row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") != row.name.npos)
        throw YAML::Exception(node["name"].Mark(), "a row's name is made of letters, digits, - and _");
    row.cells = texts(node["cells"]);
    if (row.cells.size() != columns)
        throw YAML::Exception(node.Mark(), "a row has a cell for each of the columns");
    for (const auto& change : node["set"])
        row.changes.emplace_back(change.first.as<std::string>(), change.second.as<std::string>());
    for (const auto& number : node["paper"])
        row.paper[number.first.as<std::string>()] = number.second.as<double>();
    return row;
}

}  // namespace

std::string AblationRow::headline() const {
    return paper.empty() || paper.count("mean") > 0 ? "mean" : paper.begin()->first;
}

fs::path recipe_file(const std::string& name) {
    return named_yaml(name, "recipes");
}

AblationTable read_ablation_table(const std::string& name) {
    const fs::path file = named_yaml(name, "tables");
    AblationTable table;
    try {
        const YAML::Node root = YAML::Load(read_text(file, std::size_t{1} << 20));
        table.title = root["title"].as<std::string>();
        table.base = root["base"].as<std::string>();
        if (root["small"]) table.small = root["small"].as<std::string>();
        table.columns = texts(root["columns"]);
        std::set<std::string> names;
        for (const auto& node : root["rows"]) {
            table.rows.push_back(read_row(node, table.columns.size()));
            if (!names.insert(table.rows.back().name).second)
                throw YAML::Exception(node.Mark(), "two rows have the name " + table.rows.back().name);
        }
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
