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

#include "core/base/locked_file.h"
#include "core/image/image.h"
#include "training/run/run_reader.h"

namespace gbs::training {

/// How many files of a run are kept.
struct RunFolderOptions {
    int keep_checkpoints = 3;  ///< the latest ones, at least 1; the best is kept as well
    int keep_previews = 20;    ///< the latest ones, at least 1
    bool force = false;        ///< take the folder from a trainer on another host that seems to be running
};

/// The writer of a run folder, runs/NAME. There is one writer at a time, and files are replaced
/// atomically, so the run can be resumed after a kill at any moment. Writing throws Error on a full disk
/// and similar problems.
///
///     config.yaml  status.json  metrics.jsonl  control  lock
///     preview/step-NNNNNNNN/*.png + preview.json
///     checkpoints/step-NNNNNNNN.safetensors + .state, best.json
class RunFolder {
 public:
    /// Creates the folder if it is missing and holds its lock while this object lives. Removes what a killed
    /// trainer left behind (temporary files, incomplete checkpoints; not a model without its state, which the user
    /// may have kept) and moves a checkpoint that was complete but not yet in place. Throws Error while another trainer, on this or another host, holds the folder.
    explicit RunFolder(std::filesystem::path path, RunFolderOptions options = {});
    ~RunFolder();
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Whether a run was started here: config.yaml exists.
    bool has_run() const;

    void write_config(std::string_view yaml);

    /// Throws Error if the folder was deleted, moved or replaced, or its lock was: another trainer may have it.
    void check_place() const;
    /// Replaces status.json, adding the pid and host of this process and the time. Call it every few seconds
    /// even if nothing changes: the time is the heartbeat. Checks the place.
    void write_status(RunStatus status);

    /// Call before resuming at `step`: drops an incomplete last line, damaged lines and lines past `step`.
    /// Returns the number of lines dropped.
    std::size_t cut_metrics(std::int64_t step);
    /// Appends a line with one write. On a full disk, undoes a partial write before it throws Error.
    void append_metrics(const MetricsRecord& record);

    /// Writes preview/step-N with a file NAME.png for each image (names of letters, digits, '_' and '-')
    /// and preview.json: the object `details` (captions, kind of alpha, ...) plus "step" and "images"
    /// (file names).
    void write_preview(std::int64_t step, const std::vector<std::pair<std::string, Image>>& images,
                       const nlohmann::json& details);

    /// `write(model, state)` writes both files to the given paths. They are synced and moved into place
    /// together: after a kill, either both exist or neither. Then deletes the oldest checkpoints.
    void save_checkpoint(std::int64_t step,
                         const std::function<void(const std::filesystem::path& model,
                                                  const std::filesystem::path& state)>& write);
    /// Records the best checkpoint, which must exist (otherwise Error),
    /// and its validation score in checkpoints/best.json.
    void mark_best(std::int64_t step, double score);
    std::optional<CheckpointFiles> latest_checkpoint() const { return training::latest_checkpoint(path_); }
    /// Renames the files of a damaged checkpoint to NAME.damaged, so that nobody takes them for the latest.
    void put_aside(const CheckpointFiles& files);
    /// The score that `mark_best` stored; empty before that, or if that checkpoint is gone.
    std::optional<double> best_score() const;

    /// The request in `control`, which is removed. An unknown word is logged and removed. Cheap if there
    /// is none.
    std::optional<ControlWord> take_control();

 private:
    void take_lock();
    void clean();
    void finish_checkpoints();
    void delete_old_checkpoints();
    void delete_old_previews();

    std::filesystem::path path_;
    RunFolderOptions options_;
    LockedFile lock_;
    int metrics_ = -1;
};

}  // namespace gbs::training
