// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/run/run_folder.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <ctime>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "core/base/forgotten_files.h"
#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/json_values.h"
#include "core/base/locked_file.h"
#include "training/run/run_files.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace gbs::training {
namespace {

[[noreturn]] void fail(const std::string& what, const fs::path& path, int code) {
    throw Error("cannot " + what + " " + path.string() + ": " + std::strerror(code));
}

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    std::tm time{};
    gmtime_r(&now, &time);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &time);
    return text.data();
}

/// "step-00000042": padded so that names sort like steps.
std::string step_name(std::int64_t step) {
    const std::string digits = std::to_string(step);
    std::string name = "step-";
    name.append(digits.size() < 8 ? 8 - digits.size() : 0, '0');
    return name.append(digits);
}

/// The name before it is moved into place; the dot hides it from listings.
std::string hidden_name(std::int64_t step, const char* ending) {
    std::string name = ".";
    return name.append(step_name(step)).append(ending);
}

void sync(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("open", path, errno);
    const int result = ::fsync(file);
    const int code = errno;
    ::close(file);
    if (result != 0) fail("sync", path, code);
}

void make_folder(const fs::path& path) {
    std::error_code code;
    fs::create_directories(path, code);
    if (code || !is_folder(path)) fail("make the folder", path, code ? code.value() : ENOTDIR);
}

void move_to_place(const fs::path& from, const fs::path& to) {
    std::error_code code;
    fs::rename(from, to, code);
    if (code) fail("rename", from, code.value());
}

void remove_quietly(const fs::path& path) {
    std::error_code code;
    fs::remove_all(path, code);
    if (code) spdlog::warn("cannot delete {}: {}", path.string(), code.message());
}

/// Renames a folder before it is emptied, so that a kill never leaves an incomplete one.
void remove_folder(const fs::path& path) {
    std::string name = ".";
    const fs::path hidden = path.parent_path() / name.append(path.filename().string()).append(".old");
    remove_quietly(hidden);
    move_to_place(path, hidden);
    remove_quietly(hidden);
}

/// A folder with a temporary name; deleted unless it was renamed.
class PartialFolder {
 public:
    PartialFolder(const fs::path& parent, std::int64_t step) : path(parent / hidden_name(step, ".partial")) {
        remove_quietly(path);
        make_folder(path);
    }
    ~PartialFolder() {
        if (path_exists(path)) remove_quietly(path);
    }
    PartialFolder(const PartialFolder&) = delete;
    PartialFolder& operator=(const PartialFolder&) = delete;

    const fs::path path;
};

std::vector<fs::path> entries(const fs::path& folder) {
    std::error_code code;
    std::vector<fs::path> paths = list_folder(folder, code);
    if (code) fail("list", folder, code.value());
    return paths;
}

bool is_image_name(const std::string& name) {
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

bool is_kept_record(const std::string& line, std::int64_t step) {
    const json record = parse_json(line).value_or(nullptr);
    const auto its_step = get_integer(record, "step");
    return its_step && *its_step <= step;
}

bool ends_in_a_line(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream || stream.peek() == std::ifstream::traits_type::eof()) return true;
    stream.seekg(-1, std::ios::end);
    return stream.get() == '\n';
}

}  // namespace

namespace {

/// The file `lock` of a folder, which is created.
fs::path lock_file(const fs::path& folder) {
    make_folder(folder);
    return folder / "lock";
}

}  // namespace

RunFolder::RunFolder(fs::path path, RunFolderOptions options)
    : path_(std::move(path)), options_(options), lock_(lock_file(path_)) {
    if (options_.keep_checkpoints < 1 || options_.keep_previews < 1)
        throw Error("run folder: keep_checkpoints and keep_previews must be at least 1");
    take_lock();
    make_folder(path_ / "checkpoints");
    make_folder(path_ / "preview");
    clean();
}

RunFolder::~RunFolder() {
    if (metrics_ >= 0) ::close(metrics_);
    // An empty lock file means that its owner exited normally.
    try {
        lock_.cut(0);
    } catch (const Error& error) {
        spdlog::warn("{}", error.what());
    }
}

void RunFolder::take_lock() {
    const bool held = lock_.state() == LockedFile::State::held;
    const LockOwner owner = read_lock_owner(path_);
    // Where locks do not work, or do not reach the other host, the heartbeat decides.
    const bool elsewhere =
        !owner.host.empty() && (lock_.state() == LockedFile::State::unsupported || owner.host != host_name());
    const std::string running = "another trainer is running in " + path_.string() + " (process " +
                                std::to_string(owner.pid) + " on " + owner.host +
                                "): stop it first, or choose another run folder";
    if (held) throw Error(running);
    if (elsewhere && !options_.force && heartbeat_is_fresh(path_))
        throw Error(running + "; if it has ended, wait a minute, or add --force");
    if (owner.pid != 0)
        spdlog::info("the previous trainer (process {} on {}) was killed", owner.pid, owner.host);
    lock_.cut(0);
    lock_.append(json_text({{"pid", ::getpid()}, {"host", host_name()}}) + "\n");
}

void RunFolder::check_place() const {
    if (!lock_.is_in_place())
        throw Error(path_.string() +
                    " was deleted, moved or replaced, or its file `lock` was, while the trainer was running");
}

void RunFolder::clean() {
    remove_forgotten_files(path_);
    remove_quietly(path_ / ".control.taken");
    finish_checkpoints();
    std::set<fs::path> complete;
    for (const CheckpointFiles& files : list_checkpoints(path_)) complete.insert({files.model, files.state});
    for (const fs::path& path : entries(path_ / "checkpoints")) {
        const std::string name = path.filename().string();
        // A model without its state may be what the user kept. This program never leaves one behind.
        const bool half = parse_step(name, ".state") && !complete.contains(path);
        if (half || name.front() == '.') {
            spdlog::info("deleting {}, which a killed trainer left behind", path.string());
            remove_quietly(path);
        }
    }
    for (const fs::path& path : entries(path_ / "preview"))
        if (path.filename().string().front() == '.') remove_quietly(path);
}

bool RunFolder::has_run() const {
    return path_exists(path_ / "config.yaml");
}

void RunFolder::write_config(std::string_view yaml) {
    write_atomically(path_ / "config.yaml", yaml);
}

void RunFolder::write_status(RunStatus status) {
    check_place();
    const auto number = [](double value) { return std::isfinite(value) ? json(value) : json(nullptr); };
    const json object = {
        {"format", run_format},
        {"state", run_state_name(status.state)},
        {"step", status.step},
        {"total", status.total},
        {"images_per_second", std::isfinite(status.images_per_second) ? status.images_per_second : 0.0},
        {"eta_seconds", status.eta_seconds ? number(*status.eta_seconds) : json(nullptr)},
        {"device", status.device},
        {"device_reason", status.device_reason},
        {"error", status.error},
        {"pid", ::getpid()},
        {"host", host_name()},
        {"heartbeat", now_utc()}};
    write_atomically(path_ / "status.json", json_text(object, 2) + "\n");
}

std::size_t RunFolder::cut_metrics(std::int64_t step) {
    const fs::path path = path_ / "metrics.jsonl";
    if (metrics_ >= 0) ::close(metrics_);
    metrics_ = -1;
    if (!path_exists(path)) return 0;
    std::ifstream old = open_to_read(path);
    std::size_t dropped = 0;
    write_atomically(path, [&](std::ostream& out) {
        for (std::string line; std::getline(old, line);) {
            // A truncated last line may still parse ("step": 12 instead of 120), so it is always dropped.
            if (!old.eof() && is_kept_record(line, step)) {
                out << line << '\n';
            } else {
                ++dropped;
            }
        }
        if (!old.eof()) throw Error("cannot read " + path.string() + ": reading failed before the end");
    });
    return dropped;
}

void RunFolder::append_metrics(const MetricsRecord& record) {
    const fs::path path = path_ / "metrics.jsonl";
    if (metrics_ < 0) {
        if (!ends_in_a_line(path)) cut_metrics(std::numeric_limits<std::int64_t>::max());
        metrics_ = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
        if (metrics_ < 0) fail("open", path, errno);
    }
    json object = {{"step", record.step}};
    for (const auto& [name, value] : record.values)
        if (name != "step") object[name] = std::isfinite(value) ? json(value) : json(nullptr);
    append_text(metrics_, json_text(object) + "\n", path);
}

void RunFolder::write_preview(std::int64_t step, const std::vector<std::pair<std::string, Image>>& images,
                              const json& details) {
    check_place();
    if (!details.is_object() && !details.is_null())
        throw Error("run folder: the details of a preview must be an object");
    const fs::path parent = path_ / "preview", target = parent / step_name(step);
    const PartialFolder partial(parent, step);
    json document = details.is_null() ? json::object() : details;
    document["step"] = step;
    document["images"] = json::array();
    for (const auto& [name, image] : images) {
        if (!is_image_name(name))
            throw Error("run folder: '" + name + "' is not a valid name for an image of a preview");
        document["images"].push_back(name + ".png");
        write_image(image, partial.path / (name + ".png"));
    }
    write_atomically(partial.path / "preview.json", json_text(document, 2) + "\n");
    if (path_exists(target)) remove_folder(target);  // a resumed run repeats its steps
    move_to_place(partial.path, target);
    delete_old_previews();
}

void RunFolder::delete_old_previews() {
    const auto previews = list_previews(path_);
    const auto keep = static_cast<std::size_t>(options_.keep_previews);
    for (std::size_t i = 0; i + keep < previews.size(); ++i) remove_folder(previews[i]);
}

// The pair is written to a temporary folder. Renaming that folder to "complete" commits the checkpoint;
// moving its files into place can then be repeated after a kill (finish_checkpoints).
void RunFolder::save_checkpoint(
    std::int64_t step, const std::function<void(const fs::path& model, const fs::path& state)>& write) {
    check_place();
    if (step < 0) throw Error("run folder: a checkpoint cannot have a negative step");
    const fs::path parent = path_ / "checkpoints";
    const PartialFolder partial(parent, step);
    const fs::path model = partial.path / "model.safetensors", state = partial.path / "trainer.state";
    write(model, state);
    sync(model);
    sync(state);
    sync(partial.path);
    move_to_place(partial.path, parent / hidden_name(step, ".complete"));
    sync(parent);
    finish_checkpoints();
    delete_old_checkpoints();
}

void RunFolder::finish_checkpoints() {
    const fs::path parent = path_ / "checkpoints";
    for (const fs::path& path : entries(parent)) {
        const std::string name = path.filename().string();
        const auto step = name.front() == '.' ? parse_step(name.substr(1), ".complete") : std::nullopt;
        if (!step) continue;
        for (const auto& [from, ending] :
             {std::pair{"trainer.state", ".state"}, {"model.safetensors", ".safetensors"}})
            if (path_exists(path / from)) move_to_place(path / from, parent / (step_name(*step) + ending));
        sync(parent);
        remove_quietly(path);
    }
}

void RunFolder::delete_old_checkpoints() {
    std::int64_t best = -1;
    try {
        if (const auto mark = read_best(path_)) best = mark->step;
    } catch (const Error& error) {
        spdlog::warn("old checkpoints are not deleted, since the best one is unknown: {}", error.what());
        return;
    }
    const auto pairs = list_checkpoints(path_);
    const auto keep = static_cast<std::size_t>(options_.keep_checkpoints);
    for (std::size_t i = 0; i + keep < pairs.size(); ++i) {
        if (pairs[i].step == best) continue;
        remove_quietly(pairs[i].model);
        remove_quietly(pairs[i].state);
    }
}

void RunFolder::mark_best(std::int64_t step, double score) {
    const auto pairs = list_checkpoints(path_);
    if (std::none_of(pairs.begin(), pairs.end(),
                     [&](const CheckpointFiles& files) { return files.step == step; }))
        throw Error("run folder: step " + std::to_string(step) + " has no checkpoint to mark as the best");
    if (!std::isfinite(score)) throw Error("run folder: the score of the best checkpoint must be a number");
    write_atomically(path_ / "checkpoints" / "best.json",
                     json_text({{"step", step}, {"score", score}}) + "\n");
    delete_old_checkpoints();
}

std::optional<double> RunFolder::best_score() const {
    // One whose checkpoint is gone must not keep the next best from being marked.
    if (!best_checkpoint(path_)) return {};
    return read_best(path_)->score;
}

void RunFolder::put_aside(const CheckpointFiles& files) {
    for (const fs::path& path : {files.state, files.model}) move_to_place(path, path.string() + ".damaged");
}

std::optional<ControlWord> RunFolder::take_control() {
    const fs::path path = path_ / "control", taken = path_ / ".control.taken";
    struct stat info {};
    // The file is empty while a shell has opened it but not written yet.
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0) return {};
    // Renamed before it is read: a request that arrives meanwhile is a new file, for the next call.
    if (::rename(path.c_str(), taken.c_str()) != 0) return {};
    std::array<char, 64> buffer{};
    std::ifstream stream(taken, std::ios::binary);
    stream.read(buffer.data(), buffer.size());
    std::string text(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    remove_quietly(taken);
    text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    const auto word = control_word(text);
    if (!word)
        spdlog::warn("'{}' in {} is not a request: use pause, resume, stop or save", text, path.string());
    return word;
}

}  // namespace gbs::training
