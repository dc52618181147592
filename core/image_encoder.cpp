#include "core/image_encoder.h"

#include "core/efficientnet_lite.h"
#include "core/error.h"
#include "core/paths.h"
#include "core/safetensors.h"
#include "core/tensors.h"

namespace gbs {
namespace {

/// Not load_module: the file also holds the classifier, which an encoder has no use for.
void copy_weights(torch::nn::Module& encoder, const SafetensorsFile& file) {
    const torch::NoGradGuard no_grad;
    auto tensors = encoder.named_parameters();
    for (const auto& buffer : encoder.named_buffers()) tensors.insert(buffer.key(), buffer.value());
    for (auto& item : tensors) {
        if (item.key().ends_with("num_batches_tracked")) continue;
        const auto weights = to_tensor(file.at(item.key()));
        if (weights.sizes() != item.value().sizes())
            throw Error(file.path().string() + ": " + item.key() + " has another shape than the encoder's");
        if (!weights.isfinite().all().item<bool>())
            throw Error(file.path().string() + ": " + item.key() + " holds numbers that are not finite");
        item.value().copy_(weights);
    }
}

}  // namespace

std::shared_ptr<ImageEncoder> make_image_encoder(const std::string& name, int levels) {
    if (levels < 1 || levels > 3)
        throw Error("an image encoder has 1 to 3 levels, not " + std::to_string(levels) +
                    " (key model.levels)");
    if (name == "efficientnet-lite0") return std::make_shared<EfficientNetLite>(name, 1.0, 1.0, levels);
    if (name == "efficientnet-lite2") return std::make_shared<EfficientNetLite>(name, 1.1, 1.2, levels);
    throw Error("there is no image encoder \"" + name +
                "\"; known are efficientnet-lite0, efficientnet-lite2");
}

std::shared_ptr<ImageEncoder> load_image_encoder(const std::string& name, int levels) {
    auto encoder = make_image_encoder(name, levels);
    copy_weights(*encoder, SafetensorsFile(pretrained_weights(name + ".safetensors")));
    return encoder;
}

}  // namespace gbs
