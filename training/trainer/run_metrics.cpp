// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/run_metrics.h"

#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

namespace gbs::training {

void RunMetrics::log_step(std::int64_t step, std::size_t stage, const StepResult& result,
                          double images_per_second) {
    MetricsRecord record{step, {}};
    for (const auto& [name, value] : result.losses) record.values["loss/" + name] = value;
    for (const auto& [name, value] : result.measures) record.values[name] = value;
    record.values["images_per_second"] = images_per_second;
    record.values["stage"] = static_cast<double>(stage);
    append(std::move(record));
}

void RunMetrics::log_validation(std::int64_t step, const ValidationScores& result) {
    append({step,
            {{"validation/gbs", result.gbs},
             {"validation/i2t", result.i2t},
             {"validation/mean", result.mean},
             {"validation/center", result.center}}});
}

void RunMetrics::append(MetricsRecord record) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    record.values["time"] = std::chrono::duration<double>(now).count();
    folder_.append_metrics(record);
}

std::string scores_json(const ValidationScores& result) {
    return nlohmann::json{{"protocol", "plain"}, {"phrases", result.phrases}, {"gbs", result.gbs},
                          {"i2t", result.i2t},   {"mean", result.mean},       {"center", result.center}}
        .dump();
}

std::string describe(const ValidationScores& result) {
    return fmt::format("pointing accuracy gbs {:.2f}  i2t {:.2f}  mean {:.2f}  (center {:.2f}, {} phrases)",
                       result.gbs, result.i2t, result.mean, result.center, result.phrases);
}

}  // namespace gbs::training
