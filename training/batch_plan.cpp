#include "training/batch_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/error.h"

namespace gbs {
namespace {

enum Stream : std::uint64_t { sampler_stream = 1, alpha_stream = 2 };

/// Position `at` of an endless walk through permutations of all photos.
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

}  // namespace

BatchPlan plan_batch(const StageOptions& stage, std::size_t photos, int alpha_size, std::uint64_t seed,
                     std::uint64_t stage_index, std::uint64_t step) {
    const auto batch = static_cast<std::size_t>(stage.batch);
    if (batch > photos)
        throw Error("option batch: " + std::to_string(batch) + " pairs, but there are only " +
                    std::to_string(photos) + " photos; use a smaller batch");
    BatchPlan plan;
    Sampler sampler(photos, seed, stage_index);
    for (std::size_t k = 0; k < batch; ++k) plan.photos.push_back(sampler.at(step * batch + k));

    const auto whole =
        batch - static_cast<std::size_t>(std::lround(stage.recurrent_share * static_cast<double>(batch)));
    const auto blended =
        batch - static_cast<std::size_t>(std::lround(stage.recurrent_unblended * static_cast<double>(batch)));
    plan.partner.resize(batch);
    roll_partners(plan, 0, whole);
    roll_partners(plan, whole, std::max(whole, blended));
    roll_partners(plan, std::max(whole, blended), batch);
    for (std::size_t k = 0; k < batch; ++k) {
        plan.recurrent.push_back(k >= whole);
        std::size_t negative = (k + std::max<std::size_t>(2, batch / 2)) % batch;
        while (batch > 2 && (negative == k || negative == plan.partner[k])) negative = (negative + 1) % batch;
        plan.negative.push_back(negative);
    }

    const AlphaMix mix = stage.alpha_mix();
    if (mix.empty()) return plan;
    Random random(seed, Stream::alpha_stream, stage_index, step);
    plan.kinds = assign_alphas(mix, stage.batch, random);
    for (std::size_t k = 0; k < batch; ++k) {
        Random own = random.fork(k);
        plan.alpha.push_back(make_alpha(plan.kinds[k], stage.alpha, alpha_size, own));
        if (k >= blended) {
            std::fill(plan.alpha.back().values.begin(), plan.alpha.back().values.end(), 1.0F);
            plan.alpha.back().paste.reset();
        }
    }
    return plan;
}

}  // namespace gbs
