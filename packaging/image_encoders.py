# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a file of an image encoder's weights, as torchvision, timm and DINOv2 give them out, into what the program reads.

Called by convert_weights.py --image. The program itself checks every name and shape when it loads the result; here it is
checked that the file is a plain table of finite numbers that looks like the named encoder at all. Classifiers are dropped.
"""
from weight_files import ConversionError, save_verified

# name: a tensor that only this kind of encoder has, its shape, and how the names of what is dropped begin
ENCODERS = {
    "efficientnet-lite0": ("_blocks.15._project_conv.weight", (320, 1152, 1, 1), ("_fc.",)),
    "efficientnet-lite1": ("_blocks.19._project_conv.weight", (320, 1152, 1, 1), ("_fc.",)),
    "efficientnet-lite2": ("_blocks.19._project_conv.weight", (352, 1248, 1, 1), ("_fc.",)),
    "vgg16": ("features.28.weight", (512, 512, 3, 3), ("classifier.", "pre_logits.", "head.")),
    "resnet50": ("layer4.2.conv3.weight", (2048, 512, 1, 1), ("fc.",)),
    "pnasnet-5-large": ("cell_11.conv_1x1.conv.weight", (864, 4320, 1, 1), ("last_linear.",)),
    "vit-s16": ("patch_embed.proj.weight", (384, 3, 16, 16), ("head.",)),
    "vit-b16": ("patch_embed.proj.weight", (768, 3, 16, 16), ("head.",)),
    "dinov2-s14": ("patch_embed.proj.weight", (384, 3, 14, 14), ("mask_token", "head.")),
    "dinov2-b14": ("patch_embed.proj.weight", (768, 3, 14, 14), ("mask_token", "head.")),
}


def load_state(source):
    import torch

    if source.suffix == ".safetensors":
        from safetensors.torch import load_file

        return load_file(source)
    state = torch.load(source, map_location="cpu", weights_only=True)
    for wrapper in ("state_dict", "model"):  # training scripts keep the weights beside other things
        if isinstance(state, dict) and isinstance(state.get(wrapper), dict):
            state = state[wrapper]
    if not isinstance(state, dict) or not all(isinstance(v, torch.Tensor) for v in state.values()):
        raise ConversionError(f"{source}: not a state dict, a table of tensors by name")
    return state


def convert_image(name, source, folder):
    import torch

    if name not in ENCODERS:
        raise ConversionError(f"there is no image encoder {name}; known are {', '.join(ENCODERS)}")
    known, shape, dropped = ENCODERS[name]
    state = {k.removeprefix("module."): v for k, v in load_state(source).items()}
    tensors = {k: v.float().clone().contiguous() for k, v in state.items()
               if not k.endswith("num_batches_tracked") and not k.startswith(dropped)}
    found = tuple(tensors[known].shape) if known in tensors else None
    if found != shape:
        raise ConversionError(f"{source}: not the weights of {name}: {known} " +
                              (f"has shape {found}, {shape} is needed" if found else "is missing"))
    bad = [k for k, v in tensors.items() if not torch.isfinite(v).all()]
    if bad:
        raise ConversionError(f"{source}: numbers that are not finite in {', '.join(bad)}")
    save_verified(tensors, {"source": source.name, "encoder": name, "format": "pt"}, folder / f"{name}.safetensors")
