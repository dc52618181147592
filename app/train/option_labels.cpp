// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/option_labels.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace gbs::app {

namespace {

struct OptionLabel {
    std::string_view key;
    const char* text;
};

constexpr std::array labels{
    OptionLabel{"seed", QT_TRANSLATE_NOOP("OptionWords", "Random seed")},
    OptionLabel{"device", QT_TRANSLATE_NOOP("OptionWords", "Device")},
    OptionLabel{"image_encoder.pretrained", QT_TRANSLATE_NOOP("OptionWords", "Pretrained image encoder")},
    OptionLabel{"image_encoder.weights", QT_TRANSLATE_NOOP("OptionWords", "Weights of the image encoder")},
    OptionLabel{"data.split", QT_TRANSLATE_NOOP("OptionWords", "List of photos to use")},
    OptionLabel{"data.shards", QT_TRANSLATE_NOOP("OptionWords", "Archives of photos and captions")},
    OptionLabel{"data.shuffle_buffer", QT_TRANSLATE_NOOP("OptionWords", "Photos shuffled together")},
    OptionLabel{"data.limit", QT_TRANSLATE_NOOP("OptionWords", "First photos only")},
    OptionLabel{"data.workers", QT_TRANSLATE_NOOP("OptionWords", "Reading threads")},
    OptionLabel{"data.cache", QT_TRANSLATE_NOOP("OptionWords", "Folder for encoded data")},
    OptionLabel{"validation.images", QT_TRANSLATE_NOOP("OptionWords", "Validation photos")},
    OptionLabel{"validation.phrases", QT_TRANSLATE_NOOP("OptionWords", "Validation phrases")},
    OptionLabel{"validation.every", QT_TRANSLATE_NOOP("OptionWords", "Validate every")},
    OptionLabel{"validation.stride", QT_TRANSLATE_NOOP("OptionWords", "Use every n-th phrase")},
    OptionLabel{"checkpoint.every", QT_TRANSLATE_NOOP("OptionWords", "Save every")},
    OptionLabel{"checkpoint.keep", QT_TRANSLATE_NOOP("OptionWords", "Checkpoints to keep")},
    OptionLabel{"preview.every", QT_TRANSLATE_NOOP("OptionWords", "Preview every")},
    OptionLabel{"preview.keep", QT_TRANSLATE_NOOP("OptionWords", "Previews to keep")},
    OptionLabel{"log.every", QT_TRANSLATE_NOOP("OptionWords", "Log every")},
    OptionLabel{"model.image_encoder", QT_TRANSLATE_NOOP("OptionWords", "Image encoder")},
    OptionLabel{"model.text_encoder", QT_TRANSLATE_NOOP("OptionWords", "Language model")},
    OptionLabel{"model.levels", QT_TRANSLATE_NOOP("OptionWords", "Levels of features")},
    OptionLabel{"model.input_size", QT_TRANSLATE_NOOP("OptionWords", "Side of the input")},
    OptionLabel{"model.neck_width", QT_TRANSLATE_NOOP("OptionWords", "Width of the necks")},
    OptionLabel{"model.attenuation", QT_TRANSLATE_NOOP("OptionWords", "Attenuation by the text")},
    OptionLabel{"model.attenuation_scale", QT_TRANSLATE_NOOP("OptionWords", "Strength of the attenuation")},
    OptionLabel{"model.decoder_width", QT_TRANSLATE_NOOP("OptionWords", "Width of the decoder")},
    OptionLabel{"model.i2t_levels", QT_TRANSLATE_NOOP("OptionWords", "Levels that match the text")},
    OptionLabel{"model.mirror", QT_TRANSLATE_NOOP("OptionWords", "Average with the mirror image")},
    OptionLabel{"model.blur", QT_TRANSLATE_NOOP("OptionWords", "Blur of the maps")},
    OptionLabel{"model.gbs_blur", QT_TRANSLATE_NOOP("OptionWords", "Blur of H_GbS")},
    OptionLabel{"batch", QT_TRANSLATE_NOOP("OptionWords", "Batch")},
    OptionLabel{"input_size", QT_TRANSLATE_NOOP("OptionWords", "Side of the training photos")},
    OptionLabel{"learn.encoder", QT_TRANSLATE_NOOP("OptionWords", "Train the image encoder")},
    OptionLabel{"learn.necks", QT_TRANSLATE_NOOP("OptionWords", "Train the necks")},
    OptionLabel{"learn.projection", QT_TRANSLATE_NOOP("OptionWords", "Train the text projection")},
    OptionLabel{"learn.decoder", QT_TRANSLATE_NOOP("OptionWords", "Train the decoder")},
    OptionLabel{"features.cache", QT_TRANSLATE_NOOP("OptionWords", "Keep encoded photos")},
    OptionLabel{"features.blend", QT_TRANSLATE_NOOP("OptionWords", "Blend")},
    OptionLabel{"augment.crop_area", QT_TRANSLATE_NOOP("OptionWords", "Smallest crop")},
    OptionLabel{"augment.crop_aspect", QT_TRANSLATE_NOOP("OptionWords", "Stretch of crops")},
    OptionLabel{"augment.flip", QT_TRANSLATE_NOOP("OptionWords", "Mirror images")},
    OptionLabel{"augment.swap_sides", QT_TRANSLATE_NOOP("OptionWords", "Swap \"left\" and \"right\"")},
    OptionLabel{"augment.jitter", QT_TRANSLATE_NOOP("OptionWords", "Change of colors")},
    OptionLabel{"augment.grey", QT_TRANSLATE_NOOP("OptionWords", "Gray photos")},
    OptionLabel{"text.phrases", QT_TRANSLATE_NOOP("OptionWords", "Phrases instead of captions")},
    OptionLabel{"text.word_dropout", QT_TRANSLATE_NOOP("OptionWords", "Left out words")},
    OptionLabel{"loss.sep", QT_TRANSLATE_NOOP("OptionWords", "Weight of the separation")},
    OptionLabel{"loss.neg", QT_TRANSLATE_NOOP("OptionWords", "Weight of wrong texts")},
    OptionLabel{"loss.adv", QT_TRANSLATE_NOOP("OptionWords", "Weight of missing texts")},
    OptionLabel{"distill.model", QT_TRANSLATE_NOOP("OptionWords", "Teacher")},
    OptionLabel{"distill.close_ups", QT_TRANSLATE_NOOP("OptionWords", "Close-ups per photo")},
    OptionLabel{"loss.map", QT_TRANSLATE_NOOP("OptionWords", "Weight of the teacher's maps")},
    OptionLabel{"loss.i2t", QT_TRANSLATE_NOOP("OptionWords", "Weight of image to text")},
    OptionLabel{"loss.ramp", QT_TRANSLATE_NOOP("OptionWords", "Ramp of the weights")},
    OptionLabel{"loss.negatives", QT_TRANSLATE_NOOP("OptionWords", "Wrong texts")},
    OptionLabel{"i2t.alignment", QT_TRANSLATE_NOOP("OptionWords", "Match of words and places")},
    OptionLabel{"i2t.reduction", QT_TRANSLATE_NOOP("OptionWords", "Sum over words")},
    OptionLabel{"i2t.all_ranks", QT_TRANSLATE_NOOP("OptionWords", "Compare across processes")},
    OptionLabel{"i2t.temperature", QT_TRANSLATE_NOOP("OptionWords", "Temperature")},
    OptionLabel{"i2t.learn_temperature", QT_TRANSLATE_NOOP("OptionWords", "Train the temperature")},
    OptionLabel{"alpha.perlin.share", QT_TRANSLATE_NOOP("OptionWords", "Share of Perlin noise")},
    OptionLabel{"alpha.perlin.k_min", QT_TRANSLATE_NOOP("OptionWords", "Coarsest lattice")},
    OptionLabel{"alpha.perlin.k_max", QT_TRANSLATE_NOOP("OptionWords", "Finest lattice")},
    OptionLabel{"alpha.perlin.octaves_min", QT_TRANSLATE_NOOP("OptionWords", "Fewest octaves")},
    OptionLabel{"alpha.perlin.octaves_max", QT_TRANSLATE_NOOP("OptionWords", "Most octaves")},
    OptionLabel{"alpha.perlin.persistence", QT_TRANSLATE_NOOP("OptionWords", "Strength of finer octaves")},
    OptionLabel{"alpha.perlin.contrast", QT_TRANSLATE_NOOP("OptionWords", "Contrast")},
    OptionLabel{"alpha.perlin.median_threshold", QT_TRANSLATE_NOOP("OptionWords", "Threshold at the median")},
    OptionLabel{"alpha.perlin.threshold", QT_TRANSLATE_NOOP("OptionWords", "Threshold")},
    OptionLabel{"alpha.gaussian.share", QT_TRANSLATE_NOOP("OptionWords", "Share of Gaussians")},
    OptionLabel{"alpha.gaussian.sigma_min", QT_TRANSLATE_NOOP("OptionWords", "Smallest spread")},
    OptionLabel{"alpha.gaussian.sigma_max", QT_TRANSLATE_NOOP("OptionWords", "Largest spread")},
    OptionLabel{"alpha.circle.share", QT_TRANSLATE_NOOP("OptionWords", "Share of circles")},
    OptionLabel{"alpha.circle.radius_min", QT_TRANSLATE_NOOP("OptionWords", "Smallest radius")},
    OptionLabel{"alpha.circle.radius_max", QT_TRANSLATE_NOOP("OptionWords", "Largest radius")},
    OptionLabel{"alpha.circle.complement", QT_TRANSLATE_NOOP("OptionWords", "Exchanged photos")},
    OptionLabel{"alpha.scale_shift.share", QT_TRANSLATE_NOOP("OptionWords", "Share of scale and shift")},
    OptionLabel{"alpha.scale_shift.scale_min", QT_TRANSLATE_NOOP("OptionWords", "Smallest scale")},
    OptionLabel{"alpha.scale_shift.scale_max", QT_TRANSLATE_NOOP("OptionWords", "Largest scale")},
    OptionLabel{"alpha.half_plane.share", QT_TRANSLATE_NOOP("OptionWords", "Share of half-planes")},
    OptionLabel{"alpha.half_plane.offset_min", QT_TRANSLATE_NOOP("OptionWords", "Smallest offset")},
    OptionLabel{"alpha.half_plane.offset_max", QT_TRANSLATE_NOOP("OptionWords", "Largest offset")},
    OptionLabel{"alpha.half_plane.softness_min", QT_TRANSLATE_NOOP("OptionWords", "Hardest edge")},
    OptionLabel{"alpha.half_plane.softness_max", QT_TRANSLATE_NOOP("OptionWords", "Softest edge")},
    OptionLabel{"alpha.adversarial.share", QT_TRANSLATE_NOOP("OptionWords", "Share of adversarial alphas")},
    OptionLabel{"alpha.adversarial.steps", QT_TRANSLATE_NOOP("OptionWords", "Adversarial steps")},
    OptionLabel{"alpha.adversarial.rate", QT_TRANSLATE_NOOP("OptionWords", "Adversarial rate")},
    OptionLabel{"recurrent.share", QT_TRANSLATE_NOOP("OptionWords", "Share of recurrent alphas")},
    OptionLabel{"recurrent.unblended", QT_TRANSLATE_NOOP("OptionWords", "Unblended photos")},
    OptionLabel{"recurrent.blur", QT_TRANSLATE_NOOP("OptionWords", "Blur of recurrent alphas")},
    OptionLabel{"recurrent.power", QT_TRANSLATE_NOOP("OptionWords", "Power of recurrent alphas")},
    OptionLabel{"recurrent.scale", QT_TRANSLATE_NOOP("OptionWords", "Scale of recurrent alphas")},
    OptionLabel{"recurrent.teacher", QT_TRANSLATE_NOOP("OptionWords", "Maps of an averaged model")},
    OptionLabel{"optimizer.name", QT_TRANSLATE_NOOP("OptionWords", "Optimizer")},
    OptionLabel{"optimizer.learning_rate", QT_TRANSLATE_NOOP("OptionWords", "Learning rate")},
    OptionLabel{"optimizer.encoder_rate", QT_TRANSLATE_NOOP("OptionWords", "Rate of the encoder")},
    OptionLabel{"optimizer.weight_decay", QT_TRANSLATE_NOOP("OptionWords", "Weight decay")},
    OptionLabel{"optimizer.clip", QT_TRANSLATE_NOOP("OptionWords", "Largest gradient")},
    OptionLabel{"optimizer.schedule", QT_TRANSLATE_NOOP("OptionWords", "Schedule")},
    OptionLabel{"optimizer.warmup", QT_TRANSLATE_NOOP("OptionWords", "Warm-up")},
    OptionLabel{"optimizer.decay_every", QT_TRANSLATE_NOOP("OptionWords", "Decay every")},
    OptionLabel{"optimizer.ema", QT_TRANSLATE_NOOP("OptionWords", "Averaging of weights")},
    OptionLabel{"optimizer.precision", QT_TRANSLATE_NOOP("OptionWords", "Precision of numbers")}};

}  // namespace

QString option_label(const QString& key) {
    const std::string name = key.toStdString();
    const auto found = std::ranges::find(labels, std::string_view(name), &OptionLabel::key);
    return found == labels.end() ? QString() : QCoreApplication::translate("OptionWords", found->text);
}

}  // namespace gbs::app
