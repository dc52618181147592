// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/data/webdataset.h"
#include "core/image/image.h"
#include "training/data/worker_pool.h"

namespace gbs::training {

struct ShardStreamOptions {
    std::uint64_t seed = 0;
    int rank = 0, ranks = 1;
    std::size_t buffer = 1000;  ///< samples that are shuffled among each other
};

/// Where a stream stands: in which shard of its rank's order the block begins, at which sample of it, and how
/// many samples of the shuffled block were taken.
struct ShardPosition {
    std::int64_t epoch = 0, shard = 0, sample = 0, taken = 0;
    bool operator==(const ShardPosition&) const = default;
};

struct StreamedPhoto {
    Image image;
    std::vector<std::string> captions;
};

/// Samples of many shards without end and without an index: the shards of an epoch in a drawn order, each
/// rank every size-th of them; their samples in blocks of `buffer`, each block shuffled. The order follows
/// from seed, rank and position alone, so that `seek` goes on exactly where `position` was taken. At most two
/// blocks are in memory, as encoded files, whatever the number of shards: the next one is read meanwhile.
class ShardStream {
 public:
    /// Throws Error where there are fewer shards than ranks.
    ShardStream(std::vector<std::filesystem::path> shards, ShardStreamOptions options);
    ~ShardStream();

    /// A caption for which this says no is left out; before the first `take`.
    void accept(std::function<bool(const std::string&)> caption) { accepts_ = std::move(caption); }

    /// The next `count` photos, decoded by `workers`. What cannot be decoded is counted and replaced by the
    /// sample after it. Throws Error where a whole epoch holds nothing usable.
    std::vector<StreamedPhoto> take(std::size_t count, WorkerPool& workers);

    ShardPosition position() const { return position_; }
    void seek(ShardPosition position);

    std::size_t shards() const { return shards_.size(); }
    /// What was left out so far, by reason.
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }

 private:
    /// Samples that follow each other, before they are shuffled, and where the next block begins.
    struct Block {
        std::vector<ShardSample> samples;
        ShardPosition begin, next;
        std::map<std::string, std::size_t> skipped;
        std::unique_ptr<ShardReader> reader;  ///< stands at `next`; none at a shard's beginning
        std::size_t counted = 0;              ///< of the reader's skipped samples
    };
    std::vector<std::filesystem::path> order(std::int64_t epoch) const;
    Block read_block(ShardPosition begin, std::unique_ptr<ShardReader> reader) const;
    void shuffle(Block& block) const;
    void load(ShardPosition begin);
    ShardSample take_sample();

    std::vector<std::filesystem::path> shards_;
    ShardStreamOptions options_;
    std::function<bool(const std::string&)> accepts_;
    ShardPosition position_;
    std::vector<ShardSample> block_;
    bool loaded_ = false;
    std::future<Block> ahead_;
    std::map<std::string, std::size_t> skipped_;
};

/// Where the streams of `ranks` ranks begin so that nothing is missed of what `before` (one position a rank)
/// had not begun: exactly there for as many ranks, otherwise at the first shard that was not finished.
ShardPosition continued_position(const std::vector<ShardPosition>& before, int rank, int ranks);

}  // namespace gbs::training
