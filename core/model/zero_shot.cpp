// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/zero_shot.h"

#include "core/model/checkpoint.h"

namespace gbs {

bool has_gbs(const std::filesystem::path& checkpoint) {
    const std::size_t members = count_members(checkpoint);
    for (std::size_t i = 0; i < members; ++i)
        if (has_decoder(read_member_options(checkpoint, i))) return true;
    return false;
}

}  // namespace gbs
