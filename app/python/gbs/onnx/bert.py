# SPDX-License-Identifier: GPL-3.0-or-later
"""The frozen language model in PyTorch. Counterpart of core/text/bert_encoder.cpp."""
from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor
from torch.nn import functional as F


class Bert(torch.nn.Module):
    """Token ids and their mask [B, T] -> words [B, T, D], and which of them are words, [B, T]."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.config = json.loads((folder / "config.json").read_text())
        with safe_open(folder / "model.safetensors", "pt") as file:
            prefix = "bert." if any(name.startswith("bert.") for name in file.keys()) else ""
            for name in file.keys():
                if name.removeprefix(prefix).startswith(("embeddings.", "encoder.layer.")):
                    if not name.endswith("position_ids"):
                        self.register_buffer(name.removeprefix(prefix).replace(".", "/"), file.get_tensor(name).float())

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self._get(name + ".weight"), self._get(name + ".bias"))

    def _norm(self, x: Tensor, name: str) -> Tensor:
        epsilon = self.config.get("layer_norm_eps", 1e-12)
        return F.layer_norm(x, (self.config["hidden_size"],), self._get(name + ".weight"), self._get(name + ".bias"), epsilon)

    def _get(self, name: str) -> Tensor:
        return self.get_buffer(name.replace(".", "/"))

    def _attend(self, x: Tensor, name: str, masked: Tensor) -> Tensor:
        heads = self.config["num_attention_heads"]
        width = self.config["hidden_size"] // heads

        def split(part: str) -> Tensor:
            return self._linear(x, f"{name}{part}").unflatten(-1, (heads, width)).transpose(1, 2)

        scores = split("query") @ split("key").transpose(-1, -2) / math.sqrt(width) + masked
        return (torch.softmax(scores, -1) @ split("value")).transpose(1, 2).flatten(2)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = (F.embedding(ids, self._get("embeddings.word_embeddings.weight"))
             + F.embedding(places, self._get("embeddings.position_embeddings.weight"))
             + self._get("embeddings.token_type_embeddings.weight")[0])
        x = self._norm(x, "embeddings.LayerNorm")
        known = mask.to(x.dtype)
        masked = (known[:, None, None, :] - 1) * 1e9
        for layer in range(self.config["num_hidden_layers"]):
            name = f"encoder.layer.{layer}."
            attended = self._linear(self._attend(x, name + "attention.self.", masked), name + "attention.output.dense")
            x = self._norm(attended + x, name + "attention.output.LayerNorm")
            inner = F.gelu(self._linear(x, name + "intermediate.dense"))
            x = self._norm(self._linear(inner, name + "output.dense") + x, name + "output.LayerNorm")
        # Neither [CLS], the first, nor [SEP], the last, is a word.
        words = known[:, 2:]
        return x[:, 1:-1], words
