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
#include "core/model/checkpoint_average.h"
#include "core/model/checkpoint_ensemble.h"

namespace gbs::app {
namespace {

struct JoinArguments {
    std::vector<std::filesystem::path> members;
    std::string output;
    std::vector<std::string> notes;
};

/// A command that makes one model of several.
void add_join_command(CLI::App& app, const char* name, const char* help, const char* footer,
                      decltype(&write_ensemble) write) {
    auto arguments = std::make_shared<JoinArguments>();
    CLI::App* command = app.add_subcommand(name, help);
    command->add_option("checkpoints", arguments->members, "Checkpoints (safetensors), two or more")
        ->required();
    command->add_option("-o,--output", arguments->output, "File to write")->required();
    command->add_option("--note", arguments->notes, "Note for the model card, KEY=VALUE; repeatable");
    command->footer(footer);
    command->callback([arguments, write] {
        write(arguments->members, arguments->output, parse_notes(arguments->notes));
        std::printf("wrote %s\n", printable(arguments->output).c_str());
    });
}

}  // namespace

void add_ensemble_command(CLI::App& app) {
    add_join_command(
        app, "ensemble", "Join several models into one whose maps are the geometric means of theirs",
        "The file is used like any model; grounding costs the sum of the members. Different image encoders help, "
        "seeds hardly.\n"
        "Example:\n  gbs ensemble lite0.safetensors vgg16.safetensors -o both.safetensors",
        write_ensemble);
}

void add_average_command(CLI::App& app) {
    add_join_command(
        app, "average", "Average the weights of several models that have learned from one start",
        "Grounding costs what one of them does. Necks, projections and temperature are averaged; the decoder is that of the\n"
        "first model and can learn further (gbs train with initial_checkpoint). The image encoders must be equal.\n"
        "Example:\n  gbs average seed1.safetensors seed2.safetensors -o mean.safetensors",
        write_average);
}

}  // namespace gbs::app
