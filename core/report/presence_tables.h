// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/evaluation/presence_report.h"

namespace gbs {

/// What the strength was scored on.
struct PresenceHeading {
    std::string benchmark, split, model;
    std::uint64_t seed = 0;  ///< of the phrases that are not there
};

nlohmann::json presence_json(const PresenceReport& report, const PresenceHeading& heading);
/// The bins of the calibration, then the points of the curve; UTF-8 with BOM.
std::string presence_csv(const PresenceReport& report);
/// The numbers, the calibration and the limits of core/image/strength_level.h.
std::string presence_markdown(const PresenceReport& report, const PresenceHeading& heading);

}  // namespace gbs
