# SPDX-License-Identifier: GPL-3.0-or-later
"""Image encoders in PyTorch, built from the tensors of a checkpoint. Counterparts of core/encoders."""
from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

#: Width and depth of the EfficientNet-Lite models beside Lite0.
LITE = {"efficientnet-lite0": (1.0, 1.0), "efficientnet-lite1": (1.0, 1.1), "efficientnet-lite2": (1.1, 1.2)}
#: repeats, kernel, stride of each stage
STAGES = ((1, 3, 1), (2, 3, 2), (2, 5, 2), (3, 3, 2), (3, 5, 1), (4, 5, 2), (1, 3, 1))
LITE_EPSILON = 1e-3


def known_encoders() -> list[str]:
    return [*LITE, "vgg16"]


class Weights:
    """The tensors below a prefix, and the steps that use them."""

    def __init__(self, tensors: dict[str, Tensor], prefix: str) -> None:
        self.tensors = {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}

    def __contains__(self, name: str) -> bool:
        return name in self.tensors

    def __getitem__(self, name: str) -> Tensor:
        return self.tensors[name]

    def below(self, prefix: str) -> "Weights":
        return Weights(self.tensors, prefix)

    def convolve(self, x: Tensor, name: str, norm: str | None = None, epsilon: float = 1e-5, stride: int = 1,
                 groups: int = 1, same: bool = False) -> Tensor:
        """norm(convolution(x)), folded into one convolution."""
        weight = self[f"{name}.weight"]
        bias = self.tensors.get(f"{name}.bias")
        if norm is not None:
            scale = self[f"{norm}.weight"] / torch.sqrt(self[f"{norm}.running_var"] + epsilon)
            shift = self[f"{norm}.bias"] - self[f"{norm}.running_mean"] * scale
            weight = weight * scale.view(-1, 1, 1, 1)
            bias = shift if bias is None else bias * scale + shift
        kernel = weight.shape[2]
        if same:
            x = pad_same(x, kernel, stride)
        return F.conv2d(x, weight, bias, stride, 0 if same else kernel // 2, 1, groups)


def pad_same(x: Tensor, kernel: int, stride: int) -> Tensor:
    """TensorFlow's "SAME": the larger half of an odd padding comes last."""
    sides = []
    for side in (int(x.shape[3]), int(x.shape[2])):
        total = max((math.ceil(side / stride) - 1) * stride + kernel - side, 0)
        sides += [total // 2, total - total // 2]
    return F.pad(x, sides) if any(sides) else x


def encode(name: str, weights: Weights, images: Tensor, levels: int) -> list[Tensor]:
    """E^1..E^n before the necks, coarsest first, of RGB images in 0..255."""
    if name in LITE:
        return _efficientnet_lite(weights, images, LITE[name][1], levels)
    return _vgg16(weights, images, levels)


def _efficientnet_lite(weights: Weights, images: Tensor, depth: float, levels: int) -> list[Tensor]:
    x = F.relu6(weights.convolve((images - 127) / 128, "_conv_stem", "_bn0", LITE_EPSILON, 2, same=True))
    taps: list[Tensor] = []
    index = 0
    for stage, (repeats, _, stage_stride) in enumerate(STAGES):
        fixed = stage in (0, len(STAGES) - 1)
        for repeat in range(repeats if fixed else math.ceil(repeats * depth)):
            block = weights.below(f"_blocks.{index}.")
            stride = stage_stride if repeat == 0 else 1
            wide = x
            if "_expand_conv.weight" in block:
                wide = F.relu6(block.convolve(x, "_expand_conv", "_bn0", LITE_EPSILON))
            if stride == 2:
                taps.append(wide)
            y = F.relu6(block.convolve(wide, "_depthwise_conv", "_bn1", LITE_EPSILON, stride, wide.shape[1], True))
            y = block.convolve(y, "_project_conv", "_bn2", LITE_EPSILON)
            x = y + x if stride == 1 and y.shape[1] == x.shape[1] else y
            index += 1
    head = F.relu6(weights.convolve(x, "_conv_head", "_bn1", LITE_EPSILON))
    return [head, *reversed(taps)][:levels]


def _vgg16(weights: Weights, images: Tensor, levels: int) -> list[Tensor]:
    mean = torch.tensor([123.675, 116.28, 103.53]).view(1, 3, 1, 1)
    deviation = torch.tensor([58.395, 57.12, 57.375]).view(1, 3, 1, 1)
    x = (images - mean) / deviation
    features: list[Tensor] = []
    index = 0
    for block, convolutions in enumerate((2, 2, 3, 3, 3)):
        if block > 0:
            x = F.max_pool2d(x, 2, 2)
        for _ in range(convolutions):
            x = F.relu(weights.convolve(x, f"features.{index}"))
            index += 2
        index += 1
        features.append(x)
    return features[::-1][:levels]
