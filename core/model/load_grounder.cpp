// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/load_grounder.h"

#include <utility>
#include <vector>

#include "core/model/checkpoint.h"
#include "core/model/ensemble_grounder.h"

namespace gbs {

std::shared_ptr<Grounder> load_grounder(const std::filesystem::path& checkpoint, const std::string& device,
                                        std::size_t cache_bytes) {
    const std::size_t count = count_members(checkpoint);
    std::vector<std::shared_ptr<Grounder>> members;
    for (std::size_t i = 0; i < count; ++i)
        members.push_back(load_member_grounder(checkpoint, i, device, cache_bytes / count));
    return count == 1 ? members.front() : make_ensemble_grounder(std::move(members));
}

}  // namespace gbs
