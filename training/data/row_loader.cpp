// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/row_loader.h"

#include <memory>

#include "core/base/trace.h"
#include "core/tensor/tensors.h"
#include "training/data/augmentation.h"
#include "training/data/phrases.h"

namespace gbs::training {
namespace {

enum RowStream : std::uint64_t { text_stream = 11, augment_stream = 13 };

AugmentationOptions augmentation_options(const StageOptions& options) {
    AugmentationOptions augmentation;
    augmentation.crop_area = {options.crop_area, 1};
    augmentation.crop_aspect = options.crop_aspect;
    augmentation.flip = options.flip;
    augmentation.swap_sides = options.swap_sides;
    augmentation.brightness = augmentation.contrast = augmentation.saturation = options.jitter;
    augmentation.hue = options.jitter / 4;
    augmentation.grey = options.grey;
    return augmentation;
}

}  // namespace

RowLoader::RowLoader(RowSource source, StageOptions options, std::uint64_t seed, std::uint64_t stage,
                     int input_size)
    : source_(std::move(source)),
      options_(std::move(options)),
      seed_(seed),
      stage_(stage),
      input_size_(input_size) {}

/// A caption of the photo or one of its noun phrases. Recurrent rows prefer phrases.
std::string RowLoader::draw_text(const BatchPlan& plan, int step, std::size_t row, const Texts& texts) const {
    Random random(seed_, RowStream::text_stream, stage_, step, row);
    const std::string& caption = texts.captions[random.integer(texts.captions.size())];
    // A phrase of a phrase may be another one, without embeddings and maps.
    if (texts.phrases) return caption;
    if (!plan.recurrent[row] && options_.phrases <= 0) return caption;
    auto phrases = noun_phrases(caption);
    if (source_.reads) std::erase_if(phrases, [&](const std::string& text) { return !source_.reads(text); });
    const bool phrase = !phrases.empty() && (plan.recurrent[row] || random.chance(options_.phrases));
    return phrase ? phrases[random.integer(phrases.size())] : caption;
}

TrainingRow RowLoader::text_row(const BatchPlan& plan, int step, std::size_t row) const {
    const std::size_t photo = plan.photos[row];
    return {photo, draw_text(plan, step, row, texts_of(photo)), {}};
}

RowLoader::Texts RowLoader::texts_of(std::size_t photo) const {
    return {source_.set->captions(photo), source_.set->close_up(photo) != nullptr};
}

TrainingRow RowLoader::make_row(const BatchPlan& plan, int step, std::size_t row, const Image& photo,
                                const Texts& texts) const {
    TrainingRow result;
    Random random(seed_, RowStream::augment_stream, stage_, step, row);
    AugmentedPhoto augmented = augment(photo, {draw_text(plan, step, row, texts)},
                                       augmentation_options(options_), input_size_, random);
    result.text = augmented.captions.front();
    result.pixels = image_tensor(augmented.image, input_size_);
    return result;
}

std::vector<TrainingRow> RowLoader::load(const BatchPlan& plan, int step,
                                         const std::vector<std::size_t>& rows) const {
    std::vector<StreamedPhoto> streamed;
    if (source_.stream) streamed = source_.stream->take(rows.size(), *source_.workers);
    std::vector<std::future<TrainingRow>> futures;
    for (std::size_t i = 0; i < rows.size(); ++i)
        futures.push_back(source_.workers->submit([this, &plan, &streamed, &rows, step, i] {
            const TraceSpan span("load row");
            const std::size_t row = rows[i];
            if (source_.stream) return make_row(plan, step, row, streamed[i].image, {streamed[i].captions});
            std::size_t photo = plan.photos[row];
            const Image image = source_.set->load(photo);
            TrainingRow result = make_row(plan, step, row, image, texts_of(photo));
            result.photo = photo;
            return result;
        }));
    for (auto& future : futures)
        future.wait();  // tasks refer to local variables: none may outlive an exception
    std::vector<TrainingRow> loaded;
    for (auto& future : futures) loaded.push_back(future.get());
    return loaded;
}

}  // namespace gbs::training
