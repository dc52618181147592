// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/image/heatmap.h"
#include "core/image/image.h"

namespace gbs {

/// Information for the user about a loaded model.
struct ModelInfo {
    std::filesystem::path path;
    std::string name;                             ///< file name without extension
    std::string image_encoder;                    ///< "efficientnet-lite0"
    std::string text_encoder;                     ///< "minilm-l6-v2"
    int input_size = 0;                           ///< photos are resized to a square of this side
    std::string device;                           ///< "cpu", "cuda:0"
    std::string device_reason;                    ///< why that device was chosen
    std::map<std::string, std::string> metadata;  ///< of the checkpoint: training data, steps, accuracy
};

/// An encoded image that can be queried with any number of phrases, by one thread at a time.
class GroundingSession {
 public:
    virtual ~GroundingSession() = default;
    virtual int width() const = 0;                   ///< of the photo
    virtual int height() const = 0;                  ///< of the photo
    virtual double encode_milliseconds() const = 0;  ///< 0 when the encoding came from the cache
    /// The three maps of each phrase. Results do not depend on the batch, up to 1e-5. Throws Error for an
    /// empty phrase, Cancelled if `stop` is requested.
    virtual std::vector<Grounding> ground(std::span<const std::string> phrases,
                                          std::stop_token stop = {}) = 0;
    Grounding ground(const std::string& phrase, std::stop_token stop = {});
};

/// A model ready to ground phrases, with bounded caches of encoded images and texts.
class Grounder {
 public:
    virtual ~Grounder() = default;
    virtual const ModelInfo& info() const = 0;
    /// Whether several threads may open images, and use their sessions, at the same time.
    virtual bool concurrent() const { return false; }
    /// Encodes `image`, or finds it in the cache under `key`, such as path and modification time. An empty
    /// key disables the cache.
    virtual std::unique_ptr<GroundingSession> open(const Image& image, const std::string& key = {},
                                                   std::stop_token stop = {}) = 0;
    /// Runs a tiny grounding, since the first one is slow.
    virtual void warm_up() = 0;
};

/// Loads member `number` of a checkpoint, 0 for a single model (see checkpoint.h), on a device ("auto", "cpu",
/// "cuda:0"). Throws Error. `cache_bytes` bounds the cache of encoded images; the cache of texts gets a tenth of it.
/// Most callers want load_grounder (the unit load_grounder).
std::shared_ptr<Grounder> load_member_grounder(const std::filesystem::path& checkpoint, std::size_t number,
                                               const std::string& device, std::size_t cache_bytes);

}  // namespace gbs
