// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace gbs {

/// Row and column are the categories that two people chose, values the number of subjects. Cohen's kappa: the agreement
/// beyond that of chance. Not a number if chance alone agrees always, or without subjects.
double cohens_kappa(const std::vector<std::vector<int>>& confusion);

/// A row for each subject: how many people chose each category, the same number of people in all rows, at least two.
/// Fleiss' kappa. Not a number if all chose one category, or without subjects.
double fleiss_kappa(const std::vector<std::vector<int>>& choices);

}  // namespace gbs
