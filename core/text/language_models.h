// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/text/word_shape.h"

namespace gbs {

/// A frozen language model that a recipe or a checkpoint can name.
struct LanguageModel {
    enum class Kind { bert, elmo };
    std::string name;  ///< as in model.text_encoder, and its folder below the weights folder
    Kind kind = Kind::bert;
    std::string source;  ///< where its files are to be had; empty: set-up installs it
    WordShape words;     ///< of the files that have this name
};

/// Every language model that is known, the default first.
const std::vector<LanguageModel>& language_models();
std::vector<std::string> language_model_names();
/// Throws Error that lists the known ones.
const LanguageModel& find_language_model(const std::string& name);

/// The folder of `name` below the weights folder, checked to hold its files. Throws Error that says which
/// files are missing, where to get them and how to convert them; for an unknown name it lists the known ones.
std::filesystem::path language_model_folder(const std::string& name);

/// The kind of a folder, from the files in it. Throws Error where it is none.
LanguageModel::Kind language_model_kind(const std::filesystem::path& folder);

}  // namespace gbs
