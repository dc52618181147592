// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/grounding_tasks.h"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/paths.h"
#include "core/base/trace.h"
#include "core/data/phrase_list.h"
#include "core/image/image_files.h"
#include "core/image/map_look.h"
#include "core/image/photo_resolver.h"
#include "core/model/load_grounder.h"
#include "training/ranks/join_team.h"

namespace fs = std::filesystem;

namespace gbs::app {
namespace {

/// A photo to ground, and its path relative to the folder that was given, by which a list names it.
struct NamedPhoto {
    fs::path path;
    std::string name;
};

/// Adds the phrases of a file to every photo, or to the photo that a line names.
void add_phrases_from_file(const fs::path& path, const std::vector<NamedPhoto>& photos,
                           std::vector<GroundingTask>& tasks) {
    PhotoResolver names(path.string());
    for (const NamedPhoto& photo : photos) names.add(photo.name);
    std::size_t used = 0, unmatched = 0;
    std::string first_unmatched;
    const PhraseList list = read_phrase_list(path);
    for (const ListedPhrase& listed : list.phrases) {
        if (listed.photo.empty()) {
            for (GroundingTask& task : tasks) task.phrases.push_back(listed.phrase);
            ++used;
        } else if (const auto named = names.find(listed.photo)) {
            tasks[*named].phrases.push_back(listed.phrase);
            ++used;
        } else if (unmatched++ == 0) {
            first_unmatched = listed.photo;
        }
    }
    if (used == 0)
        throw Error(path.string() + ": no " + list.unit + " names a phrase for the given photos" +
                    (unmatched > 0 ? "; the first one is for " + first_unmatched : ""));
    if (unmatched > 0)
        spdlog::warn("{}: {} of {} {}s name none of the given photos; the first one is for {}", path.string(),
                     unmatched, used + unmatched, list.unit, first_unmatched);
    for (const auto& [reason, count] : list.skipped)
        spdlog::warn("{}: skipped {}: {}", path.string(), count, reason);
}

void add_photos(const std::string& word, std::vector<NamedPhoto>& photos) {
    if (!is_folder(word)) {
        photos.push_back({word, word});
        return;
    }
    const auto found = list_images(word);
    if (found.empty())
        throw Error(word + ": the folder has no photos; if it is a phrase, write --phrase \"" + word + "\"");
    for (const fs::path& photo : found) photos.push_back({photo, photo.lexically_relative(word).string()});
}

/// "photos/*.jpg photos" names each photo twice.
void remove_duplicates(std::vector<NamedPhoto>& photos) {
    std::set<fs::path> seen;
    std::erase_if(photos, [&](const NamedPhoto& photo) {
        return !seen.insert(fs::absolute(photo.path).lexically_normal()).second;
    });
}

}  // namespace

std::vector<std::string> phrases_after_dashes(std::vector<std::string> arguments) {
    const auto dashes = std::ranges::find(arguments, "--");
    if (dashes == arguments.end()) return arguments;
    for (auto phrase = dashes + 1; phrase != arguments.end(); ++phrase) phrase->insert(0, "--phrase=");
    arguments.erase(dashes);
    return arguments;
}

void add_photo_options(CLI::App& command, GroundingArguments& arguments) {
    command
        .add_option("words", arguments.words,
                    "Photos and folders that exist, then phrases; everything after -- is a phrase")
        ->option_text("PHOTO ... PHRASE ...")
        ->required();
    command
        .add_option("--phrase", arguments.phrases, "A phrase, even if a file has this name; can be repeated")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_option(
        "--phrases", arguments.phrases_file,
        "File with one phrase per line, lines of photo name, tab, phrase, or a table with the columns image and "
        "phrase; or the file or folder of an annotation tool, whose labels are the phrases of their photos");
}

void add_grounding_options(CLI::App& command, GroundingArguments& arguments) {
    add_photo_options(command, arguments);
    command.add_option("--model", arguments.model, "Checkpoint (default: the default model)");
    command.add_option("--device", arguments.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    std::vector<std::string> looks;
    for (const Limits limits : named_looks) looks.emplace_back(look_name(limits));
    command
        .add_option("--look", arguments.look,
                    "Colors of the maps: auto (the range of each map), shared (the range of all maps of a "
                    "photo) or fixed (0 to 1)")
        ->check(CLI::IsMember(looks))
        ->capture_default_str();
}

std::vector<GroundingTask> make_tasks(const GroundingArguments& arguments) {
    std::vector<NamedPhoto> photos;
    std::vector<std::string> phrases;
    for (const std::string& word : arguments.words) {
        std::error_code ignored;
        if (photos.empty() || fs::exists(word, ignored))
            add_photos(word, photos);
        else if (has_image_extension(word))
            throw Error(word + ": no such photo; if it is a phrase, write --phrase \"" + word + "\"");
        else
            phrases.push_back(word);
    }
    phrases.insert(phrases.end(), arguments.phrases.begin(), arguments.phrases.end());
    remove_duplicates(photos);
    std::vector<GroundingTask> tasks;
    for (const auto& photo : photos) tasks.push_back({photo.path, phrases, photo.name});
    if (!arguments.phrases_file.empty()) add_phrases_from_file(arguments.phrases_file, photos, tasks);
    std::erase_if(tasks, [](const GroundingTask& task) { return task.phrases.empty(); });
    if (tasks.empty())
        throw Error(
            "no phrase given: add phrases after the photos (after -- if a file has the phrase's name), or use "
            "--phrases FILE");
    return tasks;
}

fs::path model_path(const GroundingArguments& arguments) {
    return arguments.model.empty() ? default_model() : fs::path(arguments.model);
}

std::shared_ptr<Grounder> load_model(const GroundingArguments& arguments) {
    const TraceSpan span("load model");
    return load_grounder(model_path(arguments), training::device_of_rank(arguments.device));
}

void check_failures(const BatchSummary& summary, std::size_t photos) {
    std::set<fs::path> failed;
    for (const GroundingFailure& failure : summary.failures) failed.insert(failure.photo);
    if (!failed.empty())
        throw Error(std::to_string(failed.size()) + " of " + std::to_string(photos) + " photos failed");
}

}  // namespace gbs::app
