# SPDX-License-Identifier: GPL-3.0-or-later
"""The two parts of a model in PyTorch, from its checkpoint: photo -> features; features and tokens -> maps.

Counterparts of core/model: grounding_model, text_conditioning, attention_attenuation, decoder, inference, strength.
"""
from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor
from torch.nn import functional as F

from .bert import Bert
from .encoders import Weights, encode, known_encoders

EPSILON = 1e-6


class ExportError(Exception):
    """What cannot be exported, and what to do."""


class Checkpoint:
    """The options and the tensors of a checkpoint of a single model."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        try:
            with safe_open(path, "pt") as file:
                metadata = file.metadata() or {}
                self.tensors = {name: file.get_tensor(name).float() for name in file.keys()}
        except Exception as error:
            raise ExportError(f"{path} cannot be read as a checkpoint: {error}") from error
        if "gbs.ensemble" in metadata:
            raise ExportError(f"{path} is an ensemble: export each of the models that it was made from")
        if "gbs.model" not in metadata:
            raise ExportError(f"{path} is not a checkpoint of this program")
        if metadata.get("gbs.format", "1") != "1":
            raise ExportError(f"{path} has format {metadata['gbs.format']}; this export reads 1: update gbs")
        self.options = {k.removeprefix("model."): v for k, v in json.loads(metadata["gbs.model"]).items()}
        if self["image_encoder"] not in known_encoders():
            raise ExportError(f"the image encoder {self['image_encoder']} is not exported; these are: "
                              + ", ".join(known_encoders()))
        if not self["text_encoder"].startswith(("minilm-", "bert-")):
            raise ExportError(f"the language model {self['text_encoder']} is not exported; models with a BERT are")

    def __getitem__(self, key: str) -> str:
        return self.options[key]

    def number(self, key: str) -> float:
        return float(self.options[key])


def unit(x: Tensor, dim: int) -> Tensor:
    return x / torch.linalg.vector_norm(x, dim=dim, keepdim=True).clamp_min(EPSILON)


def resize(maps: Tensor, like: Tensor) -> Tensor:
    size = (int(like.shape[-2]), int(like.shape[-1]))
    return F.interpolate(maps, size=size, mode="bilinear", align_corners=False)


class ImagePart(torch.nn.Module):
    """A photo [1, 3, S, S], RGB in 0..255 -> E^1..E^n [V, C_i, h_i, w_i], of the photo and, if the model looks at it, of
    its mirror image."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        super().__init__()
        self.checkpoint = checkpoint
        self.weights = Weights(checkpoint.tensors, "encoder.")
        self.all = Weights(checkpoint.tensors, "")

    def forward(self, photo: Tensor) -> list[Tensor]:
        model = self.checkpoint
        views = torch.cat([photo, photo.flip(3)]) if model["mirror"] == "true" else photo
        blocks = encode(model["image_encoder"], self.weights, views, int(model["levels"]))
        if int(model["neck_width"]) == 0:
            return blocks
        return [self.all.convolve(block, f"necks_{i}.conv", f"necks_{i}.norm") for i, block in enumerate(blocks)]


class PhrasePart(torch.nn.Module):
    """Token ids and mask [B, T], and E^1..E^n -> H_GbS, H_i2t, their mean [B, h, w], and the strength [B], if known."""

    def __init__(self, checkpoint: Checkpoint, bert: Bert) -> None:
        super().__init__()
        self.checkpoint = checkpoint
        self.bert = bert
        self.weights = Weights(checkpoint.tensors, "")

    def forward(self, ids: Tensor, mask: Tensor, *e: Tensor) -> tuple[Tensor, ...]:
        words, known = self.bert(ids, mask)
        mean = (words * known.unsqueeze(-1)).sum(1) / known.sum(1, keepdim=True).clamp_min(1)
        w = [F.linear(mean, self.weights[f"projection.{i}.weight"], self.weights[f"projection.{i}.bias"])
             for i in range(len(e))]
        pairs = [self._maps([level[view:view + 1] for level in e], w) for view in range(int(e[0].shape[0]))]
        gbs, i2t = pairs[0]
        if len(pairs) > 1:
            gbs, i2t = (gbs + pairs[1][0].flip(2)) / 2, (i2t + pairs[1][1].flip(2)) / 2
        gbs, i2t = blur(gbs, self.checkpoint.number("gbs_blur")), blur(i2t, self.checkpoint.number("blur"))
        maps = (gbs, i2t, (gbs * i2t).sqrt())
        return (*maps, self._strength(e, w)) if "strength.hidden.weight" in self.weights else maps

    def _maps(self, e: list[Tensor], w: list[Tensor]) -> tuple[Tensor, Tensor]:
        cosines = [(unit(level, 1) * unit(text, 1)[:, :, None, None]).sum(1, keepdim=True)
                   for level, text in zip(e, w)]
        conditioned = [self._attenuate(i, e[i], w[i], cosines[i]) for i in range(len(e))]
        levels = torch.cat([resize(cosine.clamp_min(0), e[-1]) for cosine in cosines], 1)
        if self.checkpoint["i2t_levels"] == "geometric_mean":
            i2t = levels.clamp_min(EPSILON).log().mean(1).exp()
        else:
            i2t = levels.amax(1)
        return self._decode(conditioned), i2t

    def _attenuate(self, i: int, e: Tensor, w: Tensor, cosine: Tensor) -> Tensor:
        kind = self.checkpoint["attenuation"]
        if kind == "distance":
            scale = self.checkpoint.number("attenuation_scale")
            return torch.exp(-scale * (unit(e, 1) - unit(w, 1)[:, :, None, None]).abs()) * e
        if kind == "projection":
            return cosine.clamp_min(0) * e
        if kind == "dist2atten":
            return torch.exp(-cosine)
        if kind == "cosine":
            return cosine.clamp_min(0)
        if kind == "projection_cosine":
            return torch.cat([4 * cosine.clamp_min(0) * e, 10 * cosine], 1)
        return self._attention(self.weights.below(f"attention_{i}."), e, w)

    def _attention(self, weights: Weights, e: Tensor, w: Tensor) -> Tensor:
        scale = math.sqrt(int(e.shape[1]))
        count = w.shape[0]
        pixels = (scale * unit(e, 1)).flatten(2).transpose(1, 2).expand(count, -1, -1)
        x = torch.cat([pixels, (scale * unit(w, 1)).unsqueeze(1).expand_as(pixels)], 2)

        def head(name: str) -> Tensor:
            return F.linear(x, weights[f"{name}.weight"], weights.tensors.get(f"{name}.bias"))

        query = head("query")
        scores = torch.softmax(query @ head("key").transpose(1, 2) / math.sqrt(int(query.shape[2])), -1)
        mixed = F.linear(scores @ head("value"), weights["output.weight"], weights["output.bias"])
        return (pixels + mixed).transpose(1, 2).reshape(count, *e.shape[1:])

    def _decode(self, conditioned: list[Tensor]) -> Tensor:
        out: Tensor | None = None
        for i, c in enumerate(conditioned):
            x = c if out is None else torch.cat([c, resize(out, c)], 1)
            block = self.weights.below(f"decoder.blocks_{i}.")
            y = block.convolve(F.relu(block.convolve(x, "conv1", "bn1")), "conv2", "bn2")
            y = y + (block.convolve(x, "shortcut.0", "shortcut.1") if "shortcut.0.weight" in block else x)
            out = y if i + 1 == len(conditioned) else F.relu(y)
        assert out is not None
        return torch.sigmoid(out.squeeze(1))

    def _strength(self, e: tuple[Tensor, ...], w: list[Tensor]) -> Tensor:
        inputs: list[Tensor] = []
        for level, projected in zip(e, w):
            cells = unit(level[0].flatten(1), 0)
            middle = unit(cells.mean(1, keepdim=True).t(), 1)
            text = unit(projected, 1)
            cosines = text @ cells
            top = max(1, int(cosines.shape[1]) // 20)
            chosen = torch.softmax(cosines * 20, 1) @ cells.t()
            mean = text * middle
            inputs += [cosines.amax(1, True), cosines.mean(1, True), deviation(cosines),
                       cosines.topk(top, 1).values.mean(1, True), mean.sum(1, True), text * unit(chosen, 1), mean, text]
        hidden = F.gelu(F.linear(torch.cat(inputs, 1), self.weights["strength.hidden.weight"],
                                 self.weights["strength.hidden.bias"]))
        return torch.sigmoid(
            F.linear(hidden, self.weights["strength.output.weight"], self.weights["strength.output.bias"]).squeeze(1))


def deviation(x: Tensor) -> Tensor:
    return (x - x.mean(1, True)).square().mean(1, True).sqrt()


def blur(maps: Tensor, sigma: float) -> Tensor:
    """A Gaussian of `sigma` cells that repeats the edges."""
    radius = min(math.ceil(3 * sigma), int(maps.shape[1]) - 1, int(maps.shape[2]) - 1)
    if sigma <= 0 or radius < 1:
        return maps
    offsets = torch.arange(-radius, radius + 1, dtype=torch.float32)
    kernel = torch.exp(-offsets.square() / (2 * sigma * sigma))
    kernel = kernel / kernel.sum()
    padded = F.pad(maps.unsqueeze(1), [radius] * 4, mode="replicate")
    return F.conv2d(F.conv2d(padded, kernel.view(1, 1, 1, -1)), kernel.view(1, 1, -1, 1)).squeeze(1)


def description(checkpoint: Checkpoint) -> dict[str, Any]:
    """model.json of an export: what its user has to know."""
    return {"input_size": int(checkpoint["input_size"]), "lower_case": not checkpoint["text_encoder"].endswith("-cased"),
            "model": checkpoint.options}
