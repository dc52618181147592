// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/run/run_clock.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "training/options/train_options.h"

namespace gbs::training {

std::vector<StageLength> stage_lengths(const std::filesystem::path& folder) {
    try {
        const TrainOptions options = read_recipe(folder / "config.yaml");
        std::vector<StageLength> stages;
        for (std::size_t i = 0; i < options.stage_count(); ++i) {
            const StageOptions stage = options.stage_options(i);
            stages.push_back({stage.steps, stage.batch});
        }
        return stages;
    } catch (const Error&) {
        // The curves are useful without it: plotted by step, they need no batch size.
        return {};
    }
}

double RunClock::samples_at(std::int64_t step) const {
    if (stages_.empty()) return std::nan("");
    double samples = 0;
    for (std::size_t i = 0; i < stages_.size() && step > 0; ++i) {
        const bool last = i + 1 == stages_.size();
        const std::int64_t steps = last ? step : std::min<std::int64_t>(step, stages_[i].steps);
        samples += static_cast<double>(steps) * stages_[i].batch;
        step -= steps;
    }
    return samples;
}

RunProgress RunClock::take(const MetricsRecord& record) {
    const auto value = [&](const char* name) {
        const auto found = record.values.find(name);
        return found == record.values.end() ? std::nan("") : found->second;
    };
    RunProgress now{samples_at(record.step), last_.seconds, value("time")};
    if (std::isfinite(now.time)) {
        if (!first_time_) first_time_ = now.time - last_.seconds;
        // A clock that was set back must not fold the curve.
        now.seconds = std::max(last_.seconds, now.time - *first_time_);
        timed_samples_ = now.samples;
    } else if (const double rate = value("images_per_second"); rate > 0 && now.samples > timed_samples_) {
        // Lines without a rate (warm-up, validation) are timed with the next one that has it.
        now.seconds += (now.samples - timed_samples_) / rate;
        timed_samples_ = now.samples;
        estimated_ = true;
    }
    last_ = now;
    return now;
}

}  // namespace gbs::training
