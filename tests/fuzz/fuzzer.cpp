// SPDX-License-Identifier: GPL-3.0-or-later

// The entry points of libFuzzer. GBS_FUZZ_TARGET names the target; without it, all are listed.

#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>
#include <optional>

#include "fuzz/fuzz_targets.h"

namespace {

std::optional<gbs::FuzzTarget> chosen;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    spdlog::set_level(spdlog::level::off);
    const char* name = std::getenv("GBS_FUZZ_TARGET");
    for (const gbs::FuzzTarget& target : gbs::fuzz_targets()) {
        if (name != nullptr && target.name == name) chosen = target;
        if (name == nullptr) std::printf("%s\n", target.name.data());
    }
    if (!chosen) std::exit(name == nullptr ? 0 : 2);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    gbs::run_fuzz_target(*chosen, {data, size});
    return 0;
}
