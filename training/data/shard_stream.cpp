// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/shard_stream.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/random.h"

namespace gbs::training {
namespace {

enum ShuffleStream : std::uint64_t { shard_stream = 31, block_stream = 32 };

}  // namespace

ShardStream::ShardStream(std::vector<std::filesystem::path> shards, ShardStreamOptions options)
    : shards_(std::move(shards)), options_(options) {
    if (shards_.size() < static_cast<std::size_t>(options_.ranks))
        throw Error("data.shards: " + std::to_string(shards_.size()) + " shards cannot be split over " +
                    std::to_string(options_.ranks) + " ranks; start fewer, or cut the data into more shards");
    options_.buffer = std::max<std::size_t>(1, options_.buffer);
}

ShardStream::~ShardStream() {
    if (ahead_.valid()) ahead_.wait();
}

/// This rank's shards of an epoch, in order.
std::vector<std::filesystem::path> ShardStream::order(std::int64_t epoch) const {
    std::vector<std::filesystem::path> all = shards_;
    Random random(options_.seed, ShuffleStream::shard_stream, epoch);
    random.shuffle(all);
    std::vector<std::filesystem::path> own;
    for (std::size_t i = static_cast<std::size_t>(options_.rank); i < all.size();
         i += static_cast<std::size_t>(options_.ranks))
        own.push_back(all[i]);
    return own;
}

/// Ends at the end of the epoch at the latest. Runs in another thread and must not change the stream.
ShardStream::Block ShardStream::read_block(ShardPosition begin, std::unique_ptr<ShardReader> reader) const {
    const auto own = order(begin.epoch);
    Block block{{}, begin, begin, {}, std::move(reader)};
    const auto count_skipped = [&] {
        for (const auto& [reason, count] : block.reader->skipped()) block.skipped[reason] += count;
        block.reader.reset();
    };
    while (block.next.shard < static_cast<std::int64_t>(own.size()) &&
           block.samples.size() < options_.buffer) {
        const auto& path = own[static_cast<std::size_t>(block.next.shard)];
        try {
            if (!block.reader) {
                block.reader = std::make_unique<ShardReader>(path);
                for (std::int64_t i = 0; i < block.next.sample && block.reader->next(); ++i) {
                }
            }
        } catch (const Error&) {
            ++block.skipped["shard that cannot be opened"];
            block.next = {begin.epoch, block.next.shard + 1, 0, 0};
            continue;
        }
        auto sample = block.reader->next();
        if (!sample) {
            count_skipped();
            block.next = {begin.epoch, block.next.shard + 1, 0, 0};
            continue;
        }
        ++block.next.sample;
        if (accepts_) {
            const auto refused =
                std::erase_if(sample->captions, [&](const auto& text) { return !accepts_(text); });
            if (refused > 0) block.skipped["caption without a word that the language model knows"] += refused;
        }
        if (!sample->captions.empty()) block.samples.push_back(std::move(*sample));
    }
    if (block.next.shard == static_cast<std::int64_t>(own.size())) {
        if (block.reader) count_skipped();
        block.next = {begin.epoch + 1, 0, 0, 0};
    }
    return block;
}

void ShardStream::shuffle(Block& block) const {
    Random random(options_.seed, ShuffleStream::block_stream, options_.rank, block.begin.epoch,
                  block.begin.shard, block.begin.sample);
    random.shuffle(block.samples);
}

/// Makes the block at `begin` the current one, and starts reading the next.
void ShardStream::load(ShardPosition begin) {
    std::unique_ptr<ShardReader> reader;
    for (const std::int64_t first_epoch = begin.epoch;;) {
        Block block = ahead_.valid() ? ahead_.get() : Block{};
        if (block.samples.empty() || block.begin != begin) block = read_block(begin, std::move(reader));
        for (const auto& [reason, count] : block.skipped) skipped_[reason] += count;
        if (block.samples.empty()) {
            if (block.next.epoch > first_epoch + 1)
                throw Error("data.shards: none of the " + std::to_string(shards_.size()) +
                            " shards holds a photo with a caption");
            begin = block.next;
            reader = std::move(block.reader);
            continue;
        }
        shuffle(block);
        block_ = std::move(block.samples);
        position_ = block.begin;
        loaded_ = true;
        ahead_ =
            std::async(std::launch::async, [this, next = block.next, at = std::move(block.reader)]() mutable {
                return read_block(next, std::move(at));
            });
        return;
    }
}

void ShardStream::seek(ShardPosition position) {
    if (ahead_.valid()) ahead_.wait();
    ahead_ = {};
    loaded_ = false;
    position_ = position;
}

ShardSample ShardStream::take_sample() {
    if (!loaded_) {
        const std::int64_t taken = position_.taken;
        load({position_.epoch, position_.shard, position_.sample, 0});
        position_.taken = std::min(taken, static_cast<std::int64_t>(block_.size()));
    }
    if (position_.taken == static_cast<std::int64_t>(block_.size())) {
        Block next = ahead_.get();
        const ShardPosition begin = next.begin;
        std::promise<Block> ready;
        ready.set_value(std::move(next));
        ahead_ = ready.get_future();
        load(begin);
    }
    return std::move(block_[static_cast<std::size_t>(position_.taken++)]);
}

std::vector<StreamedPhoto> ShardStream::take(std::size_t count, WorkerPool& workers) {
    const auto decode = [](ShardSample sample) {
        StreamedPhoto photo{{}, std::move(sample.captions)};
        photo.image = decode_image(sample.photo, sample.key);
        return photo;
    };
    std::vector<StreamedPhoto> photos;
    std::size_t broken = 0;
    while (photos.size() < count) {
        std::vector<std::future<StreamedPhoto>> decoded;
        for (std::size_t i = photos.size(); i < count; ++i)
            decoded.push_back(workers.submit(
                [decode, sample = take_sample()]() mutable { return decode(std::move(sample)); }));
        for (auto& each : decoded) {
            try {
                photos.push_back(each.get());
            } catch (const Error&) {
                ++skipped_["photo that cannot be decoded"];
                if (++broken > 1000 + 10 * count)
                    throw Error("data.shards: " + std::to_string(broken) +
                                " consecutive photos cannot be decoded");
            }
        }
    }
    return photos;
}

ShardPosition continued_position(const std::vector<ShardPosition>& before, int rank, int ranks) {
    const auto old_ranks = static_cast<std::int64_t>(before.size());
    if (before.empty()) return {};
    if (old_ranks == ranks) return before[static_cast<std::size_t>(rank)];
    const auto earliest = std::ranges::min(before, {}, &ShardPosition::epoch).epoch;
    std::int64_t first = std::numeric_limits<std::int64_t>::max();  // in the order of all ranks' shards
    for (std::int64_t old = 0; old < old_ranks; ++old)
        if (const auto& position = before[static_cast<std::size_t>(old)]; position.epoch == earliest)
            first = std::min(first, position.shard * old_ranks + old);
    return {earliest, std::max<std::int64_t>(0, (first - rank + ranks - 1) / ranks), 0, 0};
}

}  // namespace gbs::training
