#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of the default model written in plain PyTorch, layer by layer as a paper's code has it, to stand beside `gbs benchmark`.

    build/venv/bin/python tests/benchmarks/eager.py [MODEL.safetensors] [--threads 1 2]

Prints the median of a photo (both views), of one and sixteen phrases whose text is known, and of a photo's share of a
training step, each the same work as in the rows of `gbs benchmark`; texts and photos are random and given. Needs torch,
numpy and safetensors: the environment that `make setup` makes has them.
"""
import argparse
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

STAGES = [(1, 3, 1, 1, 32, 16), (2, 3, 2, 6, 16, 24), (2, 5, 2, 6, 24, 40), (3, 3, 2, 6, 40, 80), (3, 5, 1, 6, 80, 112),
          (4, 5, 2, 6, 112, 192), (1, 3, 1, 6, 192, 320)]  # repeats, kernel, stride, expansion, channels in and out


class Model:
    def __init__(self, path, learns=False):
        self.w = {name: value.float() for name, value in load_file(path).items() if value.is_floating_point()}
        self.learns = learns

    def norm(self, x, name, eps):
        w = self.w
        return F.batch_norm(x, w[name + ".running_mean"], w[name + ".running_var"], w[name + ".weight"], w[name + ".bias"],
                            self.learns, 0.1, eps)

    def same(self, x, conv, norm, stride=1, groups=1, relu6=True):
        """TensorFlow's "SAME" padding, convolution, norm, ReLU6."""
        weight = self.w["encoder." + conv + ".weight"]
        kernel = weight.shape[2]
        pads = [max((-(-side // stride) - 1) * stride + kernel - side, 0) for side in x.shape[2:]]
        x = F.pad(x, (pads[1] // 2, pads[1] - pads[1] // 2, pads[0] // 2, pads[0] - pads[0] // 2))
        y = self.norm(F.conv2d(x, weight, None, stride, 0, 1, groups), "encoder." + norm, 1e-3)
        return F.relu6(y) if relu6 else y

    def encode(self, images):
        x = self.same((images - 127) / 128, "_conv_stem", "_bn0", 2)
        block, tap = 0, None
        for repeats, _, stride, expansion, channels_in, channels_out in STAGES:
            for repeat in range(repeats):
                name = f"_blocks.{block}."
                wide = (channels_in if repeat == 0 else channels_out) * expansion
                y = self.same(x, name + "_expand_conv", name + "_bn0") if expansion > 1 else x
                step = stride if repeat == 0 else 1
                tap = y if step == 2 else tap
                y = self.same(y, name + "_depthwise_conv", name + "_bn1", step, wide)
                y = self.same(y, name + "_project_conv", name + "_bn2", relu6=False)
                x = y + x if repeat > 0 else y
                block += 1
        blocks = [self.same(x, "_conv_head", "_bn1"), tap]
        return [self.norm(F.conv2d(b, self.w[f"necks_{i}.conv.weight"]), f"necks_{i}.norm", 1e-5) for i, b in enumerate(blocks)]

    def block(self, x, number, last):
        name = f"decoder.blocks_{number}."
        w = self.w
        y = F.relu(self.norm(F.conv2d(x, w[name + "conv1.weight"], padding=1), name + "bn1", 1e-5))
        y = self.norm(F.conv2d(y, w[name + "conv2.weight"], padding=1), name + "bn2", 1e-5)
        y = y + self.norm(F.conv2d(x, w[name + "shortcut.0.weight"]), name + "shortcut.1", 1e-5)
        return y if last else F.relu(y)

    def maps(self, e, w):
        """H_GbS and H_i2t of one view. e: levels [B, C, h, w], w: [B, C] each."""
        c, cosines = self.condition(e, w)
        up = [F.interpolate(cosine.clamp_min(0), size=e[1].shape[2:], mode="bilinear") for cosine in cosines]
        return self.decode(c), (up[0].clamp_min(1e-6) * up[1].clamp_min(1e-6)).sqrt()

    def condition(self, e, w):
        cosines = [(F.normalize(a, dim=1) * F.normalize(b, dim=1)[:, :, None, None]).sum(1, True) for a, b in zip(e, w)]
        return [torch.cat([4 * cosine.clamp_min(0) * a, 10 * cosine], 1) for a, cosine in zip(e, cosines)], cosines

    def decode(self, c):
        out = self.block(c[0], 0, False)
        out = self.block(torch.cat([c[1], F.interpolate(out, size=c[1].shape[2:], mode="bilinear")], 1), 1, True)
        return torch.sigmoid(out)

    def ground(self, e, w):
        views = []
        for view in range(2):
            rows = [level[view:view + 1].expand(len(w[0]), -1, -1, -1) for level in e]
            views.append(self.maps(rows, w))
        gbs, i2t = ((a + b.flip(3)) / 2 for a, b in zip(*views))
        return gbs, i2t, (gbs * i2t).sqrt()


class Training:
    """A step of eq. 2 to 10: sixteen blends and their photos, all losses, everything learns but the language model."""

    def __init__(self, path, batch=16, side=224):
        self.model = Model(path, learns=True)
        self.parameters = [w.requires_grad_() for name, w in self.model.w.items()
                           if ".running_" not in name and not name.startswith("strength.")]
        self.optimizer = torch.optim.AdamW(self.parameters, 1e-4)
        self.photos = (torch.rand(batch, 3, side, side) * 255).contiguous(memory_format=torch.channels_last)
        self.alpha = torch.rand(batch, 1, side, side)
        self.texts = [torch.randn(batch, 256) for _ in range(2)]

    def step(self):
        photos, model, w1 = self.photos, self.model, self.texts
        w2, negative = ([level.roll(shift, 0) for level in w1] for shift in (1, 2))
        blends = model.encode(self.alpha * photos + (1 - self.alpha) * photos.roll(1, 0))
        target = F.interpolate(self.alpha, size=blends[1].shape[2:], mode="area")
        conditioned = [model.condition(blends, w)[0] for w in (w1, w2, negative)]
        first, second, none = model.decode([torch.cat(levels) for levels in zip(*conditioned)]).chunk(3)
        raw = model.decode([F.pad(level, (0, 0, 0, 0, 0, 1)) for level in blends])
        loss = (F.mse_loss(first, target) + F.mse_loss(second, 1 - target) + F.mse_loss(none, torch.zeros_like(none))
                + F.mse_loss(raw, torch.full_like(raw, 0.5)))
        scores = []
        for level, w in zip(model.encode(photos), w1):
            flat, text = level.flatten(2), F.normalize(w, dim=1)
            cosine = torch.einsum("kc,mcx->kmx", text, F.normalize(flat, dim=1)).clamp_min(0)
            pooled = F.normalize(torch.einsum("kmx,mcx->kmc", cosine, flat), dim=2)
            scores.append(torch.einsum("kmc,kc->km", pooled, text))
        match = 10 * torch.stack(scores).amax(0)
        own = torch.arange(len(match))
        loss = loss + 0.1 * (F.cross_entropy(match, own) + F.cross_entropy(match.t(), own))
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()


def median_ms(work, fewest=10, seconds=2):
    work()
    times = []
    while len(times) < fewest or sum(times) < seconds:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * sorted(times)[len(times) // 2]


def main():
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", nargs="?", default=root / "resources/models/default.safetensors")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    arguments = parser.parse_args()
    torch.set_grad_enabled(False)
    model = Model(arguments.model)
    photo = (torch.rand(2, 3, 416, 416) * 255).contiguous(memory_format=torch.channels_last)
    print("| PyTorch, eager | Threads | Time |\n|---|---|---|")
    for threads in arguments.threads:
        torch.set_num_threads(threads)
        e = model.encode(photo)
        words = {count: [torch.randn(count, 256) for _ in e] for count in (1, 16)}
        training = Training(arguments.model)
        with torch.enable_grad():
            step = median_ms(training.step, 4)
        rows = [("training, a photo", step / len(training.photos)),
                ("a photo, all views", median_ms(lambda: model.encode(photo))),
                ("a further phrase, text known", median_ms(lambda: model.ground(e, words[1]))),
                ("16 known phrases at once, each", median_ms(lambda: model.ground(e, words[16])) / 16)]
        for what, milliseconds in rows:
            print(f"| {what} | {threads} | {milliseconds:.3g} ms |")


if __name__ == "__main__":
    main()
