// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/commands/grounding_tasks.h"
#include "app/commands/profile.h"
#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/base/utf8.h"
#include "training/ranks/ranks.h"

namespace gbs::app {
namespace {

constexpr const char* program_purpose =
    "Find where a phrase is in a photo, and train models that learn this from captions only.";

/// The message with nothing in it that the terminal would obey.
class PrintableMessage final : public spdlog::custom_flag_formatter {
 public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
        const std::string text = printable({message.payload.data(), message.payload.size()});
        out.append(text.data(), text.data() + text.size());
    }
    std::unique_ptr<custom_flag_formatter> clone() const override {
        return std::make_unique<PrintableMessage>();
    }
};

void log_to_standard_error() {
    static const bool once = [] {
        auto logger = spdlog::stderr_color_mt("gbs");
        auto formatter = std::make_unique<spdlog::pattern_formatter>();
        formatter->add_flag<PrintableMessage>('*').set_pattern("%^%l%$: %*");
        logger->set_formatter(std::move(formatter));
        spdlog::set_default_logger(logger);
        if (training::launched().rank > 0)
            spdlog::set_level(spdlog::level::err);  // rank 0 logs warnings for all
        return true;
    }();
    (void)once;
}

/// The word after a value may be a photo or a folder: an option takes one. Several are given by commas, or by the option
/// again.
void take_one_value(CLI::App& command) {
    for (CLI::Option* option : command.get_options())
        if (!option->get_positional()) option->allow_extra_args(false);
    for (CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; }))
        take_one_value(*below);
}

void build(CLI::App& app) {
    app.name("gbs");
    app.require_subcommand(1);
    app.set_version_flag("--version", "gbs " + program_version());
    app.footer(
        "Without a subcommand, the window opens: gbs [PHOTO or FOLDER ...] [--model FILE] [--device NAME]");
    add_ground_command(app);
    add_report_command(app);
    add_detect_command(app);
    add_noisy_detector_command(app);
    add_evaluate_command(app);
    add_compare_command(app);
    add_train_command(app);
    add_reproduce_command(app);
    add_runs_command(app);
    add_convert_command(app);
    add_ensemble_command(app);
    add_average_command(app);
    add_calibrate_command(app);
    add_info_command(app);
    add_fidelity_command(app);
    add_benchmark_command(app);
    for (const auto add : more_commands()) add(app);
    add_profile_option(app);
    take_one_value(app);
}

}  // namespace

std::vector<void (*)(CLI::App&)>& more_commands() {
    static std::vector<void (*)(CLI::App&)> commands;
    return commands;
}

bool is_command(std::string_view word) {
    CLI::App app;
    build(app);
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    return std::ranges::any_of(
        commands, [&](const CLI::App* command) { return command->check_name(std::string(word)); });
}

namespace {

std::vector<std::string> phrases_after_dashes_of_grounding(std::vector<std::string> arguments) {
    const bool grounds = !arguments.empty() &&
                         (arguments[0] == "ground" || arguments[0] == "report" || arguments[0] == "detect");
    return grounds ? phrases_after_dashes(std::move(arguments)) : arguments;
}

int parse_and_run(int argc, const char* const* argv) {
    CLI::App app(program_purpose);
    build(app);
    try {
        auto arguments = phrases_after_dashes_of_grounding({argv + 1, argv + argc});
        std::ranges::reverse(arguments);  // as CLI11 takes a vector
        app.parse(std::move(arguments));
        return 0;
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const Cancelled&) {
        std::cerr << "gbs: cancelled\n";
    } catch (const Error& error) {
        std::cerr << "gbs: " << printable(error.what()) << '\n';
    } catch (const std::bad_alloc&) {
        std::cerr << "gbs: out of memory\n";
    } catch (const std::exception& error) {
        std::cerr << "gbs: unexpected: " << printable(error.what()) << '\n';
    }
    return 1;
}

/// Output is buffered: that it cannot be written, as on a full disk, shows only here.
bool flush_output() {
    std::cout.flush();
    return std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}  // namespace

std::string help_rows() {
    CLI::App app(program_purpose);
    build(app);
    const auto row = [](const std::string& name, const std::string& help) {
        return "{\"" + name + "\", R\"gbs(" + help + ")gbs\"},\n";
    };
    std::string rows = row("", app.help());
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        rows += row(command->get_name(), command->help("gbs"));
    return rows;
}

int run_command(int argc, const char* const* argv) {
    log_to_standard_error();
    int code = parse_and_run(argc, argv);
    if (!flush_output()) {
        std::cerr << "gbs: cannot write to standard output: is the disk full?\n";
        code = 1;
    }
    if (!finish_profile()) code = 1;
    training::leave_ranks(code == 0);
    return code;
}

}  // namespace gbs::app
