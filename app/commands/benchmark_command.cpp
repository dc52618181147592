// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <ctime>
#include <iostream>
#include <memory>
#include <thread>

#include "app/commands/commands.h"
#include "app/commands/program_speed.h"
#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/speed/grounding_speed.h"
#include "core/speed/model_speed.h"
#include "core/tensor/device.h"

namespace gbs::app {
namespace {

struct BenchmarkArguments {
    std::string model, device = "cpu", update;
    bool brief = false;
};

SpeedTable measure(const BenchmarkArguments& arguments) {
    const std::filesystem::path model =
        arguments.model.empty() ? default_model() : std::filesystem::path(arguments.model);
    const MachinePeaks peaks = measure_peaks();
    SpeedTable table;
    table.machine = fmt::format("{}, {} threads, {:.0f} GFLOP/s and {:.1f} GB/s a thread",
                                choose_device(arguments.device).description,
                                std::thread::hardware_concurrency(), peaks.gflops, peaks.gbytes);
    table.date = fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr)));
    table.command = "gbs benchmark" + std::string(arguments.brief ? " --brief" : "") +
                    (arguments.device == "cpu" ? "" : " --device " + arguments.device);
    const auto report = [](const SpeedRow& row) {
        std::cerr << fmt::format("{}, {} threads, {} busy: {:.3g} ms", row.what, row.threads, row.busy,
                                 row.time.median / row.of)
                  << std::endl;
    };
    for (const int threads : {1, 2})
        for (SpeedRow& row : measure_grounding(model, arguments.device, threads, peaks)) {
            report(row);
            table.rows.push_back(std::move(row));
        }
    if (!arguments.brief && arguments.device == "cpu")
        for (const int threads : {1, 2})
            for (SpeedRow& row : measure_models(threads, peaks)) {
                report(row);
                table.rows.push_back(std::move(row));
            }
    ProgramSpeed program(model, report);
    program.measure_start();
    if (!arguments.brief) {
        program.measure_many_photos(3);
        program.measure_training();
    }
    table.rows.insert(table.rows.end(), program.rows().begin(), program.rows().end());
    return table;
}

}  // namespace

void add_benchmark_command(CLI::App& app) {
    auto arguments = std::make_shared<BenchmarkArguments>();
    CLI::App* command = app.add_subcommand("benchmark", "Measure the speed of this program on this machine");
    command->add_option("--model", arguments->model, "Checkpoint (default: the default model)");
    command->add_option("--device", arguments->device, "cpu, cuda or cuda:N")->capture_default_str();
    command->add_flag("--brief", arguments->brief,
                      "Only single photos and phrases, and the start of the program");
    command->add_option(
        "--update", arguments->update,
        "Markdown file in which to replace what is between <!-- gbs benchmark --> and <!-- end -->");
    command->footer("Examples:\n  gbs benchmark --brief\n  gbs benchmark --update docs/performance.md");
    command->callback([arguments] {
        const std::string text = to_markdown(measure(*arguments));
        std::cout << text;
        if (!arguments->update.empty()) write_section(arguments->update, text);
    });
}

}  // namespace gbs::app
