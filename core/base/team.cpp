// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/team.h"

#include "core/base/error.h"
#include "core/base/fnv_hash.h"

namespace gbs {
namespace {

class Alone final : public Team {
 public:
    int rank() const override { return 0; }
    int size() const override { return 1; }
    std::vector<std::string> gather(const std::string& bytes) override { return {bytes}; }
    std::int64_t from_first(std::int64_t value) override { return value; }
};

}  // namespace

Team& alone() {
    static Alone only;
    return only;
}

void require_same_work(Team& team, std::string_view work) {
    if (team.size() == 1) return;
    const auto all = team.gather(std::to_string(fnv_hash(work)));
    for (std::size_t rank = 1; rank < all.size(); ++rank)
        if (all[rank] != all[0])
            throw Error(
                "rank " + std::to_string(rank) +
                " was given other photos or phrases than rank 0: all ranks must see the same files, and none may "
                "come from standard input");
}

}  // namespace gbs
