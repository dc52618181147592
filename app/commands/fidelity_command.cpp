// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/paths.h"
#include "core/fidelity/fidelity.h"

namespace gbs::app {
namespace {

/// Of the installation, or of the source tree.
std::string default_fixtures() {
    const std::filesystem::path root = resources_folder().parent_path(), installed = root / "fidelity";
    std::error_code code;
    return (std::filesystem::is_directory(installed, code) ? installed : root / "tests" / "fixtures")
        .string();
}

struct FidelityArguments {
    std::string fixtures = default_fixtures();
    std::string output, device;
};

void show(const FidelityRow& row) {
    if (row.skipped.empty())
        std::cerr << row.part << ": " << row.difference << " from " << row.reference << std::endl;
    else
        std::cerr << row.part << ": skipped, " << row.skipped << std::endl;
}

void run_fidelity(const FidelityArguments& arguments) {
    const FidelityTable table = arguments.device.empty() ? measure_fidelity(arguments.fixtures, show)
                                                         : measure_device(arguments.device, show);
    const std::string text = arguments.device.empty() ? to_markdown(table) : to_tables(table);
    if (arguments.output.empty())
        std::cout << text;
    else
        write_atomically(arguments.output, text);
    if (!(table.largest() < fidelity_limit))
        throw Error("a part differs from its reference by " + std::to_string(table.largest()) +
                    ", more than rounding explains");
}

}  // namespace

void add_fidelity_command(CLI::App& app) {
    auto arguments = std::make_shared<FidelityArguments>();
    CLI::App* command =
        app.add_subcommand("fidelity",
                           "Compare image encoders and language models with stored outputs of "
                           "their reference implementations, without downloads");
    command->add_option("fixtures", arguments->fixtures,
                        "Folder with the stored outputs (default: those that come with the program)");
    command->add_option("--device", arguments->device,
                        "Instead, compare the parts of the method on this device with those on the CPU");
    command->add_option("--output", arguments->output, "Markdown file to write (default: standard output)");
    command->footer("Examples:\n  gbs fidelity --output docs/fidelity.md\n  gbs fidelity --device cuda");
    command->callback([arguments] { run_fidelity(*arguments); });
}

}  // namespace gbs::app
