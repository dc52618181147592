// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/model/batch_grounding.h"

namespace CLI {
class App;
}

namespace gbs::app {

/// The arguments that `gbs ground`, `gbs report` and `gbs detect` share.
struct GroundingArguments {
    std::vector<std::string> words;    ///< photos, folders, and phrases
    std::vector<std::string> phrases;  ///< of --phrase: never photos
    std::string phrases_file, model, device = "auto", look = "auto";
};

/// Photos and phrases.
void add_photo_options(CLI::App& command, GroundingArguments& arguments);
/// These, the model and the look of its maps.
void add_grounding_options(CLI::App& command, GroundingArguments& arguments);

/// The arguments with each word after "--" as --phrase=WORD: CLI11 does not tell where "--" was.
std::vector<std::string> phrases_after_dashes(std::vector<std::string> arguments);

/// The photos with their phrases, without photos that have none. Words that are existing files and folders are photos, the
/// first word always is; all others are phrases. Lines of a phrase list that name none of the photos are counted in a
/// warning. Throws Error if no photo remains, or a line could mean two photos.
std::vector<GroundingTask> make_tasks(const GroundingArguments& arguments);
std::filesystem::path model_path(const GroundingArguments& arguments);
/// Throws Error.
std::shared_ptr<Grounder> load_model(const GroundingArguments& arguments);

/// Throws Error ("3 of 20 photos failed") if any photo failed.
void check_failures(const BatchSummary& summary, std::size_t photos);

}  // namespace gbs::app
