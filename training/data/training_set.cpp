// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/training_set.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "core/base/error.h"
#include "training/data/augmentation.h"
#include "training/data/disk_cache.h"
#include "training/data/phrases.h"

namespace gbs::training {

CaptionedImages read_training_captions(const std::filesystem::path& images,
                                       const std::filesystem::path& captions, const std::string& split) {
    CaptionedImages data = read_captioned_images(images, captions, split);
    if (!data.missing.empty())
        spdlog::warn("{} of the captioned photos are not in {}, the first is {}", data.missing.size(),
                     images.string(), data.missing.front());
    for (const auto& [reason, count] : data.skipped)
        spdlog::warn("{}: {} entries skipped: {}", captions.string(), count, reason);
    for (const std::string& note : data.notes) spdlog::warn("{}: {}", captions.string(), note);
    return data;
}

TrainingSet::TrainingSet(const TrainOptions& options, std::function<bool(const std::string&)> reads)
    : data_(read_training_captions(options.train_images, options.train_captions, options.train_split)),
      reads_(std::move(reads)) {
    if (options.train_limit > 0 && data_.images.size() > static_cast<std::size_t>(options.train_limit))
        data_.images.resize(static_cast<std::size_t>(options.train_limit));
    if (reads_) drop_unreadable(options.train_captions);
}

void TrainingSet::drop_unreadable(const std::string& captions_file) {
    std::size_t dropped = 0;
    for (CaptionedImage& image : data_.images)
        dropped += std::erase_if(image.captions, [&](const std::string& text) { return !reads_(text); });
    if (dropped == 0) return;
    spdlog::warn("{}: {} captions skipped: the language model knows none of their words", captions_file,
                 dropped);
    std::erase_if(data_.images, [](const CaptionedImage& image) { return image.captions.empty(); });
    if (data_.images.empty())
        throw Error(captions_file + ": the language model knows no word of any caption");
}

std::vector<std::string> TrainingSet::texts(bool with_phrases, bool with_mirrored) const {
    std::vector<std::string> all;
    const auto add = [&](const std::string& text) {
        all.push_back(text);
        if (with_mirrored) all.push_back(swap_left_right(text));
    };
    for (std::size_t photo = 0; photo < photos(); ++photo) {
        for (const std::string& caption : captions(photo)) {
            add(caption);
            if (!with_phrases) continue;
            for (const std::string& phrase : noun_phrases(caption))
                if (!reads_ || reads_(phrase)) add(phrase);
        }
    }
    return all;
}

const CloseUp* TrainingSet::close_up(std::size_t index) const {
    return index < photos() ? nullptr : &close_ups_[index - photos()];
}

const std::vector<std::string>& TrainingSet::captions(std::size_t index) const {
    const CloseUp* const part = close_up(index);
    return part ? part->phrases : data_.images[index].captions;
}

Image TrainingSet::load(std::size_t& index) const {
    for (std::size_t tried = 0; tried < size(); ++tried, index = (index + 1) % size()) {
        const CloseUp* const part = close_up(index);
        const std::size_t photo = part ? part->photo : index;
        {
            const std::lock_guard lock(mutex_);
            if (broken_.count(photo) > 0) continue;
        }
        try {
            Image image = load_image(data_.images[photo].path);
            return part ? crop(image, *part) : std::move(image);
        } catch (const Error& error) {
            const std::lock_guard lock(mutex_);
            if (broken_.insert(photo).second) spdlog::warn("photo skipped: {}", error.what());
        }
    }
    throw Error("none of the " + std::to_string(photos()) + " training photos can be decoded");
}

std::string TrainingSet::photos_fingerprint() const {
    std::string all;
    for (const CaptionedImage& image : data_.images) {
        std::error_code ignored;
        const auto time = std::filesystem::last_write_time(image.path, ignored).time_since_epoch().count();
        all += image.path.string() + ' ' + std::to_string(std::filesystem::file_size(image.path, ignored)) +
               ' ' + std::to_string(time) + '\n';
    }
    for (const CloseUp& part : close_ups_)
        all += fmt::format("{} {} {} {}\n", part.photo, part.left, part.top, part.size);
    return hash_text(all);
}

}  // namespace gbs::training
