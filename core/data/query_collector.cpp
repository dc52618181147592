// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/query_collector.h"

#include "core/base/error.h"
#include "core/data/box_checks.h"
#include "core/image/photo_names.h"

namespace gbs {

void QueryCollector::add(PhraseQuery query, std::vector<double> scores) {
    if (const char* fault = find_phrase_fault(query.phrase)) return skip(fault);
    if (queries_.size() >= max_phrases_)
        throw Error("there are more than " + std::to_string(max_phrases_) +
                    " phrases, the maximum for one run; choose a split");
    query.image = normalize_photo_name(query.image);
    if (!scores.empty()) scores_[queries_.size()] = std::move(scores);
    queries_.push_back(std::move(query));
}

}  // namespace gbs
