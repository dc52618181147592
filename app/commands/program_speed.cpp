// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/program_speed.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "core/base/error.h"
#include "core/base/file_io.h"

extern char** environ;

namespace fs = std::filesystem;

namespace gbs::app {
namespace {

constexpr int photo_count = 28;

/// The launcher beside this program, or the program itself.
fs::path program() {
    const fs::path self = fs::read_symlink("/proc/self/exe"), launcher = self.parent_path() / "gbs";
    std::error_code code;
    return fs::exists(launcher, code) ? launcher : self;
}

/// The environment with as many threads as OpenMP and the program may use; 0: what they choose.
std::vector<std::string> environment(int threads) {
    std::vector<std::string> result;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!text.starts_with("OMP_NUM_THREADS=") && !text.starts_with("GOMP_SPINCOUNT="))
            result.push_back(text);
    }
    if (threads > 0) result.push_back("OMP_NUM_THREADS=" + std::to_string(threads));
    return result;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

/// Runs this program with its output in `log`. Throws Error with the end of the log if it fails.
void run(std::vector<std::string> arguments, int threads, const fs::path& log) {
    const std::string path = program().string();
    arguments.insert(arguments.begin(), path);
    std::vector<std::string> variables = environment(threads);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t child = 0;
    const int failure = posix_spawn(&child, path.c_str(), &actions, nullptr, pointers(arguments).data(),
                                    pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw Error("cannot start " + path + ": " + std::generic_category().message(failure));
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    const std::string text = read_text(log);
    throw Error("gbs " + arguments[1] + " failed: " + text.substr(text.size() > 500 ? text.size() - 500 : 0));
}

void write_photo(const fs::path& path, int number) {
    cv::Mat photo(375, 500, CV_8UC3);
    for (int y = 0; y < photo.rows; ++y)
        for (int x = 0; x < photo.cols; ++x)
            photo.at<cv::Vec3b>(y, x) = {static_cast<std::uint8_t>(x / 2 + number),
                                         static_cast<std::uint8_t>(y / 2),
                                         static_cast<std::uint8_t>((x * y / 99 + 40 * number) % 256)};
    if (!cv::imwrite(path.string(), photo)) throw Error("cannot write " + path.string());
}

/// The seconds that steps took in metrics.jsonl, from the images per second of all but the first entries.
Timing time_a_photo(const fs::path& metrics) {
    std::ifstream file(metrics);
    std::vector<double> times;
    for (std::string line; std::getline(file, line);) {
        const double rate = nlohmann::json::parse(line).value("images_per_second", 0.0);
        if (rate > 0) times.push_back(1000 / rate);
    }
    if (times.size() > 1) times.erase(times.begin());
    return summarize(std::move(times));
}

}  // namespace

ProgramSpeed::ProgramSpeed(fs::path model, Report report)
    : model_(fs::absolute(model)), report_(std::move(report)) {
    fs::create_directory(folder_ / "photos");
    std::ofstream phrases(folder_ / "phrases.tsv"), captions(folder_ / "captions.tsv");
    for (int i = 0; i < photo_count; ++i) {
        const std::string name = std::to_string(i) + ".jpg";
        write_photo(folder_ / "photos" / name, i);
        for (int k = 0; k < (i < 20 ? 6 : 5); ++k)
            phrases << name << "\tthing number " << (k * 29 + i) % 97 << " on the left\n";
        captions << name << "\tA dog and thing number " << i << " stand on the grass.\n";
    }
}

void ProgramSpeed::add(SpeedRow row) {
    rows_.push_back(std::move(row));
    report_(rows_.back());
}

void ProgramSpeed::measure_start() {
    const fs::path log = folder_ / "log";
    add({.what = "start: gbs --version",
         .threads = 1,
         .time = time_repeatedly([&] { run({"--version"}, 0, log); }),
         .goal = 20.0});
    const std::vector<std::string> one{
        "ground", (folder_ / "photos" / "0.jpg").string(), "a dog", "--model", model_.string(), "--device",
        "cpu"};
    add({.what = "start: gbs ground, one photo and phrase",
         .threads = static_cast<int>(std::thread::hardware_concurrency()),
         .time = time_repeatedly([&] { run(one, 0, log); }),
         .goal = 350.0});
}

void ProgramSpeed::measure_many_photos(int most_busy) {
    const std::vector<std::string> many{"ground",    (folder_ / "photos").string(),
                                        "--phrases", (folder_ / "phrases.tsv").string(),
                                        "--model",   model_.string(),
                                        "--device",  "cpu"};
    const auto all = static_cast<int>(std::thread::hardware_concurrency());
    for (int busy = 0; busy <= most_busy; ++busy) {
        const BusyThreads others(busy);
        std::optional<double> alone;
        for (const int threads : {1, 0}) {
            SpeedRow row{.what = "gbs ground, 28 photos with 160 phrases",
                         .threads = threads == 0 ? all : threads,
                         .busy = busy};
            row.time = time_repeatedly([&] { run(many, threads, folder_ / "log"); }, 3, 0);
            if (alone) row.goal = busy > 0 ? 1.2 * *alone : all > 1 ? *alone / 1.8 : *alone;
            alone = row.time.median;
            add(std::move(row));
        }
    }
}

void ProgramSpeed::measure_training() {
    for (const int threads : {1, 2}) {
        const fs::path run_folder = folder_ / ("run-" + std::to_string(threads));
        write_atomically(
            folder_ / "recipe.yaml",
            "data: {images: photos, captions: captions.tsv}\n"
            "model: {input_size: 224, neck_width: 256, decoder_width: 128, attenuation: projection_cosine}\n"
            "batch: 16\nsteps: 8\noptimizer: {name: adamw, learning_rate: 0.0001}\nlog: {every: 1}\n");
        run({"train", (folder_ / "recipe.yaml").string(), "--run", run_folder.string()}, threads,
            folder_ / "log");
        add({.what = "training, a photo (the default model, all of it learns at 224, batch 16)",
             .threads = threads,
             .time = time_a_photo(run_folder / "metrics.jsonl")});
    }
}

}  // namespace gbs::app
