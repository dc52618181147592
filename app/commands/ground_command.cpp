#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/commands/commands.h"
#include "core/error.h"
#include "core/grounding_session.h"
#include "core/overlay.h"
#include "core/paths.h"
#include "core/phrase_list.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

struct GroundArguments {
    std::string photo;
    std::vector<std::string> phrases;
    std::string phrases_file, out, model, device = "auto";
    bool json = false;
};

/// A photo and its phrases.
struct Task {
    fs::path photo;
    std::vector<std::string> phrases;
};

/// Phrases for every photo, or for one by name.
void add_phrases_from_file(const fs::path& path, std::vector<Task>& tasks) {
    std::size_t used = 0;
    for (const ListedPhrase& listed : read_phrase_list(path)) {
        for (Task& task : tasks) {
            if (!listed.photo.empty() && task.photo.filename() != listed.photo) continue;
            task.phrases.push_back(listed.phrase);
            ++used;
        }
    }
    if (used == 0) throw Error(path.string() + ": no line names a phrase for the given photos");
}

std::vector<Task> make_tasks(const GroundArguments& arguments) {
    std::vector<fs::path> photos;
    if (fs::is_directory(arguments.photo)) {
        photos = list_images(arguments.photo);
        if (photos.empty()) throw Error(arguments.photo + ": the folder holds no photos");
    } else {
        photos = {arguments.photo};
    }
    std::vector<Task> tasks;
    for (const auto& photo : photos) tasks.push_back({photo, arguments.phrases});
    if (!arguments.phrases_file.empty()) add_phrases_from_file(arguments.phrases_file, tasks);
    std::erase_if(tasks, [](const Task& task) { return task.phrases.empty(); });
    if (tasks.empty()) throw Error("no phrase given: name phrases after the photo, or --phrases FILE");
    return tasks;
}

/// A phrase as part of a file name: letters and digits stay, the rest becomes '-'; numbered, so that none
/// collide.
std::string file_stem(const fs::path& photo, const std::string& phrase, std::size_t number) {
    std::string slug;
    for (const unsigned char c : phrase.substr(0, 60)) {
        if (std::isalnum(c) || c >= 0x80)
            slug += static_cast<char>(c);
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    // A cut in the middle of a UTF-8 sequence would leave an invalid name.
    while (!slug.empty() && (static_cast<unsigned char>(slug.back()) >= 0x80 || slug.back() == '-'))
        slug.pop_back();
    return photo.stem().string() + "." + std::to_string(number + 1) + (slug.empty() ? "" : "." + slug);
}

std::vector<std::string> write_maps(const Image& photo, const fs::path& stem, const Grounding& grounding) {
    std::vector<std::string> files;
    const std::pair<const char*, const Heatmap*> maps[] = {
        {"gbs", &grounding.gbs}, {"i2t", &grounding.i2t}, {"mean", &grounding.mean}};
    for (const auto& [name, map] : maps) {
        const fs::path npy = stem.string() + "." + name + ".npy", png = stem.string() + "." + name + ".png";
        write_npy(map->resized(photo.width, photo.height), npy);
        write_image(overlay(photo, *map), png);
        files.insert(files.end(), {npy.string(), png.string()});
    }
    return files;
}

nlohmann::json peak_json(const Heatmap& map, int width, int height) {
    const Peak peak = map.resized_peak(width, height);
    return {{"peak", {peak.x, peak.y}}, {"value", peak.value}};
}

nlohmann::json ground_photo(Grounder& grounder, const Task& task, const std::string& out) {
    const Image photo = load_image(task.photo);
    const auto session = grounder.open(photo);
    nlohmann::json phrases = nlohmann::json::array();
    const auto groundings = session->ground(task.phrases);
    for (std::size_t i = 0; i < groundings.size(); ++i) {
        const Grounding& grounding = groundings[i];
        nlohmann::json files = nlohmann::json::array();
        if (!out.empty())
            files = write_maps(photo, fs::path(out) / file_stem(task.photo, grounding.phrase, i), grounding);
        phrases.push_back({{"phrase", grounding.phrase},
                           {"ms", grounding.milliseconds},
                           {"gbs", peak_json(grounding.gbs, photo.width, photo.height)},
                           {"i2t", peak_json(grounding.i2t, photo.width, photo.height)},
                           {"mean", peak_json(grounding.mean, photo.width, photo.height)},
                           {"files", files}});
    }
    return {{"image", task.photo.string()},
            {"width", photo.width},
            {"height", photo.height},
            {"encode_ms", session->encode_milliseconds()},
            {"phrases", phrases}};
}

void print_photo(const nlohmann::json& photo) {
    std::printf("%s  %dx%d  encoded in %.0f ms\n", photo["image"].get<std::string>().c_str(),
                photo["width"].get<int>(), photo["height"].get<int>(), photo["encode_ms"].get<double>());
    for (const auto& phrase : photo["phrases"]) {
        std::printf("  \"%s\"  %.0f ms\n", phrase["phrase"].get<std::string>().c_str(),
                    phrase["ms"].get<double>());
        for (const char* map : {"gbs", "i2t", "mean"})
            std::printf("    %-5s peak (%d, %d)  value %.3f\n", map, phrase[map]["peak"][0].get<int>(),
                        phrase[map]["peak"][1].get<int>(), phrase[map]["value"].get<double>());
        for (const auto& file : phrase["files"])
            std::printf("    wrote %s\n", file.get<std::string>().c_str());
    }
}

void run_ground(const GroundArguments& arguments) {
    const std::vector<Task> tasks = make_tasks(arguments);
    if (!arguments.out.empty()) {
        std::error_code failure;
        fs::create_directories(arguments.out, failure);
        if (failure) throw Error("cannot create the folder " + arguments.out + ": " + failure.message());
    }
    const auto grounder = load_grounder(arguments.model.empty() ? default_model() : fs::path(arguments.model),
                                        arguments.device);
    grounder->warm_up();
    nlohmann::json images = nlohmann::json::array();
    std::size_t failed = 0;
    for (const Task& task : tasks) {
        try {
            images.push_back(ground_photo(*grounder, task, arguments.out));
            if (!arguments.json) print_photo(images.back());
        } catch (const Error& error) {
            if (tasks.size() == 1) throw;  // of a folder, the other photos are still done
            spdlog::error("{}", error.what());
            images.push_back({{"image", task.photo.string()}, {"error", error.what()}});
            ++failed;
        }
    }
    if (arguments.json)
        std::cout << nlohmann::json{{"model", grounder->info().path.string()},
                                    {"device", grounder->info().device},
                                    {"images", images}}
                         .dump(2)
                  << '\n';
    if (failed > 0)
        throw Error(std::to_string(failed) + " of " + std::to_string(tasks.size()) + " photos failed");
}

}  // namespace

void add_ground_command(CLI::App& app) {
    auto arguments = std::make_shared<GroundArguments>();
    CLI::App* command =
        app.add_subcommand("ground", "Point at phrases in a photo, or in each photo of a folder");
    command->add_option("photo", arguments->photo, "Photo or folder")->required();
    command->add_option("phrase", arguments->phrases, "Phrases");
    command->add_option("--phrases", arguments->phrases_file,
                        "File with a phrase a line, or lines of photo name, tab, phrase");
    command->add_option("--out", arguments->out,
                        "Folder for overlays (PNG) and maps (.npy, float32, height x width)");
    command->add_option("--model", arguments->model, "Checkpoint; the default model where left out");
    command->add_option("--device", arguments->device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    command->add_flag("--json", arguments->json, "One JSON document on standard output");
    command->footer(
        "Examples:\n  gbs ground dog.jpg \"a dog\" \"the grass\" --out maps\n"
        "  gbs ground photos --phrases phrases.txt --json > peaks.json");
    command->callback([arguments] { run_ground(*arguments); });
}

}  // namespace gbs
