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

#include "core/base/worker_pool.h"
#include "core/data/webdataset.h"
#include "core/image/image.h"

namespace gbs::training {

struct ShardStreamOptions {
    std::uint64_t seed = 0;
    int rank = 0, ranks = 1;
    std::size_t buffer = 1000;  ///< samples per shuffled block
};

/// A position in a stream: where the current block begins (shard in the rank's order, sample in the shard),
/// and how many samples of the shuffled block were taken.
struct ShardPosition {
    std::int64_t epoch = 0, shard = 0, sample = 0, taken = 0;
    bool operator==(const ShardPosition&) const = default;
};

struct StreamedPhoto {
    Image image;
    std::vector<std::string> captions;
};

/// An endless stream of samples from many shards, without an index. Each epoch shuffles the shards and deals
/// them out to the ranks; samples are shuffled in blocks of `buffer`. The order depends only on seed, rank
/// and position, so that `seek` continues exactly where `position` was taken. At most two blocks of encoded
/// files are in memory: the next one is read ahead.
class ShardStream {
 public:
    /// Throws Error if there are fewer shards than ranks.
    ShardStream(std::vector<std::filesystem::path> shards, ShardStreamOptions options);
    ~ShardStream();

    /// Skips captions for which `caption` is false. Call before the first `take`.
    void accept(std::function<bool(const std::string&)> caption) { accepts_ = std::move(caption); }

    /// The next `count` photos, decoded by `workers`. Samples that cannot be decoded are counted and replaced
    /// by the next ones. Throws Error if a complete epoch holds nothing usable.
    std::vector<StreamedPhoto> take(std::size_t count, WorkerPool& workers);

    ShardPosition position() const { return position_; }
    void seek(ShardPosition position);

    std::size_t shards() const { return shards_.size(); }
    /// Counts of skipped items by reason.
    const std::map<std::string, std::size_t>& skipped() const { return skipped_; }

 private:
    /// Consecutive samples, not yet shuffled, and where the next block begins.
    struct Block {
        std::vector<ShardSample> samples;
        ShardPosition begin, next;
        std::map<std::string, std::size_t> skipped;
        std::unique_ptr<ShardReader> reader;  ///< positioned at `next`; null at the beginning of a shard
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

/// Where `rank` of `ranks` resumes after ranks at the positions `before`: exactly there if the number of
/// ranks is the same, otherwise at the first unfinished shard, so that no sample is missed.
ShardPosition continued_position(const std::vector<ShardPosition>& before, int rank, int ranks);

}  // namespace gbs::training
