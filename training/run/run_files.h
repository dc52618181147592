// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

// What RunFolder and the readers of a run know in common of its files.
namespace gbs::training {

struct LockOwner {
    std::int64_t pid = 0;
    std::string host;  ///< empty: none is named
};

struct BestMark {
    std::int64_t step = 0;
    double score = 0;
};

/// "step-00000042.state" with ".state" gives 42; nothing for any other name.
std::optional<std::int64_t> step_of(const std::string& name, std::string_view extension);
LockOwner read_lock_owner(const std::filesystem::path& folder);
/// Whether status.json was written within the last minute by a trainer at work.
bool heartbeat_is_fresh(const std::filesystem::path& folder);
/// checkpoints/best.json. Throws Error where it is damaged.
std::optional<BestMark> read_best(const std::filesystem::path& folder);
std::string host_name();

}  // namespace gbs::training
