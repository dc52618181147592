// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/run/run_reader.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ctime>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/base/file_format.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/read_error.h"
#include "training/run/run_files.h"

namespace fs = std::filesystem;
using nlohmann::json;

namespace gbs::training {
namespace {

constexpr std::size_t small_file = 1 << 20;
constexpr std::size_t metrics_limit = 8 << 20;
constexpr double heartbeat_seconds = 60;

constexpr std::array<const char*, 6> state_names = {"idle",     "running",   "paused",
                                                    "stopping", "completed", "failed"};
constexpr std::array<const char*, 4> control_names = {"pause", "resume", "stop", "save"};

[[noreturn]] void damaged(const fs::path& path, const std::string& why) {
    throw Error(path.string() + " is damaged (" + why + "): delete it, or resume the run, which rewrites it");
}

json parse_file(const fs::path& path) {
    json document = parse_json(read_text(path, small_file)).value_or(nullptr);
    if (!document.is_object()) damaged(path, "it is not a JSON object");
    return document;
}

void check_format(const json& status, const fs::path& path) {
    const auto format = status.find("format");
    if (format == status.end()) return;
    check_file_format(path.string(), format->is_string() ? format->get<std::string>() : format->dump(),
                      run_format);
}

double heartbeat_age(const std::string& heartbeat) {
    std::tm time{};
    const char* end = strptime(heartbeat.c_str(), "%Y-%m-%dT%H:%M:%SZ", &time);
    if (!end || *end) return std::numeric_limits<double>::infinity();
    return std::difftime(std::time(nullptr), timegm(&time));
}

std::optional<MetricsRecord> parse_record(std::string_view line) {
    const json object = parse_json(line).value_or(nullptr);
    const auto step = get_integer(object, "step");
    if (!step) return {};
    MetricsRecord record;
    record.step = *step;
    for (const auto& [name, value] : object.items()) {
        if (name == "step") continue;
        if (value.is_number()) record.values[name] = value.get<double>();
        if (value.is_null()) record.values[name] = std::nan("");
    }
    return record;
}

/// Whether `position` still points past a line of the file it belongs to.
bool still_fits(std::ifstream& stream, const struct stat& info, const MetricsPosition& position) {
    if (position.offset == 0) return true;
    if (position.file != info.st_ino || position.offset > static_cast<std::uint64_t>(info.st_size))
        return false;
    stream.seekg(static_cast<std::streamoff>(position.offset - 1));
    return stream.get() == '\n';
}

/// The text up to the end of the last complete line, at most `metrics_limit` bytes (more for a single longer line).
/// `expected` bytes are left in the file.
std::string read_lines(std::ifstream& stream, std::uint64_t expected, bool& more) {
    // One byte more, to see the end.
    const auto block = static_cast<std::size_t>(std::min<std::uint64_t>(expected + 1, metrics_limit));
    std::string text;
    for (;;) {
        const std::size_t before = text.size();
        text.resize(before + block);
        stream.read(text.data() + before, static_cast<std::streamsize>(block));
        const auto got = static_cast<std::size_t>(stream.gcount());
        text.resize(before + got);
        const std::size_t end = text.rfind('\n');
        more = got == block;
        if (end != text.npos) {
            text.resize(end + 1);
            return text;
        }
        if (!more) return {};
    }
}

}  // namespace

std::string run_state_name(RunState state) {
    return state_names.at(static_cast<std::size_t>(state));
}

RunState run_state(std::string_view name) {
    const auto found = std::find(state_names.begin(), state_names.end(), name);
    if (found == state_names.end())
        throw Error("'" + std::string(name) + "' is not a state of a training run");
    return static_cast<RunState>(found - state_names.begin());
}

std::string control_name(ControlWord word) {
    return control_names.at(static_cast<std::size_t>(word));
}

std::optional<ControlWord> control_word(std::string_view name) {
    const auto found = std::find(control_names.begin(), control_names.end(), name);
    if (found == control_names.end()) return {};
    return static_cast<ControlWord>(found - control_names.begin());
}

void check_run_format(const fs::path& folder) {
    const fs::path path = folder / "status.json";
    if (path_exists(path)) check_format(parse_file(path), path);
}

RunStatus read_status(const fs::path& folder) {
    const fs::path path = folder / "status.json";
    const json object = parse_file(path);
    try {
        check_format(object, path);
        RunStatus status;
        status.state = run_state(object.at("state").get<std::string>());
        const auto step = get_integer(object, "step"), total = get_integer(object, "total");
        if (!step || !total) throw Error("its steps are no integers");
        status.step = *step;
        status.total = *total;
        status.images_per_second = object.value("images_per_second", 0.0);
        if (object.contains("eta_seconds") && object["eta_seconds"].is_number())
            status.eta_seconds = object["eta_seconds"].get<double>();
        status.device = object.value("device", "");
        status.device_reason = object.value("device_reason", "");
        status.error = object.value("error", "");
        status.pid = get_integer(object, "pid").value_or(0);
        status.host = object.value("host", "");
        status.heartbeat = object.value("heartbeat", "");
        return status;
    } catch (const json::exception& error) {
        damaged(path, error.what());
    } catch (const NewerFormat&) {
        throw;
    } catch (const Error& error) {
        damaged(path, error.what());
    }
}

bool heartbeat_is_fresh(const fs::path& folder) {
    try {
        const RunStatus status = read_status(folder);
        const bool working = status.state == RunState::running || status.state == RunState::paused ||
                             status.state == RunState::stopping;
        return working && std::abs(heartbeat_age(status.heartbeat)) < heartbeat_seconds;
    } catch (const Error&) {
        return false;
    }
}

LockOwner read_lock_owner(const fs::path& folder) {
    try {
        const json object = parse_json(read_text(folder / "lock", small_file)).value_or(nullptr);
        if (object.is_object()) return {get_integer(object, "pid").value_or(0), object.value("host", "")};
    } catch (const std::exception&) {
        // Without an owner, the lock counts as free.
    }
    return {};
}

bool trainer_is_alive(const fs::path& folder) {
    const int file = ::open((folder / "lock").c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return false;
    struct flock query {};
    query.l_type = F_RDLCK;
    query.l_whence = SEEK_SET;
    const bool answered = ::fcntl(file, F_OFD_GETLK, &query) == 0;
    ::close(file);
    if (answered && query.l_type != F_UNLCK) return true;
    const LockOwner owner = read_lock_owner(folder);
    const bool elsewhere = !owner.host.empty() && owner.host != host_name();
    return (!answered || elsewhere) && heartbeat_is_fresh(folder);
}

MetricsChunk read_metrics(const fs::path& folder, const MetricsPosition& position) {
    MetricsChunk chunk;
    const fs::path path = folder / "metrics.jsonl";
    struct stat info {};
    std::ifstream stream;
    if (is_plain_file(path)) stream.open(path, std::ios::binary);
    if (!stream.is_open() || ::stat(path.c_str(), &info) != 0) {
        chunk.restarted = position.offset > 0;
        return chunk;
    }
    chunk.restarted = !still_fits(stream, info, position);
    chunk.position = {chunk.restarted ? 0 : position.offset, info.st_ino};
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(chunk.position.offset));
    const std::string text =
        read_lines(stream, static_cast<std::uint64_t>(info.st_size) - chunk.position.offset, chunk.more);
    if (stream.bad()) throw ReadError("cannot read " + path.string() + ": reading failed before the end");
    chunk.position.offset += text.size();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        if (auto record = parse_record(std::string_view(text).substr(at, end - at))) {
            chunk.records.push_back(std::move(*record));
        } else {
            ++chunk.damaged;
        }
        at = end + 1;
    }
    return chunk;
}

std::optional<std::int64_t> parse_step(const std::string& name, std::string_view extension) {
    constexpr std::string_view prefix = "step-";
    if (name.size() <= prefix.size() + extension.size() || name.rfind(prefix, 0) != 0) return {};
    const char* end = name.data() + name.size() - extension.size();
    if (std::string_view(end, extension.size()) != extension) return {};
    std::int64_t step = -1;
    const auto result = std::from_chars(name.data() + prefix.size(), end, step);
    if (result.ec != std::errc{} || result.ptr != end || step < 0) return {};
    return step;
}

std::vector<CheckpointFiles> list_checkpoints(const fs::path& folder) {
    std::map<std::int64_t, CheckpointFiles> found;
    for (const fs::path& path : list_folder(folder / "checkpoints")) {
        const std::string name = path.filename().string();
        if (const auto step = parse_step(name, ".safetensors")) found[*step].model = path;
        if (const auto step = parse_step(name, ".state")) found[*step].state = path;
    }
    std::vector<CheckpointFiles> pairs;
    for (auto& [step, files] : found) {
        files.step = step;
        if (!files.model.empty() && !files.state.empty()) pairs.push_back(files);
    }
    return pairs;
}

std::optional<CheckpointFiles> latest_checkpoint(const fs::path& folder) {
    auto pairs = list_checkpoints(folder);
    if (pairs.empty()) return {};
    return pairs.back();
}

std::optional<BestMark> read_best(const fs::path& folder) {
    const fs::path path = folder / "checkpoints" / "best.json";
    std::error_code code;
    const bool exists = fs::exists(path, code);
    if (code) throw Error("cannot read " + path.string() + ": " + code.message());
    if (!exists) return {};
    const json object = parse_file(path);
    const auto step = get_integer(object, "step");
    if (!step) damaged(path, "it names no step");
    if (!object.contains("score") || !object["score"].is_number()) damaged(path, "it holds no score");
    return BestMark{*step, object["score"].get<double>()};
}

std::optional<CheckpointFiles> best_checkpoint(const fs::path& folder) {
    const auto best = read_best(folder);
    if (!best) return {};
    for (const CheckpointFiles& files : list_checkpoints(folder))
        if (files.step == best->step) return files;
    return {};
}

std::vector<fs::path> list_previews(const fs::path& folder) {
    std::map<std::int64_t, fs::path> found;
    for (const fs::path& path : list_folder(folder / "preview"))
        if (const auto step = parse_step(path.filename().string(), ""); step && is_folder(path))
            found[*step] = path;
    std::vector<fs::path> folders;
    for (const auto& [step, path] : found) folders.push_back(path);
    return folders;
}

void send_control(const fs::path& folder, ControlWord word) {
    if (!is_folder(folder)) throw Error(folder.string() + " is not a run folder: it does not exist");
    write_atomically(folder / "control", control_name(word) + "\n");
}

std::string host_name() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return "unknown";
    return name.data();
}

}  // namespace gbs::training
