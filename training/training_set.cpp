#include "training/training_set.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "core/error.h"
#include "training/augmentation.h"
#include "training/disk_cache.h"
#include "training/phrases.h"

namespace gbs {

TrainingSet::TrainingSet(const TrainOptions& options)
    : data_(read_captioned_images(options.train_images, options.train_captions, options.train_split)) {
    if (options.train_limit > 0 && data_.images.size() > static_cast<std::size_t>(options.train_limit))
        data_.images.resize(static_cast<std::size_t>(options.train_limit));
    if (!data_.missing.empty())
        spdlog::warn("{} of the captioned photos are not in {}, the first is {}", data_.missing.size(),
                     options.train_images, data_.missing.front());
    for (const auto& [reason, count] : data_.skipped)
        spdlog::warn("{}: {} entries skipped: {}", options.train_captions, count, reason);
    for (const CaptionedImage& image : data_.images) {
        auto& lists = phrases_.emplace_back();
        for (const std::string& caption : image.captions) lists.push_back(noun_phrases(caption));
    }
}

std::vector<std::string> TrainingSet::texts(bool with_phrases, bool with_mirrored) const {
    std::vector<std::string> all;
    const auto add = [&](const std::string& text) {
        all.push_back(text);
        if (with_mirrored) all.push_back(swap_left_right(text));
    };
    for (std::size_t photo = 0; photo < size(); ++photo) {
        for (std::size_t i = 0; i < captions(photo).size(); ++i) {
            add(captions(photo)[i]);
            if (with_phrases) std::ranges::for_each(phrases(photo, i), add);
        }
    }
    return all;
}

Image TrainingSet::load(std::size_t& photo) const {
    for (std::size_t tried = 0; tried < size(); ++tried, photo = (photo + 1) % size()) {
        {
            const std::lock_guard lock(mutex_);
            if (broken_.count(photo) > 0) continue;
        }
        try {
            return load_image(data_.images[photo].path);
        } catch (const Error& error) {
            const std::lock_guard lock(mutex_);
            if (broken_.insert(photo).second) spdlog::warn("photo skipped: {}", error.what());
        }
    }
    throw Error("none of the " + std::to_string(size()) + " training photos can be decoded");
}

std::string TrainingSet::photos_fingerprint() const {
    std::string all;
    for (const CaptionedImage& image : data_.images) {
        std::error_code ignored;
        const auto time = std::filesystem::last_write_time(image.path, ignored).time_since_epoch().count();
        all += image.path.string() + ' ' + std::to_string(std::filesystem::file_size(image.path, ignored)) +
               ' ' + std::to_string(time) + '\n';
    }
    return hash_text(all);
}

std::size_t TrainingSet::broken() const {
    const std::lock_guard lock(mutex_);
    return broken_.size();
}

}  // namespace gbs
