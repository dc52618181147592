// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/hard_negatives.h"

#include "core/model/text_conditioning.h"

namespace gbs::training {
namespace {

/// `hardness`: [rows, B] on the CPU, of each text for each row.
std::vector<std::size_t> hardest(const torch::Tensor& hardness, const std::vector<std::string>& texts,
                                 const std::vector<std::size_t>& partners,
                                 const std::vector<std::size_t>& fallback, std::size_t first) {
    std::vector<std::size_t> chosen = fallback;
    const auto of = hardness.accessor<float, 2>();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::size_t row = first + i, partner = partners[i];
        const auto hard = [&](std::size_t j) {
            return of[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)];
        };
        bool any = false;
        for (std::size_t j = 0; j < texts.size(); ++j) {
            if (j == row || j == partner || texts[j] == texts[row] || texts[j] == texts[partner]) continue;
            if (!any || hard(j) > hard(chosen[i])) chosen[i] = j;
            any = true;
        }
    }
    return chosen;
}

torch::Tensor to_cpu_floats(const torch::Tensor& tensor) {
    return tensor.to(torch::kCPU, torch::kFloat).contiguous();
}

}  // namespace

std::vector<std::size_t> similar_negatives(const std::vector<torch::Tensor>& w,
                                           const std::vector<std::string>& texts,
                                           const std::vector<std::size_t>& partner,
                                           const std::vector<std::size_t>& fallback, std::size_t first) {
    const torch::NoGradGuard no_grad;
    torch::Tensor likeness;
    for (const torch::Tensor& level : w) {
        const torch::Tensor direction = unit(level.to(torch::kFloat), 1);
        const torch::Tensor cosine = torch::matmul(direction, direction.t());
        likeness = likeness.defined() ? likeness + cosine : cosine;
    }
    likeness = to_cpu_floats(likeness);
    const torch::Tensor own = likeness.narrow(0, static_cast<std::int64_t>(first), std::ssize(partner));
    const torch::Tensor of_partner =
        likeness.index_select(0, torch::tensor(std::vector<std::int64_t>(partner.begin(), partner.end())));
    return hardest(torch::maximum(own, of_partner), texts, partner, fallback, first);
}

std::vector<std::size_t> strongest_negatives(const std::vector<torch::Tensor>& e,
                                             const std::vector<torch::Tensor>& w,
                                             const std::vector<std::string>& texts,
                                             const std::vector<std::size_t>& partner,
                                             const std::vector<std::size_t>& fallback, std::size_t first) {
    const torch::NoGradGuard no_grad;
    torch::Tensor strength;
    for (std::size_t i = 0; i < e.size(); ++i) {
        const torch::Tensor pixels = unit(e[i].to(torch::kFloat).flatten(2), 1);  // [rows, C, x]
        const torch::Tensor cosine =
            torch::matmul(unit(w[i].to(torch::kFloat), 1), pixels);  // [rows, text, x]
        const torch::Tensor mean = cosine.clamp_min(0).mean(2);
        strength = strength.defined() ? strength + mean : mean;
    }
    return hardest(to_cpu_floats(strength), texts, partner, fallback, first);
}

}  // namespace gbs::training
