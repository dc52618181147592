// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/recipe_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/data/captioned_images.h"
#include "core/data/webdataset.h"
#include "core/encoders/image_encoders.h"
#include "core/model/zero_shot.h"
#include "core/tensor/device.h"
#include "core/text/language_models.h"
#include "training/alpha/alpha_generators.h"
#include "training/alpha/alpha_mix.h"
#include "training/trainer/step_cost.h"

namespace fs = std::filesystem;

namespace gbs::training {
namespace {

class StageCheck {
 public:
    StageCheck(const StageOptions& stage, std::string name, std::vector<RecipeProblem>& problems)
        : stage_(stage), name_(std::move(name)), problems_(problems) {}

    void run() {
        check_losses();
        check_features();
        if (!stage_.learn_encoder && !stage_.learn_necks && !stage_.learn_projection && !stage_.learn_decoder)
            add("learn.decoder", "all learn.* are false: nothing would learn");
        if (stage_.recurrent_unblended > stage_.recurrent_share)
            add("recurrent.unblended", "recurrent.unblended is part of recurrent.share and cannot exceed it");
        check_alpha();
        check_beyond();
    }

 private:
    void add(const std::string& key, const std::string& text) {
        problems_.push_back({name_, key, "stage " + name_ + ": " + text});
    }
    void check_losses() {
        if (stage_.separates() && stage_.batch < 3)
            add("batch", "batch is " + std::to_string(stage_.batch) +
                             ", but a blend needs a partner and a third caption as T_neg: use 3 or more");
        if (stage_.separates() && alpha_mix(stage_.alpha).empty())
            add("alpha.perlin.share", "all alpha.*.share are 0: no blend can be made");
        if (!stage_.separates() && !stage_.aligns() && !stage_.distills())
            add("loss.sep", "all loss weights are 0: nothing would learn");
    }
    void check_features() {
        const bool blends_features = stage_.blend_space == BlendSpace::features;
        if (stage_.cache_features && stage_.learn_encoder)
            add("features.cache",
                "features.cache needs learn.encoder: false, since cached features never change");
        if (stage_.cache_features && stage_.separates() && !blends_features)
            add("features.blend",
                "features.cache reads no photos that could be blended: use features.blend: features");
        if (blends_features && stage_.learn_encoder)
            add("features.blend", "features.blend: features needs learn.encoder: false");
    }
    bool has_differentiable_share() const {
        return std::ranges::any_of(alpha_mix(stage_.alpha), [](const AlphaShare& share) {
            return alpha_generator(share.kind).differentiable != nullptr;
        });
    }
    void check_beyond() {
        if (stage_.recurrent_teacher && (stage_.ema <= 0 || stage_.recurrent_share <= 0))
            add("recurrent.teacher",
                "recurrent.teacher needs optimizer.ema above 0 and recurrent.share above 0");
        if (stage_.adversarial_share > 0 && !has_differentiable_share())
            add("alpha.adversarial.share",
                "alpha.adversarial changes Gaussian and Perlin maps: give one of them a share");
        if (stage_.adversarial_share > 0 && stage_.loss_sep <= 0)
            add("alpha.adversarial.share", "alpha.adversarial increases L_sep, but loss.sep is 0");
    }
    void check_alpha() {
        try {
            stage_.alpha.validate();
        } catch (const OptionError& error) {
            add(error.key(), error.what());
        }
    }

    const StageOptions& stage_;
    std::string name_;
    std::vector<RecipeProblem>& problems_;
};

/// The teacher's maps are of whole photos and their noun phrases.
void check_teacher(const TrainOptions& options, std::vector<RecipeProblem>& problems) {
    const bool given = !options.distill_model.empty();
    if (given && options.streams())
        problems.push_back(
            {"", "distill.model",
             "option distill.model needs a fixed set of photos, but data.shards streams them"});
    if (!given && options.distill_close_ups > 0)
        problems.push_back(
            {"", "distill.close_ups",
             "option distill.close_ups needs distill.model: they are parts of photos around what it finds"});
    bool used = false;
    for (std::size_t i = 0; i < options.stage_count(); ++i) {
        const StageOptions stage = options.stage_options(i);
        used = used || stage.recurrent_share > 0 || stage.distills();
        const auto add = [&](const std::string& key, const std::string& text) {
            problems.push_back({options.stage_name(i), key, "stage " + options.stage_name(i) + ": " + text});
        };
        if (stage.distills() && !given) add("loss.map", "loss.map needs distill.model, whose maps it learns");
        if (stage.distills() && stage.recurrent_share <= 0)
            add("loss.map", "loss.map needs recurrent.share above 0: those rows have phrases and maps");
        if (given && stage.recurrent_share > 0 && !stage.cache_features)
            add("features.cache",
                "distill.model needs features.cache: its maps are of photos without augmentation");
        if (given && stage.recurrent_teacher)
            add("recurrent.teacher", "recurrent.teacher and distill.model exclude each other");
    }
    if (given && !used)
        problems.push_back({"", "distill.model",
                            "option distill.model has no use: its maps are those of recurrent rows, and "
                            "recurrent.share is 0 in every stage"});
}

void require_exists(const std::string& key, const std::string& path, std::vector<RecipeProblem>& problems) {
    std::error_code unreachable;
    if (path.empty())
        problems.push_back({"", key,
                            "option " + key + " is empty: set it in the recipe or with --set " + key +
                                "=PATH; recipes that use $GBS_DATA need that variable"});
    else if (!fs::exists(path, unreachable))
        problems.push_back({"", key, "option " + key + ": " + path + " does not exist"});
}

/// A checkpoint holds the weights of its encoder.
void check_image_weights(const TrainOptions& options, std::vector<RecipeProblem>& problems) {
    if (!options.image_pretrained || !options.initial_checkpoint.empty()) return;
    if (!options.image_weights.empty())
        return require_exists("image_encoder.weights", options.image_weights, problems);
    try {
        image_encoder_weights(options.model.image_encoder);
    } catch (const Error& error) {
        problems.push_back({"", "model.image_encoder", error.what()});
    }
}

void check_shards(const TrainOptions& options, std::vector<RecipeProblem>& problems) {
    try {
        find_shards(options.train_shards);
    } catch (const std::exception& error) {
        problems.push_back({"", "data.shards", std::string("option data.shards: ") + error.what()});
    }
    if (!options.train_images.empty() || !options.train_captions.empty())
        problems.push_back(
            {"", "data.shards", "data.shards replaces data.images and data.captions: leave those empty"});
    for (std::size_t i = 0; i < options.stage_count(); ++i)
        if (options.stage_options(i).cache_features)
            problems.push_back({options.stage_name(i), "features.cache",
                                "features.cache needs a fixed set of photos, but data.shards streams them"});
}

void check_missing(const CaptionedImages& data, std::vector<RecipeProblem>& problems) {
    if (data.missing.empty()) return;
    problems.push_back({"", "data.images",
                        std::to_string(data.missing.size()) + " of " +
                            std::to_string(data.missing.size() + data.images.size()) +
                            " captioned photos are not in this folder and would be skipped, such as " +
                            data.missing.front(),
                        false});
}

void check_batches(const TrainOptions& options, std::size_t photos, std::vector<RecipeProblem>& problems) {
    for (std::size_t i = 0; i < options.stage_count(); ++i) {
        const int batch = options.stage_options(i).batch;
        if (static_cast<std::size_t>(batch) > photos)
            problems.push_back({options.stage_name(i), "batch",
                                "option batch: " + std::to_string(batch) + " pairs, but there are only " +
                                    std::to_string(photos) + " photos"});
    }
}

/// Bytes that can be allocated without swapping; empty if the system does not report it.
std::optional<double> available_bytes() {
    std::ifstream stream("/proc/meminfo");
    for (std::string name, rest; stream >> name && std::getline(stream, rest);)
        if (name == "MemAvailable:") return static_cast<double>(std::stoll(rest)) * 1024;
    return {};
}

/// The device and, for a CPU, the predicted memory. A GPU reports a lack of memory only when it runs out.
void check_device(const TrainOptions& options, const CaptionedImages& data, std::size_t photos,
                  std::vector<RecipeProblem>& problems) {
    try {
        if (choose_device(options.device).name != "cpu") return;
    } catch (const Error& error) {
        problems.push_back({"", "device", error.what()});
        return;
    }
    const auto available = available_bytes();
    if (!available) return;
    std::size_t captions = 0;
    for (std::size_t i = 0; i < photos; ++i)
        for (const std::string& caption : data.images[i].captions) captions += count_words(caption);
    const WordShape words = find_language_model(options.model.text_encoder).words;
    for (std::size_t i = 0; i < options.stage_count(); ++i) {
        const StepCost cost = step_cost(options.model, options.stage_options(i), words, photos);
        const double needed = resident_bytes(cost, options.model.text_encoder, words, captions);
        if (needed < *available) continue;
        problems.push_back(
            {options.stage_name(i), "batch",
             fmt::format(
                 "needs about {:.1f} GB of memory and {:.1f} GB are free: use a smaller batch or input_size",
                 needed / 1e9, *available / 1e9),
             false});
    }
}

/// Options, or groups of them, that data_problems does not look at.
constexpr std::string_view unrelated_to_data[] = {"seed",
                                                  "steps",
                                                  "validation.",
                                                  "checkpoint.",
                                                  "preview.",
                                                  "log.",
                                                  "data.workers",
                                                  "data.cache",
                                                  "loss.ramp",
                                                  "optimizer.learning_rate",
                                                  "optimizer.clip",
                                                  "optimizer.encoder_rate",
                                                  "optimizer.warmup",
                                                  "optimizer.weight_decay",
                                                  "optimizer.schedule",
                                                  "optimizer.decay_every"};

bool matters_to_data(const std::string& key) {
    return std::ranges::none_of(unrelated_to_data, [&](std::string_view name) {
        return name.ends_with('.') ? key.starts_with(name) : key == name;
    });
}

}  // namespace

std::vector<RecipeProblem> recipe_problems(const TrainOptions& options) {
    std::vector<RecipeProblem> problems;
    if (options.streams()) {
        check_shards(options, problems);
    } else {
        require_exists("data.images", options.train_images, problems);
        require_exists("data.captions", options.train_captions, problems);
    }
    if (!options.initial_checkpoint.empty())
        require_exists("initial_checkpoint", options.initial_checkpoint, problems);
    if (!options.distill_model.empty()) require_exists("distill.model", options.distill_model, problems);
    check_teacher(options, problems);
    check_image_weights(options, problems);
    if (!options.validation_phrases.empty()) {
        require_exists("validation.phrases", options.validation_phrases, problems);
        require_exists("validation.images", options.validation_images, problems);
    }
    for (std::size_t i = 0; i < options.stage_count(); ++i)
        StageCheck(options.stage_options(i), options.stage_name(i), problems).run();
    try {
        language_model_folder(options.model.text_encoder);
    } catch (const Error& error) {
        problems.push_back({"", "model.text_encoder", error.what()});
    }
    if (!has_decoder(options.model))
        problems.push_back(
            {"", "model.decoder_width",
             "option model.decoder_width is 0: a model without a decoder is zero-shot and does not "
             "learn; use 128 or more"});
    if (options.total_steps() == 0) problems.push_back({"", "steps", "option steps: the run has no steps"});
    return problems;
}

void check_recipe(const TrainOptions& options) {
    const auto problems = recipe_problems(options);
    if (!problems.empty()) throw OptionError(problems.front().key, problems.front().text);
}

std::vector<RecipeProblem> data_problems(const TrainOptions& options) {
    std::vector<RecipeProblem> problems;
    std::error_code unreachable;
    if (options.streams() || !fs::exists(options.train_images, unreachable) ||
        !fs::exists(options.train_captions, unreachable))
        return problems;
    try {
        const CaptionedImages data =
            read_captioned_images(options.train_images, options.train_captions, options.train_split);
        check_missing(data, problems);
        const std::size_t photos =
            options.train_limit > 0
                ? std::min(data.images.size(), static_cast<std::size_t>(options.train_limit))
                : data.images.size();
        check_batches(options, photos, problems);
        check_device(options, data, photos, problems);
    } catch (const SplitError& error) {
        problems.push_back({"", "data.split", error.what()});
    } catch (const Error& error) {
        problems.push_back({"", "data.captions", error.what()});
    }
    return problems;
}

std::string data_problems_key(const TrainOptions& options) {
    std::string key;
    const auto append = [&](auto part) {
        OptionSet set;
        part.bind(set);
        for (const OptionInfo& info : set.infos())
            if (matters_to_data(info.key)) key += info.key + "=" + set.get(info.key) + "\n";
    };
    append(options);
    for (std::size_t i = 0; i < options.stage_count(); ++i) append(options.stage_options(i));
    return key;
}

}  // namespace gbs::training
