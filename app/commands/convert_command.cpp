// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/commands/commands.h"
#include "core/base/error.h"
#include "core/model/checkpoint_convert.h"

namespace gbs::app {
namespace {

struct ConvertArguments {
    std::string input, output, precision = "fp16";
    std::vector<std::string> notes, options;
};

std::pair<std::string, std::string> split_assignment(const std::string& text, const std::string& flag) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) throw Error(flag + " '" + text + "': write KEY=VALUE");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

void run_convert(const ConvertArguments& arguments) {
    CheckpointConversion conversion;
    conversion.half = arguments.precision == "fp16";
    for (const auto& note : arguments.notes) conversion.notes.insert(split_assignment(note, "--note"));
    conversion.assignments = arguments.options;
    convert_checkpoint(arguments.input, arguments.output, conversion);
    std::printf("wrote %s\n", arguments.output.c_str());
}

}  // namespace

void add_convert_command(CLI::App& app) {
    auto arguments = std::make_shared<ConvertArguments>();
    CLI::App* command = app.add_subcommand(
        "convert", "Write a checkpoint anew: in half precision, with notes, with other test-time options");
    command->add_option("input", arguments->input, "Checkpoint (safetensors)")->required();
    command->add_option("output", arguments->output, "File to write")->required();
    command->add_option("--precision", arguments->precision, "fp16 or fp32")
        ->check(CLI::IsMember({"fp16", "fp32"}))
        ->capture_default_str();
    command->add_option("--note", arguments->notes, "KEY=VALUE for the model card; repeatable");
    command->add_option("--set", arguments->options,
                        "model.option=value that changes no tensor, like model.mirror=true");
    command->footer(
        "Pretrained weights of others (.pth) are converted by packaging/convert_weights.py: pickles run code "
        "and are\n"
        "never read by this program.\n"
        "Example:\n  gbs convert runs/mine/checkpoints/step-00005000.safetensors model.safetensors --note "
        "data=flickr8k");
    command->callback([arguments] { run_convert(*arguments); });
}

}  // namespace gbs::app
