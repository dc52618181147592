// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/image_encoder.h"

#include "core/base/error.h"
#include "core/encoders/efficientnet_lite.h"
#include "core/encoders/image_encoders.h"
#include "core/encoders/pnasnet.h"
#include "core/encoders/resnet.h"
#include "core/encoders/vgg.h"
#include "core/encoders/vision_transformer.h"
#include "core/tensor/safetensors.h"
#include "core/tensor/tensors.h"

namespace gbs {
namespace {

VitOptions vit(const std::string& name, int width) {
    return {name, 16, 14, width, false, centred_mean, centred_std};
}

VitOptions dinov2(const std::string& name, int width) {
    return {name, 14, 37, width, true, imagenet_mean, imagenet_std};
}

constexpr int small_width = 384, base_width = 768;

}  // namespace

std::shared_ptr<ImageEncoder> make_image_encoder(const std::string& name, int levels) {
    if (levels < 1 || levels > 3)
        throw Error("an image encoder has 1 to 3 levels, not " + std::to_string(levels) +
                    " (key model.levels)");
    known_image_encoder(name);
    if (name == "efficientnet-lite0") return std::make_shared<EfficientNetLite>(name, 1.0, 1.0, levels);
    if (name == "efficientnet-lite1") return std::make_shared<EfficientNetLite>(name, 1.0, 1.1, levels);
    if (name == "efficientnet-lite2") return std::make_shared<EfficientNetLite>(name, 1.1, 1.2, levels);
    if (name == "vgg16") return std::make_shared<Vgg16>(levels);
    if (name == "resnet50") return std::make_shared<ResNet50>(levels);
    if (name == "pnasnet-5-large") return std::make_shared<PnasNet5Large>(levels);
    if (name == "vit-s16") return std::make_shared<VisionTransformer>(vit(name, small_width), levels);
    if (name == "vit-b16") return std::make_shared<VisionTransformer>(vit(name, base_width), levels);
    if (name == "dinov2-s14") return std::make_shared<VisionTransformer>(dinov2(name, small_width), levels);
    if (name == "dinov2-b14") return std::make_shared<VisionTransformer>(dinov2(name, base_width), levels);
    throw std::logic_error(name + " is listed as an image encoder, but cannot be made");
}

void load_image_weights(ImageEncoder& encoder, const std::filesystem::path& weights) {
    const std::string name = encoder.name();
    const auto path = weights.empty() ? image_encoder_weights(name) : weights;
    try {
        load_module(encoder, SafetensorsFile(path), "", known_image_encoder(name).ignored);
    } catch (const Error& error) {
        throw Error("these are not the weights of the image encoder " + name + ": " + error.what());
    }
}

std::shared_ptr<ImageEncoder> load_image_encoder(const std::string& name, int levels) {
    auto encoder = make_image_encoder(name, levels);
    load_image_weights(*encoder);
    return encoder;
}

}  // namespace gbs
