// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/commands/commands.h"
#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/base/paths.h"
#include "core/base/utf8.h"
#include "core/model/grounding_cost.h"
#include "core/model/model_card.h"
#include "core/tensor/device.h"
#include "core/text/language_models.h"

namespace gbs::app {
namespace {

struct InfoArguments {
    std::string model;
    bool json = false;
};

GroundingCost member_cost(const std::map<std::string, std::string>& member) {
    ModelOptions options;
    OptionSet set;
    options.bind(set);
    for (const auto& [key, value] : member) set.set(key, value);
    return grounding_cost(options, find_language_model(options.text_encoder).words);
}

/// The cost of grounding, if this version knows all options of the model; of an ensemble, the sum.
nlohmann::json cost_json(const ModelCard& card) {
    try {
        GroundingCost sum;
        for (const auto& member : card.members) {
            const GroundingCost cost = member_cost(member);
            sum.parameters += cost.parameters;
            sum.image_flop += cost.image_flop;
            sum.phrase_flop += cost.phrase_flop;
            sum.bytes += cost.bytes;
        }
        const auto rounded = [](double value) { return std::round(value * 100) / 100; };
        return {{"parameters", sum.parameters},
                {"GFLOP an image", rounded(sum.image_flop / 1e9)},
                {"GFLOP a phrase", rounded(sum.phrase_flop / 1e9)},
                {"MB of memory", std::round(sum.bytes / 1e6)}};
    } catch (const Error& error) {
        return {{"unknown", error.what()}};
    }
}

nlohmann::json model_json(const std::filesystem::path& path) {
    const ModelCard card = read_model_card(path);
    return {{"path", path.string()},   {"bytes", card.bytes},     {"parameters", card.parameters},
            {"options", card.options}, {"cost", cost_json(card)}, {"notes", card.notes}};
}

nlohmann::json collect(const InfoArguments& arguments) {
    nlohmann::json devices = nlohmann::json::array();
    for (const DeviceInfo& device : list_devices())
        devices.push_back({{"name", device.name},
                           {"description", device.description},
                           {"usable", device.usable},
                           {"reason", device.reason}});
    nlohmann::json info{{"program", "gbs"},
                        {"version", program_version()},
                        {"libraries", library_versions()},
                        {"own_cuda_kernels", has_cuda_kernels()},
                        {"devices", devices},
                        {"resources", resources_folder().string()},
                        {"weights", weights_folder().string()}};
    try {
        info["model"] =
            model_json(arguments.model.empty() ? default_model() : std::filesystem::path(arguments.model));
    } catch (const Error& error) {
        if (!arguments.model.empty()) throw;
        info["model"] = {{"error", error.what()}};
    }
    return info;
}

void print(const nlohmann::json& info) {
    const auto text = [](const nlohmann::json& value) {
        return printable(value.is_string() ? value.get<std::string>() : json_text(value));
    };
    std::cout << "gbs " << text(info["version"]) << '\n';
    for (const auto& [name, version] : info["libraries"].items())
        std::cout << "  " << name << ' ' << text(version) << '\n';
    std::cout << "  own CUDA kernels: "
              << (info["own_cuda_kernels"].get<bool>() ? "yes" : "no, torch operations are used")
              << "\ndevices\n";
    for (const auto& device : info["devices"])
        std::cout << "  " << text(device["name"]) << "  "
                  << (device["usable"].get<bool>() ? "usable" : "not usable") << ": "
                  << text(device["reason"]) << "  (" << text(device["description"]) << ")\n";
    std::cout << "resources " << text(info["resources"]) << "\nweights   " << text(info["weights"])
              << "\nmodel\n";
    for (const auto& [key, value] : info["model"].items()) {
        if (!value.is_object()) {
            std::cout << "  " << printable(key) << ": " << text(value) << '\n';
            continue;
        }
        for (const auto& [inner, inner_value] : value.items())
            std::cout << "  " << printable(inner) << ": " << text(inner_value) << '\n';
    }
}

}  // namespace

void add_info_command(CLI::App& app) {
    auto arguments = std::make_shared<InfoArguments>();
    CLI::App* command =
        app.add_subcommand("info", "Show versions, devices and whether they can be used, and a model's card");
    auto* const word = command->add_option("checkpoint", arguments->model, "The same as --model");
    command->add_option("--model", arguments->model, "Checkpoint (default: the default model)")
        ->excludes(word);
    command->add_flag("--json", arguments->json, "Print one JSON document");
    command->footer(
        "Examples:\n  gbs info\n  gbs info --model runs/mine/checkpoints/step-00001000.safetensors --json");
    command->callback([arguments] {
        const nlohmann::json info = collect(*arguments);
        if (arguments->json)
            std::cout << json_text(info, 2) << '\n';
        else
            print(info);
    });
}

}  // namespace gbs::app
