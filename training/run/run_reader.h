// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What any process may do with a run folder: read it, and leave a request in `control`. Nothing here takes
// the trainer's lock or changes its files.
namespace gbs::training {

/// idle -> running <-> paused -> stopping -> completed | failed. Only the trainer changes it.
enum class RunState { idle, running, paused, stopping, completed, failed };

std::string run_state_name(RunState state);
/// Throws Error for an unknown name.
RunState run_state(std::string_view name);

/// status.json. Rate and ETA exclude the warm-up.
struct RunStatus {
    RunState state = RunState::idle;
    std::int64_t step = 0;   ///< finished steps
    std::int64_t total = 0;  ///< steps of the run
    double images_per_second = 0;
    std::optional<double> eta_seconds;  ///< empty while unknown
    std::string device;                 ///< "cpu", "cuda:0"
    std::string device_reason;          ///< why this device was chosen
    std::string error;                  ///< why the run failed
    // Filled in by RunFolder::write_status:
    std::int64_t pid = 0;
    std::string host;
    std::string heartbeat;  ///< time of writing, ISO 8601 in UTC: 2025-01-31T23:59:59Z
};

enum class ControlWord { pause, resume, stop, save };

std::string control_name(ControlWord word);
std::optional<ControlWord> control_word(std::string_view name);

/// The number of the format of run folders, "format" in status.json and in the metadata of .state files.
inline constexpr int run_format = 1;

/// Throws Error if the file is missing or damaged, NewerFormat for a run of a newer version.
RunStatus read_status(const std::filesystem::path& folder);

/// Throws NewerFormat if a newer version of the program has written the run. Call it before changing anything in the
/// folder.
void check_run_format(const std::filesystem::path& folder);

/// Whether a trainer is running in this folder. Tests the lock without taking it; on a file system without
/// locks, or for a trainer on another host, the heartbeat must be less than a minute old. If this is false
/// and the status says "running", the trainer was killed.
bool trainer_is_alive(const std::filesystem::path& folder);

/// One line of metrics.jsonl: the step and named numbers ("loss/sep", "validation/gbs"). NaN and infinity are
/// stored as null and read as NaN.
struct MetricsRecord {
    std::int64_t step = 0;
    std::map<std::string, double> values;
};

/// Position of a reader; the default is the beginning.
struct MetricsPosition {
    std::uint64_t offset = 0;  ///< bytes
    std::uint64_t file = 0;    ///< identity of the file that `offset` belongs to
};

struct MetricsChunk {
    std::vector<MetricsRecord> records;
    MetricsPosition position;  ///< for the next call
    bool restarted = false;   ///< the file was replaced or truncated by a resume: discard all earlier records
    bool more = false;        ///< the limit of one call was reached; call again
    std::size_t damaged = 0;  ///< complete lines that are not records
};

/// Reads the complete lines after `position`, at most 8 MiB. A missing file counts as empty; an incomplete
/// last line is left for the next call. Throws Error if reading fails.
MetricsChunk read_metrics(const std::filesystem::path& folder, const MetricsPosition& position = {});

/// A checkpoint is a pair of files: the model weights, and what else a training needs to continue.
struct CheckpointFiles {
    std::int64_t step = 0;
    std::filesystem::path model;  ///< step-N.safetensors
    std::filesystem::path state;  ///< step-N.state
};

/// The complete pairs, by ascending step.
std::vector<CheckpointFiles> list_checkpoints(const std::filesystem::path& folder);
/// The complete pair of the highest step.
std::optional<CheckpointFiles> latest_checkpoint(const std::filesystem::path& folder);
/// The pair named by best.json, if it is complete. Throws Error if best.json is damaged.
std::optional<CheckpointFiles> best_checkpoint(const std::filesystem::path& folder);

/// The complete preview/step-NNNNNNNN folders, by ascending step.
std::vector<std::filesystem::path> list_previews(const std::filesystem::path& folder);

/// Leaves a request for the trainer, replacing one that it has not read yet. Throws Error.
void send_control(const std::filesystem::path& folder, ControlWord word);

}  // namespace gbs::training
