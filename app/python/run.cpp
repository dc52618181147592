// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>

#include "app/python/bindings.h"
#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "training/run/run_reader.h"

namespace nb = nanobind;

namespace gbs::python {
namespace {

using training::CheckpointFiles;
using training::MetricsRecord;
using training::RunStatus;

template <class T>
using Column = nb::ndarray<nb::numpy, T, nb::ndim<1>>;

template <class T>
Column<T> to_column(std::vector<T> values) {
    auto* const owned = new std::vector<T>(std::move(values));
    const nb::capsule owner(owned, [](void* data) noexcept { delete static_cast<std::vector<T>*>(data); });
    return Column<T>(owned->data(), {owned->size()}, owner);
}

std::vector<MetricsRecord> read_all(const std::filesystem::path& folder) {
    training::check_run_format(folder);
    std::vector<MetricsRecord> records;
    training::MetricsPosition position;
    for (bool more = true; more;) {
        auto chunk = training::read_metrics(folder, position);
        if (chunk.restarted) records.clear();
        std::move(chunk.records.begin(), chunk.records.end(), std::back_inserter(records));
        position = chunk.position;
        more = chunk.more;
    }
    return records;
}

/// "step" and a column for each name; NaN where a line has no value.
nb::dict metrics(const std::filesystem::path& folder) {
    std::vector<MetricsRecord> records;
    {
        const nb::gil_scoped_release unlocked;
        records = read_all(folder);
    }
    std::vector<std::int64_t> steps;
    std::map<std::string, std::vector<double>> columns;
    for (const MetricsRecord& record : records) {
        steps.push_back(record.step);
        for (const auto& [name, value] : record.values) {
            auto& column = columns[name];
            column.resize(steps.size() - 1, std::nan(""));
            column.push_back(value);
        }
    }
    nb::dict dict;
    const std::size_t lines = steps.size();
    dict["step"] = to_column(std::move(steps));
    for (auto& [name, column] : columns) {
        column.resize(lines, std::nan(""));
        dict[name.c_str()] = to_column(std::move(column));
    }
    return dict;
}

nb::dict status(const std::filesystem::path& folder) {
    const RunStatus read = training::read_status(folder);
    nb::dict dict;
    dict["state"] = training::run_state_name(read.state);
    dict["running"] = training::trainer_is_alive(folder);
    dict["step"] = read.step;
    dict["total"] = read.total;
    dict["images_per_second"] = read.images_per_second;
    dict["eta_seconds"] = read.eta_seconds;
    dict["device"] = read.device;
    dict["error"] = read.error;
    return dict;
}

std::map<std::int64_t, std::filesystem::path> checkpoints(const std::filesystem::path& folder) {
    std::map<std::int64_t, std::filesystem::path> found;
    for (const CheckpointFiles& files : training::list_checkpoints(folder)) found[files.step] = files.model;
    return found;
}

std::optional<std::filesystem::path> best(const std::filesystem::path& folder) {
    const auto files = training::best_checkpoint(folder);
    return files ? std::optional(files->model) : std::nullopt;
}

}  // namespace

void bind_run(nb::module_& module) {
    module.def("run_metrics", &metrics, nb::arg("folder"));
    module.def("run_status", &status, nb::arg("folder"));
    module.def("run_checkpoints", &checkpoints, nb::arg("folder"));
    module.def("run_best", &best, nb::arg("folder"));
    module.def(
        "require_run",
        [](const std::filesystem::path& folder) {
            if (!path_exists(folder / "config.yaml"))
                throw Error(folder.string() + " holds no run: it has no config.yaml");
            training::check_run_format(folder);
        },
        nb::arg("folder"));
}

}  // namespace gbs::python
