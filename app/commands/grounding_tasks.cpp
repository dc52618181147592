// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/grounding_tasks.h"

#include <CLI/CLI.hpp>
#include <set>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/data/phrase_list.h"
#include "core/image/image_files.h"

namespace fs = std::filesystem;

namespace gbs::app {
namespace {

/// Adds the phrases of a file to every photo, or to the photo that a line names.
void add_phrases_from_file(const fs::path& path, std::vector<GroundingTask>& tasks) {
    std::unordered_map<std::string, std::vector<GroundingTask*>> by_name;
    for (GroundingTask& task : tasks) by_name[task.photo.filename().string()].push_back(&task);
    bool used = false;
    for (const ListedPhrase& listed : read_phrase_list(path)) {
        if (listed.photo.empty()) {
            for (GroundingTask& task : tasks) task.phrases.push_back(listed.phrase);
            used = true;
        } else if (const auto named = by_name.find(listed.photo); named != by_name.end()) {
            for (GroundingTask* const task : named->second) task->phrases.push_back(listed.phrase);
            used = true;
        }
    }
    if (!used) throw Error(path.string() + ": no line names a phrase for the given photos");
}

}  // namespace

void add_grounding_options(CLI::App& command, GroundingArguments& arguments) {
    command.add_option("photo", arguments.photo, "Photo or folder")->required();
    command.add_option("phrase", arguments.phrases, "Phrases");
    command.add_option("--phrases", arguments.phrases_file,
                       "File with one phrase per line, or lines of photo name, tab, phrase");
    command.add_option("--model", arguments.model, "Checkpoint (default: the default model)");
    command.add_option("--device", arguments.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
}

std::vector<GroundingTask> make_tasks(const GroundingArguments& arguments) {
    std::vector<fs::path> photos;
    if (fs::is_directory(arguments.photo)) {
        photos = list_images(arguments.photo);
        if (photos.empty()) throw Error(arguments.photo + ": the folder has no photos");
    } else {
        photos = {arguments.photo};
    }
    std::vector<GroundingTask> tasks;
    for (const auto& photo : photos) tasks.push_back({photo, arguments.phrases});
    if (!arguments.phrases_file.empty()) add_phrases_from_file(arguments.phrases_file, tasks);
    std::erase_if(tasks, [](const GroundingTask& task) { return task.phrases.empty(); });
    if (tasks.empty()) throw Error("no phrase given: add phrases after the photo, or use --phrases FILE");
    return tasks;
}

fs::path model_path(const GroundingArguments& arguments) {
    return arguments.model.empty() ? default_model() : fs::path(arguments.model);
}

void check_failures(const BatchSummary& summary, std::size_t photos) {
    std::set<fs::path> failed;
    for (const GroundingFailure& failure : summary.failures) failed.insert(failure.photo);
    if (!failed.empty())
        throw Error(std::to_string(failed.size()) + " of " + std::to_string(photos) + " photos failed");
}

}  // namespace gbs::app
