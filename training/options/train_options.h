// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/options.h"
#include "core/model/model_options.h"
#include "training/alpha/alpha_maps.h"
#include "training/options/stage_choices.h"

namespace gbs::training {

/// The options that may change from stage to stage of a training. See `bind` for the meaning of each field.
struct StageOptions {
    int steps = 1000;
    int batch = 8;
    int input_size = 0;

    // What is trained. The language model is always frozen.
    bool learn_encoder = true;
    bool learn_necks = true;
    bool learn_projection = true;
    bool learn_decoder = true;

    // The input of the encoder.
    bool cache_features = false;
    BlendSpace blend_space = BlendSpace::image;
    double crop_area = 0.5;
    double crop_aspect = 1.0;
    double flip = 0.5;
    bool swap_sides = true;
    double jitter = 0.4;
    double grey = 0.2;

    // The texts.
    double phrases = 0.0;
    double word_dropout = 0.5;

    // Losses (eq. 3, 9-10).
    double loss_sep = 1.0;
    double loss_neg = 1.0;
    double loss_adv = 1.0;
    double loss_i2t = 0.1;
    double loss_map = 0.0;
    double loss_ramp = 0.0;
    I2tAlignment i2t_alignment = I2tAlignment::maximum;
    I2tReduction i2t_reduction = I2tReduction::mean;
    bool i2t_all_ranks = true;
    double i2t_temperature = 10.0;
    bool learn_temperature = false;

    // Alpha maps (section 4.4.3).
    AlphaOptions alpha;

    // Recurrent alphas (section 5, future work): the target is masked by the model's own H_i2t of the
    // unblended photo.
    double recurrent_share = 0.0;
    double recurrent_unblended = 0.0;
    double recurrent_blur = 0.7;
    double recurrent_power = 1.0;
    RecurrentScale recurrent_scale = RecurrentScale::minmax;
    bool recurrent_teacher = false;

    // Beyond the paper (docs/beyond.md).
    Negatives negatives = Negatives::batch;
    double adversarial_share = 0.0;
    int adversarial_steps = 1;
    double adversarial_rate = 0.1;

    // Optimizer.
    OptimizerKind optimizer = OptimizerKind::adam;
    double learning_rate = 1e-4;
    double encoder_rate = 1.0;
    double weight_decay = 0.0;
    double clip = 0.0;
    ScheduleKind schedule = ScheduleKind::piecewise_linear;
    int warmup = 0;
    int decay_every = 50000;
    double ema = 0.0;
    Precision precision = Precision::fp32;

    void bind(OptionSet& options);
    /// Whether the stage decodes blends, for L_sep, L_neg or L_adv.
    bool separates() const { return loss_sep > 0 || loss_neg > 0 || loss_adv > 0; }
    /// Whether the stage compares photos and texts, for L_i2t.
    bool aligns() const { return loss_i2t > 0; }
    /// Whether H_i2t learns from the maps of a teacher, for L_map.
    bool distills() const { return loss_map > 0; }
};

/// The options of a training run: those of the run, the defaults of its stages, and the stages.
struct TrainOptions {
    int seed = 0;
    std::string device = "auto";
    std::string initial_checkpoint;
    std::string distill_model;  ///< checkpoint whose maps replace the recurrent ones; empty: the model's own
    int distill_close_ups = 0;  ///< of each photo
    bool image_pretrained = true;
    std::string image_weights;

    std::string train_images, train_captions, train_split;
    std::string train_shards;  ///< instead of images and captions
    int shuffle_buffer = 1000;
    int train_limit = 0;
    int workers = 2;
    std::string cache_folder;
    std::string validation_images, validation_phrases;
    int validation_every = 500;
    int validation_stride = 1;

    int checkpoint_every = 500;
    int checkpoint_keep = 3;
    int preview_every = 100;
    int preview_keep = 50;
    int log_every = 10;

    ModelOptions model;
    StageOptions stage;  ///< the defaults, or the only stage if `stages` is empty

    /// One stage of a curriculum: its name and the options that it changes, as dotted key -> text.
    struct Stage {
        std::string name;
        std::vector<std::pair<std::string, std::string>> overrides;
    };
    std::vector<Stage> stages;

    void bind(OptionSet& options);

    bool streams() const { return !train_shards.empty(); }
    /// The options of stage `index`, with its overrides applied.
    StageOptions stage_options(std::size_t index) const;
    std::size_t stage_count() const { return stages.empty() ? 1 : stages.size(); }
    std::string stage_name(std::size_t index) const { return stages.empty() ? "main" : stages[index].name; }
    int total_steps() const;
};

/// Reads a recipe: the options of TrainOptions, and `stages:`, a list of mappings with a `name` and stage
/// options. `assignments` are "key.path=value" or "stages.NAME.key.path=value". Relative paths are relative
/// to the recipe, those of assignments to the current folder; all are absolute on return, so that a run
/// continues from any folder. Throws Error with the line.
TrainOptions read_recipe(const std::filesystem::path& path, const std::vector<std::string>& assignments = {});
/// The resolved options as a recipe. Each key occurs once.
std::string to_recipe(const TrainOptions& options);

}  // namespace gbs::training
