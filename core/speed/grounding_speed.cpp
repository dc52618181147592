// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/speed/grounding_speed.h"

#include <memory>
#include <string>
#include <utility>

#include "core/image/image.h"
#include "core/model/checkpoint.h"
#include "core/model/grounding_cost.h"
#include "core/model/load_grounder.h"
#include "core/speed/thread_count.h"
#include "core/text/language_models.h"

namespace gbs {
namespace {

/// Smooth colors: the time does not depend on them.
Image make_photo() {
    Image photo{640, 480, std::vector<std::uint8_t>(640 * 480 * 3)};
    for (std::size_t i = 0; i < photo.rgb.size(); ++i)
        photo.rgb[i] = static_cast<std::uint8_t>((i / 3 % 640 + i / 1920 * (i % 3)) / 4);
    return photo;
}

/// Phrases of four words, each different.
std::vector<std::string> make_phrases(int first, int count) {
    static const std::vector<std::string> colors{"red",   "green", "blue", "white",
                                                 "black", "brown", "gray", "pink"},
        sizes{"small", "large", "tall", "round", "old", "new", "wet", "dry"},
        things{"dog", "house", "boat", "shirt", "tree", "ball", "bench", "woman"};
    std::vector<std::string> phrases;
    for (int i = first; i < first + count; ++i) {
        const auto n = static_cast<std::size_t>(i);
        phrases.push_back("the " + sizes[n / 64 % 8] + " " + colors[n / 8 % 8] + " " + things[n % 8] +
                          (n < 512 ? "" : " " + std::to_string(n)));
    }
    return phrases;
}

GroundingCost cost_of(const std::filesystem::path& model) {
    GroundingCost sum;
    for (std::size_t i = 0; i < count_members(model); ++i) {
        const ModelOptions options = read_member_options(model, i);
        const GroundingCost cost = grounding_cost(options, find_language_model(options.text_encoder).words);
        sum.image_flop += cost.image_flop;
        sum.phrase_flop += cost.phrase_flop;
        sum.parameters += cost.parameters;
    }
    return sum;
}

}  // namespace

std::vector<SpeedRow> measure_grounding(const std::filesystem::path& model, const std::string& device,
                                        int threads, const MachinePeaks& peaks, double seconds_each) {
    const ThreadCount count(threads);
    const auto grounder = load_grounder(model, device);
    const Image photo = make_photo();
    const GroundingCost cost = cost_of(model);
    const auto at_peaks = [&](double flop, double bytes) {
        return peaks.milliseconds(flop, bytes) / threads;
    };
    const double weights = 4.0 * static_cast<double>(cost.parameters);
    const auto goal = [&](double one, std::optional<double> two = {}) {
        return threads == 1 ? std::optional(one) : threads == 2 ? two : std::nullopt;
    };
    std::vector<SpeedRow> rows;
    const auto add = [&](const std::string& what, int of, std::optional<double> goal_ms,
                         std::optional<double> predicted, const std::function<void()>& work) {
        rows.push_back({.what = what,
                        .threads = threads,
                        .time = time_repeatedly(work, 10, seconds_each),
                        .predicted = predicted,
                        .goal = goal_ms,
                        .of = of});
    };
    add("a photo, all views", 1, goal(60, 28), at_peaks(cost.image_flop, weights),
        [&] { grounder->open(photo); });
    const auto session = grounder->open(photo);
    const std::string phrase = "a dog on the grass";
    add("a further phrase, text known", 1, goal(1.5), at_peaks(cost.phrase_flop, 0),
        [&] { session->ground(phrase); });
    int used = 0;
    add("a new text with its maps", 1, goal(4), {}, [&] { session->ground(make_phrases(used++, 1)); });
    for (const int together : {16, 100}) {
        const auto phrases = make_phrases(0, together);
        add(std::to_string(together) + " known phrases at once, each", together,
            together == 100 ? goal(1) : goal(1.5), at_peaks(cost.phrase_flop, 0),
            [&] { session->ground(phrases); });
    }
    add("16 new texts at once, each", 16, {}, {}, [&] { session->ground(make_phrases(used += 16, 16)); });
    return rows;
}

}  // namespace gbs
