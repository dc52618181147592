# SPDX-License-Identifier: GPL-3.0-or-later
"""with_torch.py first|second: PyTorch imported before or after gbs, both at work in one process."""
import sys

if sys.argv[1] == "first":
    import torch

    before = torch.ones(3, requires_grad=True)
    before.sum().backward()
import gbs
import numpy as np
from checks import COFFEE, raises

model = gbs.load(device="cpu")
maps = model.ground(COFFEE, "a metal spoon", resize=False)
import torch

layer = torch.nn.Conv2d(1, 1, 3, padding=1)
loss = layer(torch.from_numpy(maps.mean)[None]).square().mean()
loss.backward()
assert torch.isfinite(layer.weight.grad).all()
assert torch.is_grad_enabled()  # what the module computes without gradients stays its own
assert np.array_equal(maps.mean, model.ground(COFFEE, "a metal spoon", resize=False).mean)
loaded = {line.split()[-1] for line in open("/proc/self/maps") if "libtorch_cpu" in line}
assert len(loaded) == 1, loaded

from gbs._check import check_torch

check_torch(torch.__version__)
raises(ImportError, ["built for torch", "1.0.0", "install torch=="], lambda: check_torch("1.0.0"))
