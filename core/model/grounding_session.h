// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

/// What a person may want to know of a loaded model.
struct ModelInfo {
    std::filesystem::path path;
    std::string name;                             ///< file name without extension
    std::string image_encoder;                    ///< "efficientnet-lite0"
    std::string text_encoder;                     ///< "minilm-l6-v2"
    int input_size = 0;                           ///< side of the square that photos are resized to
    std::string device;                           ///< "cpu", "cuda:0"
    std::string device_reason;                    ///< why that device
    std::map<std::string, std::string> metadata;  ///< of the checkpoint: training data, steps, accuracy
};

/// One image, encoded once; any number of phrases. Safe to use from one thread at a time.
class GroundingSession {
 public:
    virtual ~GroundingSession() = default;
    virtual int width() const = 0;                   ///< of the photo
    virtual int height() const = 0;                  ///< of the photo
    virtual double encode_milliseconds() const = 0;  ///< 0 when the encoding came from the cache
    /// The three maps of each phrase. One at a time or in a batch gives the same numbers to 1e-5.
    /// Throws Error for an empty phrase, Cancelled when `stop` was asked for.
    virtual std::vector<Grounding> ground(std::span<const std::string> phrases,
                                          std::stop_token stop = {}) = 0;
    Grounding ground(const std::string& phrase, std::stop_token stop = {});
};

/// A model ready to ground phrases, with bounded caches of encoded images and texts.
class Grounder {
 public:
    virtual ~Grounder() = default;
    virtual const ModelInfo& info() const = 0;
    /// Encodes `image`, or finds it in the cache under `key` (path and modification time, say; empty: not
    /// cached).
    virtual std::unique_ptr<GroundingSession> open(const Image& image, const std::string& key = {},
                                                   std::stop_token stop = {}) = 0;
    /// Runs one tiny grounding: the first is slow, so a worker does this before a person waits.
    virtual void warm_up() = 0;
};

/// Loads a checkpoint (see checkpoint.h) on a device ("auto", "cpu", "cuda:0"). Throws Error.
/// `cache_bytes` bounds the encoded images kept; texts get a tenth of it.
std::shared_ptr<Grounder> load_grounder(const std::filesystem::path& checkpoint,
                                        const std::string& device = "auto",
                                        std::size_t cache_bytes = std::size_t{512} << 20);

}  // namespace gbs
