// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/shared_work.h"

#include "core/base/packed_json.h"

namespace gbs {

std::string SharedRound::to_bytes() const {
    return packed({{"results", results}, {"cancelled", cancelled}, {"error", error}});
}

SharedRound SharedRound::from_bytes(const std::string& bytes) {
    const nlohmann::json round = unpacked(bytes);
    return {round.at("results"), round.at("cancelled"), round.at("error")};
}

void SharedRound::fail() const {
    if (!error.empty()) throw Error(error);
    throw Cancelled();
}

}  // namespace gbs
