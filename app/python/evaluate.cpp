// SPDX-License-Identifier: GPL-3.0-or-later

#include <nlohmann/json.hpp>
#include <stop_token>

#include "app/python/bindings.h"
#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/evaluation/benchmark_setup.h"
#include "core/report/benchmark_tables.h"

namespace nb = nanobind;

namespace gbs::python {
namespace {

using Progress = std::function<void(std::size_t, std::size_t)>;

/// Calls Python between photos: `progress`, and what waits for Python's lock, such as Ctrl-C. What Python raises there
/// ends the work and is raised to the caller.
class Watch {
 public:
    explicit Watch(const std::optional<Progress>& progress) : progress_(progress) {}

    void show(std::size_t done, std::size_t total) {
        if (stop_.stop_requested()) return;
        const nb::gil_scoped_acquire locked;
        try {
            if (PyErr_CheckSignals() != 0) throw nb::python_error();
            if (progress_) (*progress_)(done, total);
        } catch (nb::python_error& error) {
            raised_ = std::make_unique<nb::python_error>(std::move(error));
            stop_.request_stop();
        }
    }
    std::stop_token token() const { return stop_.get_token(); }
    void raise() const {
        if (raised_) throw *raised_;
    }

 private:
    const std::optional<Progress>& progress_;
    std::stop_source stop_;
    std::unique_ptr<nb::python_error> raised_;
};

std::string score(const BenchmarkRequest& request, const std::string& per_phrase, bool resume, Watch& watch) {
    request.check();
    if (resume && per_phrase.empty())
        throw Error("resume=True continues the file per_phrase: give per_phrase=FILE");
    const PreparedBenchmark prepared =
        prepare_benchmark(request, read_requested(request, {}, watch.token()), open_sources(request));
    BenchmarkReport report = prepared.report();
    score_benchmark(
        prepared, per_phrase, resume, [](std::size_t) {},
        [&](const UnitResult& result) { report.add(result); },
        [&](std::size_t done, std::size_t total) { watch.show(done, total); }, watch.token());
    return json_text(report_json(report));
}

/// The document of `gbs evaluate --json`.
std::string evaluate(const BenchmarkRequest& request, const std::string& per_phrase, bool resume,
                     const std::optional<Progress>& progress) {
    Watch watch(progress);
    try {
        const nb::gil_scoped_release unlocked;
        return score(request, per_phrase, resume, watch);
    } catch (const Cancelled&) {
        watch.raise();
        throw;
    }
}

}  // namespace

void bind_evaluate(nb::module_& module) {
    nb::class_<BenchmarkRequest>(module, "BenchmarkRequest")
        .def(nb::init<>())
        .def_rw("folder", &BenchmarkRequest::folder)
        .def_rw("phrases", &BenchmarkRequest::phrases)
        .def_rw("images", &BenchmarkRequest::images)
        .def_rw("split", &BenchmarkRequest::split)
        .def_rw("protocol", &BenchmarkRequest::protocol)
        .def_rw("masks", &BenchmarkRequest::masks)
        .def_rw("device", &BenchmarkRequest::device)
        .def_rw("models", &BenchmarkRequest::models)
        .def_rw("detectors", &BenchmarkRequest::detectors)
        .def_rw("maps", &BenchmarkRequest::maps)
        .def_rw("ensembles", &BenchmarkRequest::ensembles)
        .def_rw("no_model", &BenchmarkRequest::no_model)
        .def_rw("limit", &BenchmarkRequest::limit)
        .def_rw("box_threshold", &BenchmarkRequest::box_threshold);
    module.def("evaluate", &evaluate, nb::arg("request"), nb::arg("per_phrase"), nb::arg("resume"),
               nb::arg("progress").none());
}

}  // namespace gbs::python
