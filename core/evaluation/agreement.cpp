// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/agreement.h"

#include <cstddef>
#include <limits>
#include <numeric>

namespace gbs {
namespace {

double beyond_chance(double observed, double chance) {
    return chance < 1 ? (observed - chance) / (1 - chance) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

double cohens_kappa(const std::vector<std::vector<int>>& confusion) {
    const std::size_t categories = confusion.size();
    std::vector<double> first(categories), second(categories);
    double all = 0, equal = 0, chance = 0;
    for (std::size_t row = 0; row < categories; ++row)
        for (std::size_t column = 0; column < categories; ++column) {
            const double count = confusion[row][column];
            first[row] += count;
            second[column] += count;
            all += count;
            if (row == column) equal += count;
        }
    for (std::size_t each = 0; each < categories; ++each) chance += first[each] * second[each] / (all * all);
    return all > 0 ? beyond_chance(equal / all, chance) : std::numeric_limits<double>::quiet_NaN();
}

double fleiss_kappa(const std::vector<std::vector<int>>& choices) {
    if (choices.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double people = std::accumulate(choices[0].begin(), choices[0].end(), 0),
                 subjects = static_cast<double>(choices.size());
    std::vector<double> shares(choices[0].size());
    double observed = 0, chance = 0;
    for (const std::vector<int>& subject : choices)
        for (std::size_t each = 0; each < subject.size(); ++each) {
            const double count = subject[each];
            shares[each] += count / (people * subjects);
            observed += count * (count - 1) / (people * (people - 1) * subjects);
        }
    for (const double share : shares) chance += share * share;
    return beyond_chance(observed, chance);
}

}  // namespace gbs
