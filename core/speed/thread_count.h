// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tensor/torch.h"

namespace gbs {

/// The number of torch's threads, restored at the end.
class ThreadCount {
 public:
    explicit ThreadCount(int threads) : usual_(at::get_num_threads()) { at::set_num_threads(threads); }
    ~ThreadCount() { at::set_num_threads(usual_); }
    ThreadCount(const ThreadCount&) = delete;
    ThreadCount& operator=(const ThreadCount&) = delete;

 private:
    int usual_;
};

}  // namespace gbs
