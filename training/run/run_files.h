// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

// File names and formats shared by RunFolder and the readers of a run.
namespace gbs::training {

struct LockOwner {
    std::int64_t pid = 0;
    std::string host;  ///< empty if unknown
};

struct BestMark {
    std::int64_t step = 0;
    double score = 0;
};

/// 42 for "step-00000042.state" with extension ".state"; empty for any other name.
std::optional<std::int64_t> parse_step(const std::string& name, std::string_view extension);
LockOwner read_lock_owner(const std::filesystem::path& folder);
/// Whether a running trainer wrote status.json within a minute from now. A time far in the future is that of a wrong
/// clock, which says nothing.
bool heartbeat_is_fresh(const std::filesystem::path& folder);
/// Reads checkpoints/best.json. Throws Error if it is damaged.
std::optional<BestMark> read_best(const std::filesystem::path& folder);
std::string host_name();

}  // namespace gbs::training
