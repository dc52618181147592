// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>
#include <iostream>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal.h"
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "training/calibration/calibrate.h"
#include "training/ranks/ranks.h"

namespace gbs::app {
namespace {

void run_calibrate(const training::CalibrationRequest& request) {
    if (training::launched().size > 1)
        throw Error("gbs calibrate runs in one process: start it without mpirun");
    const Interrupt interrupt;
    ProgressLine progress("photos");
    const auto result = training::calibrate(
        request, [&](std::size_t done, std::size_t total) { progress.show(done, total); }, interrupt.token());
    progress.finish();
    std::cout << fmt::format(
        "{} photos, {} phrases\nheld out: area under the curve {:.3f}, calibration error {:.3f}\nwrote {}\n",
        result.photos, result.phrases, result.auc, result.calibration_error,
        printable(request.output.string()));
}

}  // namespace

void add_calibrate_command(CLI::App& app) {
    auto request = std::make_shared<training::CalibrationRequest>();
    CLI::App* command = app.add_subcommand(
        "calibrate", "Teach a model the strength: how likely a photo shows what a phrase says");
    command->add_option("model", request->model, "Checkpoint (safetensors), also an ensemble")->required();
    command
        ->add_option("--captions", request->captions, "Captions, in any format of a recipe's data.captions")
        ->required();
    command->add_option("--images", request->images, "Folder of their photos")->required();
    command->add_option("--split", request->split,
                        "Photos to use: a text file with one name per line, or the name of a split");
    command->add_option("--limit", request->limit, "Use N photos at most, drawn with the seed; 0: all")
        ->capture_default_str();
    command->add_option("--seed", request->seed, "Seed of all random numbers")->capture_default_str();
    command
        ->add_option(
            "--temperature", request->temperature,
            "Divides the logits, 0.1 to 10: above 1 for a model that is too sure of photos that it has not learned "
            "from (choose it on a development split)")
        ->capture_default_str();
    command->add_option("--device", request->device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    command->add_option("-o,--output", request->output, "File to write")->required();
    command->footer(
        "Use the training photos: what a benchmark tests must not be learned from. No boxes are needed. The maps stay as\n"
        "they are; gbs evaluate --presence scores the strength.\n"
        "Example:\n  gbs calibrate model.safetensors --captions captions.tsv --images photos -o model2.safetensors");
    command->callback([request] { run_calibrate(*request); });
}

}  // namespace gbs::app
