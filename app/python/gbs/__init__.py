# SPDX-License-Identifier: GPL-3.0-or-later
"""Grounding by Separation: see where a phrase lies in a photo.

    import gbs

    model = gbs.load()
    maps = model.ground("photo.jpg", ["a dog", "the grass"])
    maps.mean[0]        # float32, height x width of the photo, 0 to 1
    maps.strength       # how likely the photo shows what each phrase says
"""
from __future__ import annotations

import os
from pathlib import Path

# What a wheel brings along; a build uses the folders of its source.
for _variable, _name in (("GBS_RESOURCES", "resources"), ("GBS_WEIGHTS", "weights")):
    if (Path(__file__).parent / _name).is_dir():
        os.environ.setdefault(_variable, str(Path(__file__).parent / _name))

# Loads the LibTorch that this module and PyTorch share, whichever of the two is imported first.
import torch as _torch

from ._check import check_torch as _check_torch

_check_torch(_torch.__version__)

from ._core import Cancelled, Error
from ._core import version as __version__
from .evaluation import evaluate
from .model import Maps, Model, Photo, load
from .runs import Run

__all__ = ["Cancelled", "Error", "Maps", "Model", "Photo", "Run", "evaluate", "load"]
