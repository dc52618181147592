// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ordered_work.h"
#include "core/base/team.h"
#include "core/base/trace.h"

namespace gbs {

/// What a process has done of a round: results of its first items, and why there are no more, if it did not do all.
struct SharedRound {
    std::vector<std::string> results;
    bool cancelled = false;
    std::string error;

    std::string to_bytes() const;
    static SharedRound from_bytes(const std::string& bytes);
    bool is_complete() const { return !cancelled && error.empty(); }
    /// Throws what ended the round here; Cancelled if another process ended it.
    [[noreturn]] void fail() const;
};

/// Items of a round per process. Results reach rank 0 after each round: a process that dies costs one.
inline constexpr std::size_t shared_round = 32;

/// How results travel between processes: exact inverses of each other.
template <typename Result>
struct ResultBytes {
    std::function<std::string(const Result&)> pack;
    std::function<Result(std::size_t i, const std::string&)> unpack;
};

/// `work_in_order` over the processes of a team: item i is done by rank i mod size. `take` is called on rank 0 only, and
/// in the order of the items, so that what it writes does not depend on the number of processes. `handed_over` is called
/// on every rank once rank 0 has the results of a round. The error of any rank is thrown on rank 0, after the items
/// before it were taken; all other ranks are then cancelled.
template <typename Result, typename Work, typename Take>
void share_work(Team& team, std::size_t count, const Workers& workers, const Work& work, const Take& take,
                const ResultBytes<Result>& bytes, const std::function<void()>& handed_over = {},
                const WorkToken& token = {}) {
    if (team.size() == 1) return work_in_order(count, workers, work, take, token);
    const auto rank = static_cast<std::size_t>(team.rank()), ranks = static_cast<std::size_t>(team.size());
    for (std::size_t first = 0; first < count; first += shared_round * ranks) {
        const std::size_t items = std::min(count - first, shared_round * ranks);
        SharedRound own;
        try {
            work_in_order(
                (items + ranks - 1 - rank) / ranks, workers,
                [&](std::size_t i, const std::stop_token& stop) {
                    return bytes.pack(work(first + i * ranks + rank, stop));
                },
                [&](std::size_t, std::string&& result) { own.results.push_back(std::move(result)); }, token);
        } catch (const Cancelled&) {
            own.cancelled = true;
        } catch (const Error& error) {
            own.error = error.what();
        }
        std::vector<SharedRound> all;
        bool goes_on = false;
        {
            const TraceSpan span("wait for ranks");
            for (const std::string& each : team.gather(own.to_bytes()))
                all.push_back(SharedRound::from_bytes(each));
            goes_on = team.from_first(std::ranges::all_of(all, &SharedRound::is_complete)) != 0;
        }
        if (handed_over) handed_over();
        if (!team.first() && !goes_on) own.fail();
        for (std::size_t i = 0; i < items && team.first(); ++i) {
            const SharedRound& of_rank = all[i % ranks];
            if (i / ranks >= of_rank.results.size()) of_rank.fail();
            take(first + i, bytes.unpack(first + i, of_rank.results[i / ranks]));
        }
        if (!goes_on) std::ranges::find_if_not(all, &SharedRound::is_complete)->fail();
    }
}

}  // namespace gbs
