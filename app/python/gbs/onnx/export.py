# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes image.onnx, phrase.onnx and what their user needs, and checks them against the program."""
from __future__ import annotations

import json
import os
import shutil
import warnings
from pathlib import Path

import numpy as np
import torch

from .bert import Bert
from .model import Checkpoint, ExportError, ImagePart, PhrasePart, description

OPSET = 17


def export(checkpoint: str | os.PathLike[str], folder: str | os.PathLike[str],
           weights: str | os.PathLike[str]) -> None:
    """`weights` is the folder of the language models."""
    model = Checkpoint(checkpoint)
    words = Path(weights) / model["text_encoder"]
    if not (words / "vocab.txt").is_file():
        raise ExportError(f"the language model is missing: {words} (give --weights, or set GBS_WEIGHTS)")
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    side = int(model["input_size"])
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about shapes that are constants here
        image = ImagePart(model).eval()
        photo = torch.zeros(1, 3, side, side)
        features = image(photo)
        levels = [f"e{i}" for i in range(len(features))]
        _write(image, (photo,), target / "image.onnx", ["photo"], levels, {})
        phrase = PhrasePart(model, Bert(words)).eval()
        ids = torch.tensor([[101, 1037, 3899, 102], [101, 1037, 4937, 102]])
        outputs = ["gbs", "i2t", "mean", "strength"][:len(phrase(ids, torch.ones_like(ids), *features))]
        axes = {"ids": {0: "phrases", 1: "tokens"}, "mask": {0: "phrases", 1: "tokens"},
                **{name: {0: "phrases"} for name in outputs}}
        _write(phrase, (ids, torch.ones_like(ids), *features), target / "phrase.onnx", ["ids", "mask", *levels],
               outputs, axes)
    (target / "model.json").write_text(json.dumps(description(model), indent=2) + "\n")
    shutil.copy(words / "vocab.txt", target / "vocab.txt")
    shutil.copy(Path(__file__).parent / "ground.py", target / "ground.py")


def _write(part: torch.nn.Module, inputs: tuple[torch.Tensor, ...], file: Path, names: list[str], outputs: list[str],
           axes: dict[str, dict[int, str]]) -> None:
    torch.onnx.export(part, inputs, str(file), input_names=names, output_names=outputs, dynamic_axes=axes,
                      opset_version=OPSET, dynamo=False)


def check(checkpoint: str | os.PathLike[str], folder: str | os.PathLike[str], photo: str | os.PathLike[str],
          phrases: list[str]) -> dict[str, float]:
    """The largest difference between the exported model and the program, for each output."""
    from PIL import Image

    import gbs

    from .ground import Model

    exported = Model(folder)
    side = exported.about["input_size"]
    # At the size that the model reads, so that both get the same pixels.
    pixels = np.asarray(Image.open(photo).convert("RGB").resize((side, side)))
    found = exported.ground(exported.encode(pixels), phrases)
    expected = gbs.load(checkpoint, "cpu").ground(pixels, phrases, resize=False)
    return {name: float(np.abs(values - getattr(expected, name)).max()) for name, values in found.items()}
