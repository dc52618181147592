// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fidelity/fidelity.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/fidelity/fidelity_fixtures.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

std::vector<fs::path> files_of(const fs::path& place) {
    if (fs::is_regular_file(place)) return {place};
    std::vector<fs::path> files;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(place, code))
        if (entry.path().extension() == ".safetensors") files.push_back(entry.path());
    if (files.empty())
        throw Error(place.string() +
                    " holds no outputs to compare with: name the folder tests/fixtures of the source tree");
    std::ranges::sort(files);
    return files;
}

}  // namespace

const std::vector<FidelityKind>& fidelity_kinds() {
    static const std::vector<FidelityKind> kinds{
        {"Image encoders", "fidelity/image-encoders", "", image_encoder_fidelity},
        {"Language models", "bert_sizes.safetensors", "models", bert_fidelity},
        {"Language models", "minilm.safetensors", "",
         [](const FidelityPart& part) { return minilm_fidelity(part); }},
        {"Language models", "elmo.safetensors", "options", elmo_fidelity}};
    return kinds;
}

std::vector<FidelityPart> fidelity_parts(const fs::path& fixtures, const FidelityKind& kind) {
    std::vector<FidelityPart> parts;
    for (const fs::path& file : files_of(fixtures / kind.outputs)) {
        if (kind.parts.empty()) {
            parts.push_back({file, file.stem().string()});
            continue;
        }
        const nlohmann::json named = fixture_object(SafetensorsFile(file), kind.parts);
        for (const auto& [name, settings] : named.items()) parts.push_back({file, name});
    }
    return parts;
}

double FidelityTable::largest() const {
    double worst = 0;
    for (const auto& [title, rows] : kinds)
        for (const FidelityRow& row : rows)
            if (row.skipped.empty())
                worst = std::isnan(row.difference) ? INFINITY : std::max(worst, row.difference);
    return worst;
}

FidelityTable measure_fidelity(const fs::path& fixtures,
                               const std::function<void(const FidelityRow&)>& progress) {
    FidelityTable table;
    for (const FidelityKind& kind : fidelity_kinds()) {
        if (table.kinds.empty() || table.kinds.back().first != kind.title)
            table.kinds.emplace_back(kind.title, std::vector<FidelityRow>{});
        auto& rows = table.kinds.back().second;
        for (const FidelityPart& part : fidelity_parts(fixtures, kind)) {
            rows.push_back(kind.compare(part));
            if (progress) progress(rows.back());
        }
    }
    return table;
}

std::string to_markdown(const FidelityTable& table) {
    std::string text =
        "# Fidelity\n\n"
        "How near each part comes to the library that it follows. Made by `gbs fidelity --output "
        "docs/fidelity.md`;\n"
        "the test `fidelity_test` asks for less than " +
        scientific(fidelity_limit) +
        ".\n\n"
        "Weights are a function of a parameter's name and index, the same in Python\n"
        "(`tests/fixtures/weights_by_name.py`) and here (`core/fidelity/weights_by_name.h`), as are the images: none "
        "are\n"
        "downloaded. minilm-l6-v2 alone has its own weights, which `make setup` installs; without them it is "
        "skipped.\n"
        "The reference's outputs lie in `tests/fixtures`, with the scripts that made them. The difference is "
        "the largest\n"
        "of all sampled numbers, in float32, relative to the largest of the same output. Whole outputs are "
        "compared by\n"
        "mean and root mean square (image encoders) or by the mean of a phrase's words (minilm-l6-v2) too, "
        "and "
        "the counts\n"
        "of words must be equal.\n";
    for (const auto& [title, rows] : table.kinds) {
        text += "\n## " + title +
                "\n\n| Part | Reference | Inputs | Largest relative difference |\n|---|---|---|---|\n";
        for (const FidelityRow& row : rows)
            text += "| " + row.part + " | " + row.reference + " | " + row.inputs + " | " +
                    (row.skipped.empty() ? scientific(row.difference) : "skipped: " + row.skipped) + " |\n";
    }
    return text;
}

}  // namespace gbs
