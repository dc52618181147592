// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/row_by_row.h"

#include <ATen/Parallel.h>

namespace gbs {

std::vector<torch::Tensor> compute_row_by_row(
    const torch::Tensor& x, const std::function<std::vector<torch::Tensor>(const torch::Tensor&)>& compute) {
    const torch::NoGradGuard no_grad;
    const std::int64_t rows = x.size(0);
    if (!x.device().is_cpu() || rows <= 1 || at::get_num_threads() > rows) return compute(x);
    std::vector<std::vector<torch::Tensor>> results(static_cast<std::size_t>(rows));
    at::parallel_for(0, rows, 1, [&](std::int64_t first, std::int64_t end) {
        const torch::NoGradGuard no_grad_in_this_thread;
        for (std::int64_t row = first; row < end; ++row)
            results[static_cast<std::size_t>(row)] = compute(x.narrow(0, row, 1));
    });
    std::vector<torch::Tensor> joined;
    for (std::size_t i = 0; i < results.front().size(); ++i) {
        std::vector<torch::Tensor> parts;
        for (const auto& result : results) parts.push_back(result[i]);
        joined.push_back(torch::cat(parts));
    }
    return joined;
}

}  // namespace gbs
