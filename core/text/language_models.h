// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/text/word_shape.h"

namespace gbs {

/// A frozen language model for recipes and checkpoints.
struct LanguageModel {
    enum class Kind { bert, elmo, clip, siglip };
    std::string name;  ///< as in model.text_encoder; also its folder in the weights folder
    Kind kind = Kind::bert;
    std::string source;  ///< where to download its files; empty: `make setup` installs it
    WordShape words;     ///< of the files with this name
};

/// All language models, the default first.
const std::vector<LanguageModel>& language_models();
std::vector<std::string> language_model_names();
/// Throws Error listing the known names.
const LanguageModel& find_language_model(const std::string& name);

/// The folder of a language model in the weights folder, which contains all its files. Otherwise throws Error
/// saying which files are missing, where to download them and how to convert them. For an unknown name throws
/// Error listing the known names.
std::filesystem::path language_model_folder(const std::string& name);

/// The kind of language model in a folder, by its files. Throws Error if there is none.
LanguageModel::Kind language_model_kind(const std::filesystem::path& folder);

}  // namespace gbs
