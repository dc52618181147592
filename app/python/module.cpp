// SPDX-License-Identifier: GPL-3.0-or-later

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "app/python/bindings.h"
#include "core/base/error.h"
#include "core/base/paths.h"

NB_MODULE(_core, module) {
    using namespace gbs;
    // Standard output belongs to the program that imports the module.
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("gbs", std::make_shared<spdlog::sinks::stderr_color_sink_mt>()));
    spdlog::set_level(spdlog::level::warn);
    nanobind::exception<Error>(module, "Error", PyExc_RuntimeError);
    nanobind::exception<Cancelled>(module, "Cancelled", PyExc_RuntimeError);
    module.attr("version") = program_version();
    module.def("default_model", [] { return default_model(); });
    python::bind_model(module);
    python::bind_evaluate(module);
    python::bind_run(module);
}
