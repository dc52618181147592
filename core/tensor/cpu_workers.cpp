// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/cpu_workers.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <opencv2/core/utility.hpp>
#include <thread>

#include "core/tensor/torch.h"

namespace gbs {
namespace {

std::int64_t memory_gib() {
    return static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE) >> 30;
}

/// `at::set_num_threads` counts for the calling thread, and for threads that use torch for the first time later. The
/// latter must keep `usual`, which another thread restores. The first use of torch would replace a number that was set
/// before it, so it comes first. OpenCV has one number for all threads.
void use_one_thread(int usual) {
    cv::setNumThreads(1);
    static_cast<void>(at::get_num_threads());
    at::set_num_threads(1);
    std::thread([usual] { at::set_num_threads(usual); }).join();
}

}  // namespace

Workers cpu_workers(std::size_t items) {
    const int usual = at::get_num_threads();
    const std::int64_t most = std::min<std::int64_t>(usual, std::max<std::int64_t>(1, memory_gib()));
    const auto threads = static_cast<int>(std::min(static_cast<std::uint64_t>(most), std::uint64_t{items}));
    if (threads <= 1) return {};
    return {threads, [usual] { use_one_thread(usual); }};
}

}  // namespace gbs
