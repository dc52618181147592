// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>

#include "app/commands/commands.h"
#include "app/commands/notes.h"
#include "core/base/utf8.h"
#include "core/model/checkpoint_convert.h"

namespace gbs::app {
namespace {

struct ConvertArguments {
    std::string input, output, precision = "fp16";
    std::vector<std::string> notes, options;
};

/// The names of --precision, and whether each is half precision.
const std::map<std::string, bool>& is_half() {
    static const std::map<std::string, bool> names{{"fp16", true}, {"fp32", false}};
    return names;
}

void run_convert(const ConvertArguments& arguments) {
    CheckpointConversion conversion;
    conversion.half = is_half().at(arguments.precision);
    conversion.notes = parse_notes(arguments.notes);
    conversion.assignments = arguments.options;
    convert_checkpoint(arguments.input, arguments.output, conversion);
    std::printf("wrote %s\n", printable(arguments.output).c_str());
}

}  // namespace

void add_convert_command(CLI::App& app) {
    auto arguments = std::make_shared<ConvertArguments>();
    CLI::App* command =
        app.add_subcommand("convert", "Copy a checkpoint with another precision, notes or inference options");
    command->add_option("input", arguments->input, "Checkpoint (safetensors)")->required();
    command->add_option("output", arguments->output, "File to write")->required();
    command->add_option("--precision", arguments->precision, "Precision of the weights: fp16 or fp32")
        ->check(CLI::IsMember(is_half()))
        ->capture_default_str();
    command->add_option("--note", arguments->notes, "Note for the model card, KEY=VALUE; repeatable");
    command->add_option("--set", arguments->options,
                        "Option that changes no tensor, such as model.mirror=true; repeatable");
    command->footer(
        "packaging/convert_weights.py converts pretrained weights in other formats (.pth): unpickling runs "
        "code, so this\nprogram never does it.\n"
        "Example:\n  gbs convert runs/mine/checkpoints/step-00005000.safetensors model.safetensors --note "
        "data=flickr8k");
    command->callback([arguments] { run_convert(*arguments); });
}

}  // namespace gbs::app
