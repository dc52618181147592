// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/ensemble_grounder.h"

#include <algorithm>
#include <list>
#include <utility>

#include "core/model/strength.h"

namespace gbs {
namespace {

using Members = std::vector<Grounding>;  // of one phrase

/// The geometric mean of one kind of maps, of the members that have it: a zero-shot model has no H_GbS.
Heatmap combine(const Members& members, Heatmap Grounding::*kind) {
    const auto largest = std::ranges::max_element(
        members, {}, [&](const Grounding& member) { return (member.*kind).values().size(); });
    if (((*largest).*kind).empty()) return {};
    const int width = ((*largest).*kind).width(), height = ((*largest).*kind).height();
    std::list<Heatmap> resized;  // keeps its elements in place
    std::vector<const Heatmap*> maps;
    for (const Grounding& member : members) {
        const Heatmap& map = member.*kind;
        if (map.empty()) continue;
        const bool fits = map.width() == width && map.height() == height;
        maps.push_back(fits ? &map : &resized.emplace_back(map.resized(width, height)));
    }
    return geometric_mean(maps);
}

class EnsembleSession final : public GroundingSession {
 public:
    explicit EnsembleSession(std::vector<std::unique_ptr<GroundingSession>> members)
        : members_(std::move(members)) {}
    int width() const override { return members_.front()->width(); }
    int height() const override { return members_.front()->height(); }
    double encode_milliseconds() const override {
        double sum = 0;
        for (const auto& member : members_) sum += member->encode_milliseconds();
        return sum;
    }
    std::vector<Grounding> ground(std::span<const std::string> phrases, std::stop_token stop) override {
        std::vector<Members> by_phrase(phrases.size());
        for (const auto& member : members_) {
            auto groundings = member->ground(phrases, stop);
            for (std::size_t i = 0; i < phrases.size(); ++i) by_phrase[i].push_back(std::move(groundings[i]));
        }
        std::vector<Grounding> combined;
        for (const Members& members : by_phrase) {
            Grounding one{members.front().phrase, combine(members, &Grounding::gbs),
                          combine(members, &Grounding::i2t), combine(members, &Grounding::mean), 0};
            for (const Grounding& member : members) one.milliseconds += member.milliseconds;
            one.strength = combine_strengths(members);
            combined.push_back(std::move(one));
        }
        return combined;
    }

 private:
    std::vector<std::unique_ptr<GroundingSession>> members_;
};

class EnsembleGrounder final : public Grounder {
 public:
    explicit EnsembleGrounder(std::vector<std::shared_ptr<Grounder>> members)
        : members_(std::move(members)), info_(members_.front()->info()) {
        for (const auto& member : std::span(members_).subspan(1)) {
            const ModelInfo& other = member->info();
            info_.image_encoder += " + " + other.image_encoder;
            if (other.text_encoder != info_.text_encoder) info_.text_encoder += " + " + other.text_encoder;
            info_.input_size = std::max(info_.input_size, other.input_size);
        }
    }
    const ModelInfo& info() const override { return info_; }
    bool concurrent() const override {
        return std::ranges::all_of(members_, [](const auto& member) { return member->concurrent(); });
    }
    std::unique_ptr<GroundingSession> open(const Image& image, const std::string& key,
                                           std::stop_token stop) override {
        std::vector<std::unique_ptr<GroundingSession>> sessions;
        for (const auto& member : members_) sessions.push_back(member->open(image, key, stop));
        return std::make_unique<EnsembleSession>(std::move(sessions));
    }
    void warm_up() override {
        for (const auto& member : members_) member->warm_up();
    }

 private:
    std::vector<std::shared_ptr<Grounder>> members_;
    ModelInfo info_;
};

}  // namespace

std::shared_ptr<Grounder> make_ensemble_grounder(std::vector<std::shared_ptr<Grounder>> members) {
    return std::make_shared<EnsembleGrounder>(std::move(members));
}

}  // namespace gbs
