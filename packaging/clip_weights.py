# SPDX-License-Identifier: GPL-3.0-or-later
"""The image towers of CLIP and SigLIP from transformers, OpenCLIP or OpenAI's state dict, under the names of the program
(timm's; OpenAI's for the ResNet), and the text towers under those of transformers.

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
         "visual.ln_pre": "norm_pre", "visual.ln_post": "norm", "visual.conv1": "patch_embed.proj",
         "vision_model.head.attention.out_proj": "attn_pool.proj", "vision_model.head.layernorm": "attn_pool.norm",
         "vision_model.head.mlp.fc1": "attn_pool.mlp.fc1", "vision_model.head.mlp.fc2": "attn_pool.mlp.fc2"}


def is_clip(state):
    return any(name.startswith(("vision_model.", "visual.")) for name in state)


def clip_image_tensors(state):
    import torch

    # Without renaming: the ResNet, and SigLIP by OpenCLIP, which takes it from timm.
    for kept, prefix in (("visual.attnpool.c_proj.weight", "visual."), ("visual.trunk.pos_embed", "visual.trunk.")):
        if kept in state:
            return {name.removeprefix(prefix): tensor for name, tensor in state.items()
                    if name.startswith(prefix) and not name.endswith("num_batches_tracked")}
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
        elif name.startswith("vision_model.head.attention.in_proj_"):
            tensors["attn_pool.kv." + kind.removeprefix("in_proj_")] = tensor[tensor.shape[0] // 3:]
        elif name == "visual.proj":
            tensors["head.weight"] = tensor.t()
    for name, three in parts.items():
        tensors[name] = torch.cat([three[part] for part in "qkv"])
    return tensors


# What the towers of a model are called here, and the side of the photos in pixels: they learned at 224; more cells point better,
# at the cost of their area.
KINDS = {("clip", 32): ("clip-vit-b32", "clip-text-b32", 448), ("clip", 16): ("clip-vit-b16", "clip-text-b16", 336),
         ("clip", None): ("clip-rn50", "clip-text-rn50", 448), ("siglip", 16): ("siglip-b16", "siglip-text-b16", 336)}
TEXT_OUTER = {"token_embedding.weight": "text_model.embeddings.token_embedding.weight",
              "positional_embedding": "text_model.embeddings.position_embedding.weight",
              "ln_final.weight": "text_model.final_layer_norm.weight", "ln_final.bias": "text_model.final_layer_norm.bias"}
TEXT_LAYER = {"ln_1": "layer_norm1", "ln_2": "layer_norm2", "mlp.c_fc": "mlp.fc1", "mlp.c_proj": "mlp.fc2",
              "attn.out_proj": "self_attn.out_proj"}


def text_tensors(state):
    """The text tower under the names of transformers."""
    if "token_embedding.weight" not in state:
        return {name: tensor for name, tensor in state.items()
                if name.startswith(("text_model.", "text_projection.")) and not name.endswith("position_ids")}
    tensors = {}
    for name, tensor in state.items():
        layer = re.fullmatch(r"transformer\.resblocks\.(\d+)\.(.+)", name)
        if name in TEXT_OUTER:
            tensors[TEXT_OUTER[name]] = tensor
        elif name == "text_projection":
            tensors["text_projection.weight"] = tensor.t()
        elif layer:
            module, _, kind = layer[2].rpartition(".")
            target = f"text_model.encoder.layers.{layer[1]}."
            if layer[2].startswith("attn.in_proj_"):
                for part, third in zip("qkv", tensor.chunk(3)):
                    tensors[f"{target}self_attn.{part}_proj.{layer[2].removeprefix('attn.in_proj_')}"] = third
            elif module in TEXT_LAYER:
                tensors[target + TEXT_LAYER[module] + "." + kind] = tensor
    return tensors


def text_config(source):
    """config.json of transformers, from that file or from OpenCLIP's."""
    if (source / "config.json").exists():
        return json.loads((source / "config.json").read_text(encoding="utf-8"))
    found = find_one(source, ["open_clip_config.json"], "the configuration (config.json)")
    model = json.loads(found.read_text(encoding="utf-8")).get("model_cfg", {})
    text = model.get("text_cfg", {})
    if not model.get("quick_gelu"):
        raise ConversionError(f"{found}: a CLIP without \"quick_gelu\", which is not supported")
    width = text["width"]
    return {"model_type": "clip", "projection_dim": model["embed_dim"],
            "text_config": {"vocab_size": text["vocab_size"], "max_position_embeddings": text["context_length"],
                            "hidden_size": width, "intermediate_size": 4 * width, "num_hidden_layers": text["layers"],
                            "num_attention_heads": text["heads"]}}


def load_clip_state(source):
    import torch
    from safetensors.torch import load_file

    if (source / "open_clip_model.safetensors").exists():
        return load_file(source / "open_clip_model.safetensors")
    if (source / "open_clip_pytorch_model.bin").exists():
        return torch.load(source / "open_clip_pytorch_model.bin", map_location="cpu", weights_only=True)
    return load_bert_state(source)


def save_zero_shot(image, kind, joint, target):
    """A model without training: the image tower with the value path of its last attention, and texts as they are."""
    import torch

    encoder, text, side = kind
    options = {"image_encoder": encoder, "text_encoder": text, "levels": 1, "neck_width": 0, "input_size": side,
               "decoder_width": 0, "i2t_levels": "max", "blur": 1}
    # The parts of the last attention that ask: the program does not use them.
    unused = ("attn_pool.latent", "attn_pool.q.", "attnpool.q_proj.", "attnpool.k_proj.", "attnpool.positional_embedding")
    tensors = {f"encoder.{name}": tensor.half() for name, tensor in image.items() if not name.startswith(unused)}
    tensors["projection.0.weight"] = torch.eye(joint, dtype=torch.half)
    tensors["projection.0.bias"] = torch.zeros(joint, dtype=torch.half)
    tensors["log_temperature"] = torch.tensor(100.0).log().half()
    model = json.dumps({f"model.{key}": str(value) for key, value in options.items()})
    save_verified(tensors, {"gbs.format": "1", "gbs.model": model, "data": "its own, no training here"}, target)


def convert_clip(source, folder):
    """Both towers of a folder from Hugging Face: an image encoder, a language model in a folder of its own, and both as a
    model that needs no training."""
    config = text_config(source)
    family = "siglip" if str(config.get("model_type", "clip")).startswith("siglip") else "clip"
    vocabulary = ["spiece.model"] if family == "siglip" else ["vocab.json", "merges.txt"]
    for name in vocabulary:
        find_one(source, [name], "the vocabulary")
    state = load_clip_state(source)
    image = {name: tensor.float().contiguous() for name, tensor in clip_image_tensors(state).items()}
    text = {name: tensor.contiguous() for name, tensor in text_tensors(state).items()}
    patches = image.get("patch_embed.proj.weight")
    if not image or not text:
        raise ConversionError(f"{source}: not a CLIP or SigLIP with both towers")
    size = None if patches is None else patches.shape[-1]
    kind = KINDS.get((family, size))
    if kind is None:
        raise ConversionError(f"{source}: {family} with patches of {size} pixels; ViT-B/32, ViT-B/16 and RN50 of CLIP and "
                              "ViT-B/16 of SigLIP are supported")
    check_numbers({**image, **text}, source)
    encoder, words, _ = kind
    target = folder / words
    target.mkdir(parents=True, exist_ok=True)
    (target / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    for name in vocabulary:
        copy_small(source / name, target / name)
    # The tensors last: once they exist, the folder is complete.
    save_verified(text, {"source": source.name, "format": "pt"}, target / "model.safetensors")
    save_verified(image, {"source": source.name, "encoder": encoder, "format": "pt"}, folder / f"{encoder}.safetensors")
    joint = text.get("text_projection.weight", text.get("text_model.head.weight")).shape[0]
    save_zero_shot(image, kind, joint, folder / f"{encoder}-zero-shot.safetensors")
