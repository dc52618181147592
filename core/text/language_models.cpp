// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/language_models.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/paths.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

constexpr const char* weights_file = "model.safetensors";
constexpr const char* index_file = "model.safetensors.index.json";

bool has_file(const fs::path& path) {
    std::error_code code;
    return fs::is_regular_file(path, code);
}

std::vector<std::string> required_files(LanguageModel::Kind kind) {
    if (kind == LanguageModel::Kind::elmo) return {"options.json", weights_file};
    if (kind == LanguageModel::Kind::clip) return {"config.json", "vocab.json", "merges.txt", weights_file};
    if (kind == LanguageModel::Kind::siglip) return {"config.json", "spiece.model", weights_file};
    return {"config.json", "vocab.txt", weights_file};
}

std::vector<std::string> missing_files(const fs::path& folder, LanguageModel::Kind kind) {
    std::vector<std::string> missing;
    for (const std::string& file : required_files(kind)) {
        const bool in_shards =
            kind != LanguageModel::Kind::elmo && file == weights_file && has_file(folder / index_file);
        if (!has_file(folder / file) && !in_shards) missing.push_back(file);
    }
    return missing;
}

std::string how_to_get(const LanguageModel& model, const fs::path& folder) {
    if (model.source.empty())
        return "run `make setup` to get it, or set GBS_WEIGHTS to the folder that contains it";
    const auto [files, option] = [&]() -> std::pair<const char*, const char*> {
        switch (model.kind) {
            case LanguageModel::Kind::elmo:
                return {"the options (.json) and the weights (.hdf5)", "--elmo"};
            case LanguageModel::Kind::clip:
                return {"config.json, vocab.json, merges.txt and model.safetensors (or pytorch_model.bin)",
                        "--clip"};
            case LanguageModel::Kind::siglip:
                return {"config.json, spiece.model and model.safetensors", "--clip"};
            case LanguageModel::Kind::bert:
                break;
        }
        return {"config.json, vocab.txt, tokenizer_config.json and model.safetensors (or pytorch_model.bin)",
                "--bert"};
    }();
    const bool two_towers =
        model.kind == LanguageModel::Kind::clip || model.kind == LanguageModel::Kind::siglip;
    const fs::path target = two_towers ? folder.parent_path() : folder;
    return std::string("get ") + files + " from " + model.source +
           " into a folder and run\n  build/venv/bin/python packaging/convert_weights.py " + option +
           " THAT_FOLDER " + target.string();
}

}  // namespace

const std::vector<LanguageModel>& language_models() {
    using Kind = LanguageModel::Kind;
    static const std::vector<LanguageModel> models{
        {"minilm-l6-v2", Kind::bert, "", 384},
        {"bert-base-uncased", Kind::bert, "https://huggingface.co/google-bert/bert-base-uncased", 768},
        {"bert-base-cased", Kind::bert, "https://huggingface.co/google-bert/bert-base-cased", 768},
        {"bert-large-uncased", Kind::bert, "https://huggingface.co/google-bert/bert-large-uncased", 1024},
        {"bert-large-cased", Kind::bert, "https://huggingface.co/google-bert/bert-large-cased", 1024},
        {"elmo", Kind::elmo, "https://allenai.org/allennlp/software/elmo", {1024, 3}},
        {"clip-text-b32", Kind::clip, "https://huggingface.co/openai/clip-vit-base-patch32", 512},
        {"clip-text-b16", Kind::clip, "https://huggingface.co/openai/clip-vit-base-patch16", 512},
        {"clip-text-rn50", Kind::clip, "https://huggingface.co/timm/resnet50_clip.openai", 1024},
        {"siglip-text-b16", Kind::siglip, "https://huggingface.co/google/siglip-base-patch16-224", 768}};
    return models;
}

std::vector<std::string> language_model_names() {
    std::vector<std::string> names;
    for (const LanguageModel& model : language_models()) names.push_back(model.name);
    return names;
}

const LanguageModel& find_language_model(const std::string& name) {
    const auto& models = language_models();
    const auto found =
        std::find_if(models.begin(), models.end(), [&](const auto& model) { return model.name == name; });
    if (found == models.end())
        throw Error("\"" + name + "\" is not a language model; known are " +
                    join(language_model_names(), ", "));
    return *found;
}

fs::path language_model_folder(const std::string& name) {
    // The name may come from an untrusted checkpoint, so only known names may become paths.
    const LanguageModel& model = find_language_model(name);
    const fs::path folder = weights_folder() / name;
    const auto missing = missing_files(folder, model.kind);
    if (!missing.empty())
        throw Error("the language model " + name + " is incomplete in " + folder.string() + ": " +
                    join(missing, ", ") + (missing.size() == 1 ? " is" : " are") + " missing; " +
                    how_to_get(model, folder));
    return folder;
}

LanguageModel::Kind language_model_kind(const fs::path& folder) {
    if (has_file(folder / "options.json")) return LanguageModel::Kind::elmo;
    if (has_file(folder / "merges.txt")) return LanguageModel::Kind::clip;
    if (has_file(folder / "spiece.model")) return LanguageModel::Kind::siglip;
    if (has_file(folder / "config.json")) return LanguageModel::Kind::bert;
    throw Error(
        folder.string() +
        " contains no language model: neither config.json (BERT, CLIP, SigLIP) nor options.json (ELMo) exists");
}

}  // namespace gbs
