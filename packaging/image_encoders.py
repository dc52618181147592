# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts image encoder weights from torchvision, timm, DINOv2, CLIP and SigLIP to the format that the program reads.

Called by convert_weights.py --image. Knows no encoder by name: the program checks every name and shape when it loads
the file. This script checks that the input is a table of finite tensors, and drops the parts no encoder uses.
"""
from clip_weights import clip_image_tensors, is_clip
from weight_files import ConversionError, save_verified

# Prefixes of classifiers and of DINOv2's mask token.
UNUSED = ("_fc.", "classifier.", "fc.", "head.", "last_linear.", "mask_token", "pre_logits.")


def load_state(source):
    import torch

    if source.suffix == ".safetensors":
        from safetensors.torch import load_file

        return load_file(source)
    state = torch.load(source, map_location="cpu", weights_only=True)
    for wrapper in ("state_dict", "model"):  # training scripts store the weights next to other things
        if isinstance(state, dict) and isinstance(state.get(wrapper), dict):
            state = state[wrapper]
    if not isinstance(state, dict) or not all(isinstance(v, torch.Tensor) for v in state.values()):
        raise ConversionError(f"{source}: not a state dict (a table of tensors by name)")
    return state


def convert_image(name, source, folder):
    import torch

    state = {k.removeprefix("module."): v for k, v in load_state(source).items()}
    if is_clip(state):
        used = clip_image_tensors(state)
    else:
        used = {k: v for k, v in state.items() if not k.endswith("num_batches_tracked") and not k.startswith(UNUSED)}
    tensors = {k: v.float().clone().contiguous() for k, v in used.items()}
    if not tensors:
        raise ConversionError(f"{source}: no weights of an image encoder")
    bad = [k for k, v in tensors.items() if not torch.isfinite(v).all()]
    if bad:
        raise ConversionError(f"{source}: values that are not finite in {', '.join(bad)}")
    save_verified(tensors, {"source": source.name, "encoder": name, "format": "pt"}, folder / f"{name}.safetensors")
