// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/teacher_maps.h"

#include <algorithm>
#include <memory>
#include <set>

#include "core/base/error.h"
#include "training/data/phrases.h"

namespace gbs::training {
namespace {

/// Rows of [h, w]; those of photos with another shape are resized to that of the first.
void append(std::vector<torch::Tensor>& rows, Heatmap map) {
    if (!rows.empty() && (rows.front().size(0) != map.height() || rows.front().size(1) != map.width()))
        map = map.resized(static_cast<int>(rows.front().size(1)), static_cast<int>(rows.front().size(0)));
    std::vector<float> values = map.values();
    rows.push_back(torch::from_blob(values.data(), {map.height(), map.width()}).to(torch::kHalf));
}

}  // namespace

TeacherMaps::TeacherMaps(const TrainingSet& set, const std::function<bool(const std::string&)>& reads,
                         const std::function<std::shared_ptr<Grounder>()>& load_teacher,
                         const DiskCache& cache, const std::string& key,
                         const std::function<void()>& progress) {
    std::int64_t rows = 0;
    std::string all;
    for (std::size_t photo = 0; photo < set.photos(); ++photo) {
        std::set<std::string> phrases;
        for (const std::string& caption : set.captions(photo))
            for (const std::string& phrase : noun_phrases(caption))
                if (!reads || reads(phrase)) phrases.insert(phrase);
        first_.push_back(rows);
        rows += std::ssize(phrases);
        phrases_.emplace_back(phrases.begin(), phrases.end());
        for (const std::string& phrase : phrases) all += phrase + '\n';
        all += '\n';
    }
    if (rows == 0) throw Error("the captions have no noun phrase that a teacher could point at");
    maps_ =
        cache.get("teacher", key + " " + hash_text(all), [&] { return make(set, *load_teacher(), progress); })
            .at("maps");
    if (maps_.dim() != 3 || maps_.size(0) != rows) throw Error("the cached maps of the teacher are damaged");
}

DiskCache::Tensors TeacherMaps::make(const TrainingSet& set, Grounder& teacher,
                                     const std::function<void()>& progress) const {
    std::vector<torch::Tensor> rows;
    for (std::size_t photo = 0; photo < set.photos(); ++photo) {
        if (progress) progress();
        if (phrases_[photo].empty()) continue;
        std::size_t loaded = photo;
        for (Grounding& grounding : teacher.open(set.load(loaded))->ground(phrases_[photo]))
            append(rows, std::move(grounding.mean));
    }
    return {{"maps", torch::stack(rows)}};
}

torch::Tensor TeacherMaps::find(std::size_t photo, const std::string& phrase) const {
    const auto& known = phrases_.at(photo);
    const auto at = std::ranges::lower_bound(known, phrase);
    if (at == known.end() || *at != phrase) return {};
    return maps_[first_[photo] + (at - known.begin())].to(torch::kFloat);
}

}  // namespace gbs::training
