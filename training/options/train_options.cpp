// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/options/train_options.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/yaml_file.h"
#include "training/alpha/alpha_generators.h"

namespace gbs::training {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void bind_losses(OptionSet& options, StageOptions& stage) {
    options.add("loss.sep", &stage.loss_sep, 0, 1000, "Weight of L_sep (eq. 1)");
    options.add("loss.neg", &stage.loss_neg, 0, 1000, "gamma_neg, weight of L_neg (eq. 7)");
    options.add("loss.adv", &stage.loss_adv, 0, 1000, "gamma_adv, weight of L_adv (eq. 6)");
    options.add("loss.i2t", &stage.loss_i2t, 0, 1000, "gamma_i2t, weight of L_i2t (eq. 9-10)");
    options.add("loss.map", &stage.loss_map, 0, 1000,
                "Weight of L_map, which draws H_i2t of phrases to the teacher's maps");
    options.add(
        "loss.ramp", &stage.loss_ramp, 0, 1,
        "Fraction of the stage in which the weights of L_neg and L_adv grow from 0; 0: full from the start");
    options.add("i2t.alignment", &stage.i2t_alignment,
                {{I2tAlignment::maximum, "max"}, {I2tAlignment::each, "each"}},
                "Z from the maximum over the levels (eq. 8), or one loss per level");
    options.add("i2t.reduction", &stage.i2t_reduction,
                {{I2tReduction::mean, "mean"}, {I2tReduction::sum, "sum"}},
                "L_i2t as the mean over the batch, or the sum as eq. 9-10 are printed");
    options.add("i2t.all_ranks", &stage.i2t_all_ranks,
                "Contrast each photo with the texts of all ranks, as one process with the whole batch would; "
                "false: with those of its rank only");
    options.add("i2t.temperature", &stage.i2t_temperature, 0.01, 1000,
                "t_i2t, or its initial value if it is learned");
    options.add("i2t.learn_temperature", &stage.learn_temperature, "Learn t_i2t");
}

void bind_optimizer(OptionSet& options, StageOptions& stage) {
    options.add("optimizer.name", &stage.optimizer,
                {{OptimizerKind::adam, "adam"}, {OptimizerKind::adamw, "adamw"}}, "Optimizer");
    options.add("optimizer.learning_rate", &stage.learning_rate, 0, 10, "Initial learning rate");
    options.add("optimizer.encoder_rate", &stage.encoder_rate, 0, 10,
                "Learning rate of the encoder relative to the rest");
    options.add("optimizer.weight_decay", &stage.weight_decay, 0, 10, "Weight decay");
    options.add("optimizer.clip", &stage.clip, 0, 1e6, "Maximum norm of the gradient; 0: no clipping");
    options.add(
        "optimizer.schedule", &stage.schedule,
        {{ScheduleKind::piecewise_linear, "piecewise_linear"},
         {ScheduleKind::step_decay, "step"},
         {ScheduleKind::cosine, "cosine"},
         {ScheduleKind::constant, "constant"}},
        "Learning rate: divided by 10 every decay_every steps, linearly or in steps, or a cosine to 0");
    options.add("optimizer.warmup", &stage.warmup, 0, 1000000,
                "Steps over which the learning rate grows from 0");
    options.add("optimizer.decay_every", &stage.decay_every, 1, 100000000,
                "Steps until the learning rate is a tenth");
    options.add("optimizer.ema", &stage.ema, 0, 0.999999,
                "Decay of an exponential moving average of the weights, which is saved and validated "
                "in their place; 0: none");
    options.add("optimizer.precision", &stage.precision,
                {{Precision::fp32, "fp32"}, {Precision::bf16, "bf16"}},
                "Arithmetic of the encoder and the decoder");
}

void bind_recurrent(OptionSet& options, StageOptions& stage) {
    options.add(
        "recurrent.share", &stage.recurrent_share, 0, 1,
        "Fraction of the blends whose text is a phrase and whose target is alpha times the model's H_i2t");
    options.add("recurrent.unblended", &stage.recurrent_unblended, 0, 1,
                "Fraction of the batch that is recurrent but not blended (alpha = 1)");
    options.add("recurrent.blur", &stage.recurrent_blur, 0, 16,
                "Sigma of the blur of H_i2t in a target, in cells");
    options.add("recurrent.power", &stage.recurrent_power, 0.1, 10, "Exponent of the scaled H_i2t");
    options.add(
        "recurrent.scale", &stage.recurrent_scale,
        {{RecurrentScale::minmax, "minmax"},
         {RecurrentScale::max, "max"},
         {RecurrentScale::deviation, "std"}},
        "How H_i2t is scaled to [0, 1]: from its range, by its maximum, or as a sigmoid of its z score");
    options.add("recurrent.teacher", &stage.recurrent_teacher,
                "Use the moving average of the weights (optimizer.ema) for the recurrent maps");
}

void bind_beyond(OptionSet& options, StageOptions& stage) {
    options.add(
        "loss.negatives", &stage.negatives,
        {{Negatives::batch, "batch"}, {Negatives::similar, "similar"}, {Negatives::strongest, "strongest"}},
        "T_neg: any other text of the batch as in the paper, the one most similar to T_1 or T_2, or the "
        "one that the model responds to most in the blend");
    options.add("alpha.adversarial.share", &stage.adversarial_share, 0, 1,
                "Fraction of the Gaussian and Perlin maps whose parameters are changed to increase L_sep");
    options.add("alpha.adversarial.steps", &stage.adversarial_steps, 1, 100,
                "Gradient steps that increase L_sep");
    options.add("alpha.adversarial.rate", &stage.adversarial_rate, 0, 1,
                "Length of such a step, as a fraction of each parameter's range");
}

}  // namespace

void StageOptions::bind(OptionSet& options) {
    options.add("steps", &steps, 0, 100000000, "Number of steps");
    options.add("batch", &batch, 1, 65536, "Pairs of photo and text per step, over all ranks");
    options.add("input_size", &input_size, 0, 2048,
                "Side of the training photos in pixels; 0: model.input_size");
    options.add("learn.encoder", &learn_encoder, "Train the image encoder");
    options.add("learn.necks", &learn_necks, "Train the necks");
    options.add("learn.projection", &learn_projection, "Train the text projections P^i");
    options.add("learn.decoder", &learn_decoder,
                "Train the decoder, and the attenuation if it has parameters");
    options.add("features.cache", &cache_features,
                "Encode each photo once and cache its features (frozen encoder, no augmentation)");
    options.add("features.blend", &blend_space,
                {{BlendSpace::image, "image"}, {BlendSpace::features, "features"}},
                "Blend photos before the encoder as in the paper, or their features after it");
    options.add("augment.crop_area", &crop_area, 0.05, 1,
                "Smallest fraction of the photo's area that a random crop keeps");
    options.add(
        "augment.crop_aspect", &crop_aspect, 1, 4,
        "Largest factor by which a random crop is wider or narrower than the photo; 1: the same shape");
    options.add("augment.flip", &flip, 0, 1, "Probability of a mirror image");
    options.add("augment.swap_sides", &swap_sides,
                "Swap left and right in the caption of a mirror image; false: keep the caption");
    options.add("augment.jitter", &jitter, 0, 1, "Strength of the color jitter");
    options.add("augment.grey", &grey, 0, 1, "Probability of a grayscale photo");
    options.add("text.phrases", &phrases, 0, 1,
                "Probability that a noun phrase of the caption replaces the caption");
    options.add("text.word_dropout", &word_dropout, 0, 0.99,
                "Probability that a word is dropped after the language model; at least one is kept");
    bind_losses(options, *this);
    bind_alpha(options, alpha);
    bind_recurrent(options, *this);
    bind_beyond(options, *this);
    bind_optimizer(options, *this);
}

void TrainOptions::bind(OptionSet& options) {
    options.add("seed", &seed, 0, 2147483647, "Seed of all random numbers");
    options.add("device", &device, "auto, cpu, cuda or cuda:N");
    options.add("initial_checkpoint", &initial_checkpoint,
                "Checkpoint to start from; empty: a pretrained image encoder, everything else random");
    options.add(
        "distill.model", &distill_model,
        "Checkpoint or ensemble whose maps of the photos' noun phrases replace the model's own as recurrent "
        "maps, and teach H_i2t with loss.map; empty: none");
    options.add(
        "distill.close_ups", &distill_close_ups, 0, 8,
        "Parts of each photo, around what the teacher finds, that are photos of their own; their captions "
        "are the phrases that the teacher finds in them");
    options.add("image_encoder.pretrained", &image_pretrained,
                "Start the image encoder from pretrained weights; false: from random ones");
    options.add("image_encoder.weights", &image_weights,
                "Pretrained weights (.safetensors) of the image encoder; empty: those of the weights folder");
    options.add("data.images", &train_images, "Folder of the training photos");
    options.add("data.captions", &train_captions,
                "Captions: TSV (image, number, caption), COCO or Karpathy JSON, or Visual Genome's regions");
    options.add("data.split", &train_split,
                "Photos to use: a text file with one name per line, or the name of a split; empty: all");
    options.add(
        "data.shards", &train_shards,
        "Instead of images and captions: webdataset shards, as a folder of .tar files or a range like "
        "cc3m-{0000..0331}.tar");
    options.add("data.shuffle_buffer", &shuffle_buffer, 1, 1000000,
                "Consecutive samples of the shards that are shuffled together");
    options.add("data.limit", &train_limit, 0, 100000000, "Use the first N photos only; 0: all");
    options.add("data.workers", &workers, 1, 256, "Threads that decode and augment photos");
    options.add("data.cache", &cache_folder,
                "Folder that caches encoded texts and features for runs on the same data; empty: no cache");
    options.add("validation.images", &validation_images, "Folder of the validation photos");
    options.add("validation.phrases", &validation_phrases, "Phrases and boxes (TSV); empty: no validation");
    options.add("validation.every", &validation_every, 1, 100000000, "Steps between validations");
    options.add("validation.stride", &validation_stride, 1, 1000, "Validate on every N-th photo");
    options.add("checkpoint.every", &checkpoint_every, 1, 100000000, "Steps between checkpoints");
    options.add("checkpoint.keep", &checkpoint_keep, 1, 1000,
                "Number of checkpoints to keep besides the best");
    options.add("preview.every", &preview_every, 1, 100000000, "Steps between previews");
    options.add("preview.keep", &preview_keep, 1, 100000, "Number of previews to keep");
    options.add("log.every", &log_every, 1, 100000, "Steps between lines of metrics.jsonl");
    model.bind(options);
    stage.bind(options);
}

StageOptions TrainOptions::stage_options(std::size_t index) const {
    StageOptions resolved = stage;
    if (stages.empty()) return resolved;
    OptionSet set;
    resolved.bind(set);
    for (const auto& [key, value] : stages[index].overrides) set.set(key, value);
    return resolved;
}

int TrainOptions::total_steps() const {
    int total = 0;
    for (std::size_t i = 0; i < stage_count(); ++i) total += stage_options(i).steps;
    return total;
}

namespace {

TrainOptions::Stage read_stage(const YAML::Node& node, const std::string& where, std::size_t index) {
    const std::string line = where + ":" + std::to_string(node.Mark().line + 1) + ": ";
    if (!node.IsMap()) throw Error(line + "a stage must be a mapping of options with a `name`");
    TrainOptions::Stage stage{"stage" + std::to_string(index + 1), {}};
    StageOptions checked;
    OptionSet schema;
    checked.bind(schema);
    YAML::Node overrides = YAML::Clone(node);
    if (node["name"]) {
        stage.name = node["name"].Scalar();
        overrides.remove("name");
    }
    schema.set_yaml(overrides, where);  // throws for unknown keys and values out of range
    const std::function<void(const YAML::Node&, const std::string&)> collect =
        [&](const YAML::Node& map, const std::string& prefix) {
            for (const auto& entry : map) {
                const std::string key = prefix + entry.first.Scalar();
                if (entry.second.IsMap())
                    collect(entry.second, key + ".");
                else
                    stage.overrides.emplace_back(key, entry.second.Scalar());
            }
        };
    collect(overrides, "");
    return stage;
}

/// "stages.NAME.key=value" changes one stage; anything else is a plain assignment.
void apply_assignment(TrainOptions& options, OptionSet& set, const std::string& assignment) {
    if (assignment.rfind("stages.", 0) != 0) return set.set_assignment(assignment);
    const auto dot = assignment.find('.', 7);
    const auto equals = assignment.find('=');
    if (dot == std::string::npos || equals == std::string::npos || dot > equals)
        throw Error("'" + assignment + "': write stages.NAME.key.path=value");
    const std::string name = assignment.substr(7, dot - 7);
    for (auto& stage : options.stages) {
        if (stage.name != name) continue;
        const std::string key = assignment.substr(dot + 1, equals - dot - 1);
        StageOptions checked;
        OptionSet schema;
        checked.bind(schema);
        schema.set(key, assignment.substr(equals + 1));
        stage.overrides.emplace_back(key, assignment.substr(equals + 1));
        return;
    }
    throw Error("'" + assignment + "': the recipe has no stage named " + name);
}

/// $GBS_DATA at the beginning of a path is the folder of the user's data sets; without it the path is empty, so that
/// no recipe names a folder of the machine that it was made on.
void find_data(std::string& path) {
    constexpr std::string_view variable = "$GBS_DATA/";
    if (path.rfind(variable, 0) != 0) return;
    const char* const folder = std::getenv("GBS_DATA");
    path =
        folder && *folder ? (std::filesystem::absolute(folder) / path.substr(variable.size())).string() : "";
}

void make_absolute(std::string& path, const std::filesystem::path& base) {
    if (!path.empty() && std::filesystem::path(path).is_relative())
        path = (base / path).lexically_normal().string();
}

/// Takes relative paths as relative to `base`. Those that are absolute already stay.
void make_paths_absolute(TrainOptions& options, const std::filesystem::path& base) {
    for (std::string* file :
         {&options.train_images, &options.train_captions, &options.validation_images,
          &options.validation_phrases, &options.initial_checkpoint, &options.distill_model,
          &options.image_weights, &options.cache_folder, &options.train_shards})
        make_absolute(*file, base);
}

/// A split is a file, or the name of a split in the captions file. A folder of that name is neither.
void make_split_absolute(TrainOptions& options, const std::filesystem::path& base) {
    if (is_plain_file(base / options.train_split)) make_absolute(options.train_split, base);
}

bool sets_split(const std::string& assignment) {
    return assignment.rfind("data.split=", 0) == 0;
}

}  // namespace

TrainOptions read_recipe(const std::filesystem::path& path, const std::vector<std::string>& assignments) {
    YAML::Node root = read_yaml(path, std::size_t{16} << 20);
    TrainOptions options;
    OptionSet set;
    options.bind(set);
    if (root.IsMap() && root["stages"]) {
        if (!root["stages"].IsSequence()) throw Error(path.string() + ": `stages` must be a list of stages");
        for (const auto& node : root["stages"])
            options.stages.push_back(read_stage(node, path.string(), options.stages.size()));
        root.remove("stages");
    }
    set.set_yaml(root, path.string());
    for (std::string* file : {&options.train_images, &options.train_captions, &options.train_split,
                              &options.validation_images, &options.validation_phrases, &options.cache_folder})
        find_data(*file);
    const auto base = std::filesystem::absolute(path).parent_path();
    make_paths_absolute(options, base);
    make_split_absolute(options, base);
    for (const auto& assignment : assignments) apply_assignment(options, set, assignment);
    // What is still relative comes from the command line, which means the current folder.
    const auto here = std::filesystem::current_path();
    make_paths_absolute(options, here);
    if (std::any_of(assignments.begin(), assignments.end(), sets_split)) make_split_absolute(options, here);
    return options;
}

std::string to_recipe(const TrainOptions& options) {
    TrainOptions copy = options;
    OptionSet set;
    copy.bind(set);
    std::string text = set.to_yaml();
    if (options.stages.empty()) return text;
    text += "stages:\n";
    for (const auto& stage : options.stages) {
        YAML::Emitter emitter;
        emitter << YAML::BeginMap << YAML::Key << "name" << YAML::Value << YAML::DoubleQuoted << stage.name;
        YAML::Node nested(YAML::NodeType::Map);  // an undefined node would share nothing with `at`
        for (const auto& [key, value] : stage.overrides) {
            YAML::Node at = nested;
            std::size_t from = 0;
            for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', from)) {
                at.reset(at[key.substr(from, dot - from)]);
                from = dot + 1;
            }
            at[key.substr(from)] = value;
        }
        for (const auto& entry : nested)
            emitter << YAML::Key << entry.first.Scalar() << YAML::Value << entry.second;
        emitter << YAML::EndMap;
        std::string block = emitter.c_str();
        std::string indented;
        bool first = true;
        for (std::size_t at = 0; at < block.size();) {
            const auto end = std::min(block.find('\n', at), block.size());
            indented += (first ? "  - " : "    ") + block.substr(at, end - at) + "\n";
            first = false;
            at = end + 1;
        }
        text += indented;
    }
    return text;
}

}  // namespace gbs::training
