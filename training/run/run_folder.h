// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/image/image.h"
#include "training/run/run_reader.h"

namespace gbs::training {

/// How much of a run is kept.
struct RunFolderOptions {
    int keep_checkpoints = 3;  ///< the newest; the best is kept besides. At least 1
    int keep_previews = 20;    ///< the newest. At least 1
};

/// The trainer's side of runs/NAME (design.md, "How data flows"): one writer, everything replaced atomically,
/// so a kill at any moment leaves a folder that can be resumed. All writing throws Error on a full disk and
/// the like.
///
///     config.yaml  status.json  metrics.jsonl  control  lock
///     preview/step-NNNNNNNN/*.png + preview.json
///     checkpoints/step-NNNNNNNN.safetensors + .state, best.json
class RunFolder {
 public:
    /// Makes the folder where it is missing and takes its lock for as long as this object lives. What a
    /// killed trainer left behind (temporary files, halves of checkpoints) is cleaned away; a checkpoint that
    /// was complete but not yet in place is put in place. Throws Error while another trainer, here or on
    /// another host, holds the folder.
    explicit RunFolder(std::filesystem::path path, RunFolderOptions options = {});
    ~RunFolder();
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Whether a run was started here before: config.yaml is there.
    bool has_run() const;

    void write_config(std::string_view yaml);
    /// Throws Error where there is none.
    std::string read_config() const;

    /// Replaces status.json, with this process's pid and host and the time. Call it every few seconds too
    /// while nothing changes: the time is the heartbeat.
    void write_status(RunStatus status);

    /// For a resume at `step`: drops a torn last line, damaged lines and lines past `step`. The number of
    /// lines dropped.
    std::size_t cut_metrics(std::int64_t step);
    /// Appends a line with one write. On a full disk the part written is taken back before Error is thrown.
    void append_metrics(const MetricsRecord& record);

    /// Writes preview/step-N with an image file NAME.png for each image (names of letters, digits, '_' and
    /// '-') and preview.json: `details` (an object: captions, kind of alpha, ...) with "step" and "images"
    /// (the file names) added.
    void write_preview(std::int64_t step, const std::vector<std::pair<std::string, Image>>& images,
                       const nlohmann::json& details);

    /// `write(model, state)` writes both files to the paths given; they are synced and take their places
    /// together: after a kill either the whole pair is there or nothing. Then the oldest are deleted.
    void save_checkpoint(std::int64_t step,
                         const std::function<void(const std::filesystem::path& model,
                                                  const std::filesystem::path& state)>& write);
    /// Names the best checkpoint, which must exist (Error), with its validation score, in
    /// checkpoints/best.json.
    void mark_best(std::int64_t step, double score);
    std::optional<CheckpointFiles> latest_checkpoint() const { return training::latest_checkpoint(path_); }
    std::optional<CheckpointFiles> best_checkpoint() const { return training::best_checkpoint(path_); }
    /// The score that `mark_best` stored, none before that.
    std::optional<double> best_score() const;

    /// The word in `control`, which is removed. An unknown word is logged and removed. Cheap without a file.
    std::optional<ControlWord> take_control();

 private:
    void take_lock();
    void clean();
    void finish_checkpoints();
    void delete_old_checkpoints();
    void delete_old_previews();

    std::filesystem::path path_;
    RunFolderOptions options_;
    int lock_ = -1;
    int metrics_ = -1;
};

}  // namespace gbs::training
