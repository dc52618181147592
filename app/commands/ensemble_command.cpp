// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/commands/commands.h"
#include "app/commands/notes.h"
#include "core/base/utf8.h"
#include "core/model/checkpoint_ensemble.h"

namespace gbs::app {
namespace {

struct EnsembleArguments {
    std::vector<std::filesystem::path> members;
    std::string output;
    std::vector<std::string> notes;
};

}  // namespace

void add_ensemble_command(CLI::App& app) {
    auto arguments = std::make_shared<EnsembleArguments>();
    CLI::App* command = app.add_subcommand(
        "ensemble", "Join several models into one whose maps are the geometric means of theirs");
    command->add_option("checkpoints", arguments->members, "Checkpoints (safetensors), two or more")
        ->required();
    command->add_option("-o,--output", arguments->output, "File to write")->required();
    command->add_option("--note", arguments->notes, "Note for the model card, KEY=VALUE; repeatable");
    command->footer(
        "The file is used like any model; grounding costs the sum of the members. Different image encoders help, "
        "seeds hardly.\n"
        "Example:\n  gbs ensemble lite0.safetensors vgg16.safetensors -o both.safetensors");
    command->callback([arguments] {
        write_ensemble(arguments->members, arguments->output, parse_notes(arguments->notes));
        std::printf("wrote %s\n", printable(arguments->output).c_str());
    });
}

}  // namespace gbs::app
