// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/grounding_session.h"

#include <chrono>
#include <future>
#include <mutex>

#include "core/base/error.h"
#include "core/base/lru_cache.h"
#include "core/base/trace.h"
#include "core/model/checkpoint.h"
#include "core/model/inference.h"
#include "core/model/strength.h"
#include "core/tensor/device.h"
#include "core/tensor/tensors.h"
#include "core/tensor/torch.h"
#include "core/text/language_models.h"
#include "core/text/text_encoder.h"

namespace gbs {
namespace {

using Texts = std::vector<torch::Tensor>;  // W^1..W^n of a phrase, [1, C_i]

std::size_t count_bytes(const std::vector<torch::Tensor>& tensors) {
    std::size_t bytes = 0;
    for (const auto& tensor : tensors) bytes += tensor.nbytes();
    return bytes;
}

/// What the phrases on a photo share.
struct EncodedPhoto {
    PhotoFeatures maps;
    StrengthPhoto strength;  ///< empty if the model has no strength

    std::size_t bytes() const {
        return maps.bytes() + count_bytes(strength.cells) + count_bytes(strength.means);
    }
};

/// Phrases per batch: enough to fill two cores, few enough to cancel quickly.
constexpr std::size_t phrase_batch = 16;

double milliseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

class LoadedGrounder final : public Grounder, public std::enable_shared_from_this<LoadedGrounder> {
 public:
    /// Member `number` of the checkpoint, or its only model.
    LoadedGrounder(const std::filesystem::path& path, std::size_t number, const std::string& device_name,
                   std::size_t cache_bytes)
        : images_(cache_bytes), texts_(cache_bytes / 10) {
        const DeviceInfo device = choose_device(device_name);
        device_ = torch::Device(device.name);
        const ModelOptions options = read_member_options(path, number);
        const WordShape words = find_language_model(options.text_encoder).words;
        // The language model takes as long as the rest: side by side.
        auto text_encoder = std::async(std::launch::async, [name = options.text_encoder] {
            name_traced_thread("language model");
            const TraceSpan span("load language model");
            return load_text_encoder(name);
        });
        LoadedCheckpoint loaded = load_member(path, number, words);
        model_ = loaded.model;
        strength_ = loaded.strength;
        if (strength_) strength_->to(device_, torch::kFloat);
        model_->to(device_, torch::kFloat);
        model_->eval();
        inference_ = std::make_unique<MapInference>(model_);
        text_encoder_ = text_encoder.get();
        if (text_encoder_->shape().total() != words.total())
            throw Error("the language model " + options.text_encoder +
                        " has another width than it should: convert it again");
        text_encoder_->to(device_);
        info_ = {.path = path,
                 .name = path.stem().string(),
                 .image_encoder = options.image_encoder,
                 .text_encoder = options.text_encoder,
                 .input_size = options.input_size,
                 .device = device.name,
                 .device_reason = device.reason,
                 .metadata = loaded.metadata};
    }

    const ModelInfo& info() const override { return info_; }
    bool concurrent() const override { return device_.is_cpu(); }
    std::unique_ptr<GroundingSession> open(const Image& image, const std::string& key,
                                           std::stop_token stop) override;
    void warm_up() override {
        const std::string phrase = "a photo";
        open(Image{64, 64, std::vector<std::uint8_t>(64 * 64 * 3, 127)}, {}, {})
            ->ground(std::span(&phrase, 1));
    }

    std::vector<Grounding> ground(const EncodedPhoto& features, std::span<const std::string> phrases,
                                  std::stop_token stop) {
        const torch::NoGradGuard no_grad;
        std::vector<Grounding> results;
        for (std::size_t first = 0; first < phrases.size(); first += phrase_batch) {
            if (stop.stop_requested()) throw Cancelled();
            const auto batch = phrases.subspan(first, std::min(phrase_batch, phrases.size() - first));
            ground_batch(features, batch, results);
        }
        return results;
    }

 private:
    /// One thread after the other computes on a GPU, whose memory has room for one.
    std::unique_lock<std::mutex> wait_for_turn() {
        return concurrent() ? std::unique_lock<std::mutex>() : std::unique_lock(turn_);
    }

    EncodedPhoto encode(const Image& image) {
        const torch::NoGradGuard no_grad;
        const auto turn = wait_for_turn();
        const TraceSpan span("encode photo");
        const torch::Tensor photo = image_tensor(image, model_->options().input_size).to(device_);
        EncodedPhoto encoded{inference_->prepare(encode_views(model_, photo_views(model_->options(), photo))),
                             {}};
        if (strength_) encoded.strength = prepare_strength(encoded.maps.e);
        return encoded;
    }

    /// W^1..W^n of all phrases, [B, C_i], from the cache if possible.
    Texts project(std::span<const std::string> phrases) {
        std::vector<Texts> rows;
        for (const std::string& phrase : phrases) {
            std::optional<Texts> known = find(texts_, phrase);
            if (!known) {
                const TraceSpan span("encode text");
                const WordEmbeddings embedded = text_encoder_->encode(std::span(&phrase, 1));
                known = model_->project(embedded.words, embedded.mask);
                insert(texts_, phrase, *known, count_bytes(*known));
            }
            rows.push_back(*known);
        }
        Texts joined;
        for (std::size_t level = 0; level < model_->channels().size(); ++level) {
            std::vector<torch::Tensor> parts;
            for (const Texts& row : rows) parts.push_back(row[level]);
            joined.push_back(torch::cat(parts));
        }
        return joined;
    }

    void ground_batch(const EncodedPhoto& features, std::span<const std::string> phrases,
                      std::vector<Grounding>& results) {
        const auto start = std::chrono::steady_clock::now();
        const auto turn = wait_for_turn();
        const TraceSpan span("ground");
        const Texts texts = project(phrases);
        const PhraseMaps maps = inference_->maps(features.maps, texts);
        std::vector<Grounding> groundings = to_groundings(maps, phrases);
        set_strengths(groundings, strength_, features.strength, texts, maps.cosines);
        const double each = milliseconds_since(start) / static_cast<double>(phrases.size());
        for (Grounding& grounding : groundings) {
            grounding.milliseconds = each;
            results.push_back(std::move(grounding));
        }
    }

    template <typename Value>
    std::optional<Value> find(LruCache<Value>& cache, const std::string& key) {
        const std::lock_guard lock(mutex_);
        return cache.find(key);
    }
    template <typename Value>
    void insert(LruCache<Value>& cache, const std::string& key, const Value& value, std::size_t bytes) {
        const std::lock_guard lock(mutex_);
        cache.insert(key, value, bytes + key.size());
    }

    std::mutex turn_, mutex_;  // of the computation, and of the caches
    torch::Device device_{torch::kCPU};
    std::unique_ptr<TextEncoder> text_encoder_;
    GroundingModel model_{nullptr};
    Strength strength_{nullptr};
    std::unique_ptr<MapInference> inference_;
    ModelInfo info_;
    LruCache<EncodedPhoto> images_;
    LruCache<Texts> texts_;

    friend class LoadedSession;
};

class LoadedSession final : public GroundingSession {
 public:
    LoadedSession(std::shared_ptr<LoadedGrounder> grounder, int width, int height, EncodedPhoto features,
                  double encode_ms)
        : grounder_(std::move(grounder)),
          width_(width),
          height_(height),
          features_(std::move(features)),
          encode_ms_(encode_ms) {}
    int width() const override { return width_; }
    int height() const override { return height_; }
    double encode_milliseconds() const override { return encode_ms_; }
    std::vector<Grounding> ground(std::span<const std::string> phrases, std::stop_token stop) override {
        return grounder_->ground(features_, phrases, stop);
    }

 private:
    std::shared_ptr<LoadedGrounder> grounder_;
    int width_, height_;
    EncodedPhoto features_;
    double encode_ms_;
};

std::unique_ptr<GroundingSession> LoadedGrounder::open(const Image& image, const std::string& key,
                                                       std::stop_token stop) {
    const auto start = std::chrono::steady_clock::now();
    if (!key.empty())
        if (const auto known = find(images_, key))
            return std::make_unique<LoadedSession>(shared_from_this(), image.width, image.height, *known,
                                                   0.0);
    if (stop.stop_requested()) throw Cancelled();
    EncodedPhoto features = encode(image);
    const double encode_ms = milliseconds_since(start);
    if (!key.empty()) insert(images_, key, features, features.bytes());
    return std::make_unique<LoadedSession>(shared_from_this(), image.width, image.height, std::move(features),
                                           encode_ms);
}

}  // namespace

Grounding GroundingSession::ground(const std::string& phrase, std::stop_token stop) {
    return ground(std::span(&phrase, 1), stop).front();
}

std::shared_ptr<Grounder> load_member_grounder(const std::filesystem::path& checkpoint, std::size_t number,
                                               const std::string& device, std::size_t cache_bytes) {
    return std::make_shared<LoadedGrounder>(checkpoint, number, device, cache_bytes);
}

}  // namespace gbs
