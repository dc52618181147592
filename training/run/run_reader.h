// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the training panel, or any other process, may do with a run folder: read it, and leave a word in
// `control`. Nothing here takes the trainer's lock or changes its files.
namespace gbs::training {

/// idle -> running <-> paused -> stopping -> completed | failed. The trainer alone changes it.
enum class RunState { idle, running, paused, stopping, completed, failed };

std::string run_state_name(RunState state);
/// Throws Error for an unknown name.
RunState run_state(std::string_view name);

/// status.json. Rates and ETA leave the warm-up out.
struct RunStatus {
    RunState state = RunState::idle;
    std::int64_t step = 0;   ///< steps done
    std::int64_t total = 0;  ///< steps of the whole run
    double images_per_second = 0;
    std::optional<double> eta_seconds;  ///< none while it is not known
    std::string device;                 ///< "cpu", "cuda:0"
    std::string device_reason;          ///< why that one
    std::string error;                  ///< what ended the run, in state failed
    // Filled in by RunFolder::write_status:
    std::int64_t pid = 0;
    std::string host;
    std::string heartbeat;  ///< time of writing, ISO 8601 in UTC: 2025-01-31T23:59:59Z
};

enum class ControlWord { pause, resume, stop, save };

std::string control_name(ControlWord word);
std::optional<ControlWord> control_word(std::string_view name);

/// Throws Error where the file is missing or damaged.
RunStatus read_status(const std::filesystem::path& folder);

/// Whether a trainer works in this folder now. Asks for the lock without taking it; on a file system without
/// locks, or for a trainer on another host, the heartbeat must be younger than a minute. A status that says
/// "running" beside a false here is that of a trainer that was killed.
bool trainer_is_alive(const std::filesystem::path& folder);

/// One line of metrics.jsonl: the step and flat named numbers ("loss/sep", "lr", "validation/gbs"); NaN and
/// infinity are stored as null and read as NaN.
struct MetricsRecord {
    std::int64_t step = 0;
    std::map<std::string, double> values;
};

/// Where a reader has got to. A default one starts at the beginning.
struct MetricsPosition {
    std::uint64_t offset = 0;  ///< bytes
    std::uint64_t file = 0;    ///< identity of the file that `offset` belongs to
};

struct MetricsChunk {
    std::vector<MetricsRecord> records;
    MetricsPosition position;  ///< for the next call
    bool restarted = false;    ///< the file was replaced or cut by a resume: forget all earlier records
    bool more = false;         ///< the limit of one call was reached, ask again
    std::size_t damaged = 0;   ///< complete lines that were no records
};

/// The complete lines after `position`, at most 8 MiB of them. A missing file is an empty one; a last line
/// that has no end yet is left for the next call.
MetricsChunk read_metrics(const std::filesystem::path& folder, const MetricsPosition& position = {});

/// A checkpoint is a pair: model weights, and what else training needs to go on.
struct CheckpointFiles {
    std::int64_t step = 0;
    std::filesystem::path model;  ///< step-N.safetensors
    std::filesystem::path state;  ///< step-N.state
};

/// Complete pairs by ascending step.
std::vector<CheckpointFiles> list_checkpoints(const std::filesystem::path& folder);
/// The pair of the highest step.
std::optional<CheckpointFiles> latest_checkpoint(const std::filesystem::path& folder);
/// The pair that best.json names, if it is complete. Throws Error where best.json is damaged.
std::optional<CheckpointFiles> best_checkpoint(const std::filesystem::path& folder);

/// preview/step-NNNNNNNN folders, complete ones only, by ascending step.
std::vector<std::filesystem::path> list_previews(const std::filesystem::path& folder);

/// Leaves a word for the trainer, replacing one that it has not taken yet. Throws Error.
void send_control(const std::filesystem::path& folder, ControlWord word);

}  // namespace gbs::training
