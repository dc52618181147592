# SPDX-License-Identifier: GPL-3.0-or-later
"""The image tower of CLIP from transformers, OpenCLIP or OpenAI's state dict, under the names of the program (timm's), and
the text tower of transformers, under its own.

Used by image_encoders.py, which leaves out the text tower and the temperature, and by convert_weights.py --clip.
"""
import json
import re

from language_models import check_numbers, copy_small, find_one, load_bert_state
from weight_files import ConversionError, save_verified

LAYER = {"layer_norm1": "norm1", "layer_norm2": "norm2", "mlp.fc1": "mlp.fc1", "mlp.fc2": "mlp.fc2", "self_attn.out_proj": "attn.proj",
         "ln_1": "norm1", "ln_2": "norm2", "mlp.c_fc": "mlp.fc1", "mlp.c_proj": "mlp.fc2", "attn.out_proj": "attn.proj"}
OUTER = {"vision_model.pre_layrnorm": "norm_pre", "vision_model.post_layernorm": "norm",
         "vision_model.embeddings.patch_embedding": "patch_embed.proj", "visual_projection": "head",
         "visual.ln_pre": "norm_pre", "visual.ln_post": "norm", "visual.conv1": "patch_embed.proj"}


def is_clip(state):
    return "vision_model.pre_layrnorm.weight" in state or "visual.ln_pre.weight" in state


def clip_image_tensors(state):
    import torch

    tensors, parts = {}, {}
    for name, tensor in state.items():
        layer = re.fullmatch(r"(?:vision_model\.encoder\.layers|visual\.transformer\.resblocks)\.(\d+)\.(.+)", name)
        module, _, kind = name.rpartition(".")
        if layer:
            block, inner = f"blocks.{layer[1]}.", layer[2]
            inner_module, _, inner_kind = inner.rpartition(".")
            if re.fullmatch(r"self_attn\.[qkv]_proj", inner_module):
                parts.setdefault(block + "attn.qkv." + inner_kind, {})[inner_module[-6]] = tensor
            elif inner.startswith("attn.in_proj_"):
                tensors[block + "attn.qkv." + inner.removeprefix("attn.in_proj_")] = tensor
            elif inner_module in LAYER:
                tensors[block + LAYER[inner_module] + "." + inner_kind] = tensor
        elif module in OUTER:
            tensors[OUTER[module] + "." + kind] = tensor
        elif name in ("vision_model.embeddings.class_embedding", "visual.class_embedding"):
            tensors["cls_token"] = tensor.reshape(1, 1, -1)
        elif name in ("vision_model.embeddings.position_embedding.weight", "visual.positional_embedding"):
            tensors["pos_embed"] = tensor.unsqueeze(0)
        elif name == "visual.proj":
            tensors["head.weight"] = tensor.t()
    for name, three in parts.items():
        tensors[name] = torch.cat([three[part] for part in "qkv"])
    return tensors


# Sides of the photos, in pixels. The tower learned at 224; more cells point better, at the cost of their area.
ZERO_SHOT_SIZES = {32: 448, 16: 336}


def save_zero_shot(image, size, joint, target):
    """A model without training: the image tower with the value path of its last attention, and texts as they are."""
    import torch

    options = {"image_encoder": f"clip-vit-b{size}", "text_encoder": f"clip-text-b{size}", "levels": 1, "neck_width": 0,
               "input_size": ZERO_SHOT_SIZES[size], "decoder_width": 0, "i2t_levels": "max", "blur": 1}
    tensors = {f"encoder.{name}": tensor.half() for name, tensor in image.items()}
    tensors["projection.0.weight"] = torch.eye(joint, dtype=torch.half)
    tensors["projection.0.bias"] = torch.zeros(joint, dtype=torch.half)
    tensors["log_temperature"] = torch.tensor(100.0).log().half()
    model = json.dumps({f"model.{key}": str(value) for key, value in options.items()})
    save_verified(tensors, {"gbs.format": "1", "gbs.model": model, "data": "CLIP's own, no training here"}, target)


def convert_clip(source, folder):
    """Both towers of a folder from Hugging Face: an image encoder, a language model in a folder of its own, and both as a
    model that needs no training."""
    find_one(source, ["config.json"], "the configuration")
    for name in ("vocab.json", "merges.txt"):
        find_one(source, [name], "the vocabulary")
    state = load_bert_state(source)
    image = {name: tensor.float().contiguous() for name, tensor in clip_image_tensors(state).items()}
    text = {name: tensor.contiguous() for name, tensor in state.items()
            if name.startswith(("text_model.", "text_projection.")) and not name.endswith("position_ids")}
    patches = image.get("patch_embed.proj.weight")
    if patches is None or not text:
        raise ConversionError(f"{source}: not a CLIP with both towers")
    size = patches.shape[-1]
    if size not in ZERO_SHOT_SIZES:
        raise ConversionError(f"{source}: patches of {size} pixels; ViT-B/32 and ViT-B/16 are supported")
    check_numbers({**image, **text}, source)
    target = folder / f"clip-text-b{size}"
    target.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "vocab.json", "merges.txt"):
        copy_small(source / name, target / name)
    # The tensors last: once they exist, the folder is complete.
    save_verified(text, {"source": source.name, "format": "pt"}, target / "model.safetensors")
    encoder = f"clip-vit-b{size}"
    save_verified(image, {"source": source.name, "encoder": encoder, "format": "pt"}, folder / f"{encoder}.safetensors")
    save_zero_shot(image, size, text["text_projection.weight"].shape[0], folder / f"clip-b{size}-zero-shot.safetensors")
