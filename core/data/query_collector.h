// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/base/line_reader.h"
#include "core/data/phrase_query.h"

namespace gbs {

/// Collects the phrases that a benchmark reader finds, counts the rejected ones by reason, and bounds the
/// memory used.
class QueryCollector {
 public:
    static constexpr std::size_t default_max_phrases = 2'000'000;

    /// `region`: masks are read, too, with `masks`, which takes time and memory.
    explicit QueryCollector(std::size_t max_phrases = default_max_phrases, Region region = Region::boxes)
        : max_phrases_(max_phrases), region_(region) {}

    /// Adds a phrase, or counts it as skipped if it is empty or not UTF-8. Throws Error beyond the maximum.
    /// `scores`: of its boxes, where a format has them.
    void add(PhraseQuery query, std::vector<double> scores = {});
    void skip(const std::string& reason, std::size_t count = 1) { skipped_[reason] += count; }
    void adjust(const std::string& what) { ++adjusted_[what]; }
    void adjust(const LegacyLines& lines) {
        if (lines.count > 0) adjusted_["line that is not UTF-8, read as Windows-1252"] += lines.count;
    }

    bool wants_masks() const { return region_ == Region::masks; }
    std::vector<PhraseQuery>& queries() { return queries_; }
    /// Of the boxes of a phrase by its place in `queries`; empty: none are known.
    std::vector<double> scores(std::size_t query) const {
        const auto known = scores_.find(query);
        return known == scores_.end() ? std::vector<double>() : known->second;
    }
    std::map<std::string, std::size_t>& skipped() { return skipped_; }
    std::map<std::string, std::size_t>& adjusted() { return adjusted_; }

 private:
    std::size_t max_phrases_;
    Region region_;
    std::vector<PhraseQuery> queries_;
    std::map<std::size_t, std::vector<double>> scores_;
    std::map<std::string, std::size_t> skipped_, adjusted_;
};

}  // namespace gbs
