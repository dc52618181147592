// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/batch_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "training/alpha/alpha_generators.h"
#include "training/alpha/alpha_mix.h"

namespace gbs::training {
namespace {

enum Stream : std::uint64_t { sampler_stream = 1, alpha_stream = 2 };

/// An endless sequence of permutations of all photos.
class Sampler {
 public:
    Sampler(std::size_t photos, std::uint64_t seed, std::uint64_t stage)
        : photos_(photos), seed_(seed), stage_(stage) {}
    std::size_t at(std::uint64_t position) {
        const std::uint64_t epoch = position / photos_;
        if (order_.empty() || epoch != epoch_) {
            order_.resize(photos_);
            std::iota(order_.begin(), order_.end(), std::size_t{0});
            Random random(seed_, Stream::sampler_stream, stage_, epoch);
            random.shuffle(order_);
            epoch_ = epoch;
        }
        return order_[position % photos_];
    }

 private:
    std::size_t photos_;
    std::uint64_t seed_, stage_, epoch_ = 0;
    std::vector<std::size_t> order_;
};

void roll_partners(BatchPlan& plan, std::size_t first, std::size_t last) {
    for (std::size_t k = first; k < last; ++k) plan.partner[k] = k + 1 < last ? k + 1 : first;
}

/// Groups rows first .. last - 1: sets partners, recurrent and unblended rows.
void plan_groups(const StageOptions& stage, std::size_t first, std::size_t last, BatchPlan& plan,
                 std::vector<bool>& unblended) {
    const auto rows = static_cast<double>(last - first);
    const std::size_t whole = last - static_cast<std::size_t>(std::lround(stage.recurrent_share * rows));
    const std::size_t blended =
        std::max(whole, last - static_cast<std::size_t>(std::lround(stage.recurrent_unblended * rows)));
    roll_partners(plan, first, whole);
    roll_partners(plan, whole, blended);
    roll_partners(plan, blended, last);
    for (std::size_t k = first; k < last; ++k) {
        plan.recurrent[k] = k >= whole;
        unblended[k] = k >= blended;
    }
}

void draw_alphas(const StageOptions& stage, const AlphaMix& mix, int size, Random random,
                 const RankRows& rows, const std::vector<bool>& unblended, BatchPlan& plan) {
    plan.kinds = assign_alphas(mix, stage.batch, random);
    for (std::size_t k = rows.first; k < rows.last(); ++k) {
        Random own = random.fork(k);
        plan.alpha.push_back(make_alpha(plan.kinds[k], stage.alpha, size, own));
        if (!unblended[k]) continue;
        std::fill(plan.alpha.back().values.begin(), plan.alpha.back().values.end(), 1.0F);
        plan.alpha.back().paste.reset();
    }
}

}  // namespace

RankRows rows_of_rank(int batch, int rank, int ranks, bool closed) {
    if (batch % ranks != 0)
        throw Error("option batch: " + std::to_string(batch) + " pairs cannot be split evenly over " +
                    std::to_string(ranks) + " ranks; use a multiple of " + std::to_string(ranks));
    const auto count = static_cast<std::size_t>(batch / ranks);
    if (closed && count < 2)
        throw Error("option batch: with data.shards each rank needs two pairs or more; use at least " +
                    std::to_string(2 * ranks));
    return {static_cast<std::size_t>(rank) * count, count, closed};
}

BatchPlan plan_batch(const StageOptions& stage, std::size_t photos, int alpha_size, std::uint64_t seed,
                     std::uint64_t stage_index, std::uint64_t step, const RankRows& rows) {
    const auto batch = static_cast<std::size_t>(stage.batch);
    if (photos > 0 && batch > photos)
        throw Error("option batch: " + std::to_string(batch) + " pairs, but there are only " +
                    std::to_string(photos) + " photos; use a smaller batch");
    BatchPlan plan;
    if (photos > 0) {
        Sampler sampler(photos, seed, stage_index);
        for (std::size_t k = 0; k < batch; ++k) plan.photos.push_back(sampler.at(step * batch + k));
    }
    plan.partner.resize(batch);
    plan.recurrent.resize(batch);
    std::vector<bool> unblended(batch);
    const std::size_t slice = rows.closed ? rows.count : batch;
    for (std::size_t first = 0; first < batch; first += slice)
        plan_groups(stage, first, first + slice, plan, unblended);
    for (std::size_t k = 0; k < batch; ++k) {
        std::size_t negative = (k + std::max<std::size_t>(2, batch / 2)) % batch;
        while (batch > 2 && (negative == k || negative == plan.partner[k])) negative = (negative + 1) % batch;
        plan.negative.push_back(negative);
    }
    const AlphaMix mix = alpha_mix(stage.alpha);
    if (!mix.empty())
        draw_alphas(stage, mix, alpha_size, Random(seed, Stream::alpha_stream, stage_index, step), rows,
                    unblended, plan);
    return plan;
}

}  // namespace gbs::training
