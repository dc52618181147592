#include "core/fidelity.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/error.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

std::string scientific(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1e", value);
    return text;
}

}  // namespace

const std::vector<FidelityKind>& fidelity_kinds() {
    static const std::vector<FidelityKind> kinds{
        {"image-encoders", "Image encoders", image_encoder_fidelity}};
    return kinds;
}

std::vector<fs::path> fidelity_files(const fs::path& fixtures, const FidelityKind& kind) {
    std::vector<fs::path> files;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(fixtures / kind.folder, code))
        if (entry.path().extension() == ".safetensors") files.push_back(entry.path());
    if (files.empty())
        throw Error(
            (fixtures / kind.folder).string() +
            " holds no outputs to compare with: name the folder tests/fixtures/fidelity of the source tree");
    std::ranges::sort(files);
    return files;
}

double FidelityTable::largest() const {
    double worst = 0;
    for (const auto& [title, rows] : kinds)
        for (const FidelityRow& row : rows)
            worst = std::isnan(row.difference) ? INFINITY : std::max(worst, row.difference);
    return worst;
}

FidelityTable measure_fidelity(const fs::path& fixtures,
                               const std::function<void(const FidelityRow&)>& progress) {
    FidelityTable table;
    for (const FidelityKind& kind : fidelity_kinds()) {
        auto& rows = table.kinds.emplace_back(kind.title, std::vector<FidelityRow>{}).second;
        for (const fs::path& file : fidelity_files(fixtures, kind)) {
            rows.push_back(kind.compare(file));
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
        "No weights are downloaded: they are a function of a parameter's name and index, the same in Python\n"
        "(`tests/fixtures/weights_by_name.py`) and here (`core/weights_by_name.h`), as are the inputs. The "
        "reference's\n"
        "outputs lie in `tests/fixtures/fidelity`, with the scripts that made them beside it. The difference "
        "is the\n"
        "largest of all sampled numbers, in float32, relative to the largest of the same output; mean and "
        "root mean\n"
        "square of each whole output are compared too.\n";
    for (const auto& [title, rows] : table.kinds) {
        text += "\n## " + title +
                "\n\n| Part | Reference | Inputs | Largest relative difference |\n|---|---|---|---|\n";
        for (const FidelityRow& row : rows)
            text += "| " + row.part + " | " + row.reference + " | " + row.inputs + " | " +
                    scientific(row.difference) + " |\n";
    }
    return text;
}

}  // namespace gbs
