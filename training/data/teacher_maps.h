// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/model/grounding_session.h"
#include "core/tensor/torch.h"
#include "training/data/disk_cache.h"
#include "training/data/training_set.h"

namespace gbs::training {

/// The mean maps of another model for the noun phrases of each photo of a set, in half precision. They teach a model to point
/// without boxes (docs/beyond.md, distillation).
class TeacherMaps {
 public:
    /// Grounds all phrases of all photos, unless `cache` has the maps under `key`. Phrases for which `reads` is false are left
    /// out. `progress` is called after each photo; an exception from it ends the work. Throws Error.
    TeacherMaps(const TrainingSet& set, const std::function<bool(const std::string&)>& reads,
                const std::function<std::shared_ptr<Grounder>()>& load_teacher, const DiskCache& cache,
                const std::string& key, const std::function<void()>& progress = {});

    /// Those with maps, sorted.
    const std::vector<std::string>& phrases(std::size_t photo) const { return phrases_.at(photo); }
    /// [h, w] in 0 to 1, or undefined if the teacher knows no such phrase of the photo.
    torch::Tensor find(std::size_t photo, const std::string& phrase) const;

 private:
    DiskCache::Tensors make(const TrainingSet& set, Grounder& teacher,
                            const std::function<void()>& progress) const;

    std::vector<std::vector<std::string>> phrases_;  ///< of each photo, sorted
    std::vector<std::int64_t> first_;                ///< the row of each photo's first phrase
    torch::Tensor maps_;                             ///< [rows, h, w]
};

}  // namespace gbs::training
