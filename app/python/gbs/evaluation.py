# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores on benchmarks."""
from __future__ import annotations

import json
import os
from typing import Any, Callable, Sequence, Union

from . import _core
from .model import Model

PathLike = Union[str, "os.PathLike[str]"]
ModelLike = Union[PathLike, Model]


def evaluate(
    folder: PathLike | None = None,
    *,
    phrases: PathLike | None = None,
    images: PathLike | None = None,
    model: ModelLike | Sequence[ModelLike] | None = None,
    split: str = "",
    protocol: str = "plain",
    masks: bool = False,
    device: str = "auto",
    limit: int = 0,
    detectors: Sequence[PathLike] = (),
    maps: Sequence[PathLike] = (),
    ensembles: Sequence[str] = (),
    no_model: bool = False,
    box_threshold: float = 0.5,
    per_phrase: PathLike | None = None,
    resume: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Any]:
    """Scores models by the pointing game and returns the document of `gbs evaluate --json`.

    Give the folder of a benchmark, or a file of `phrases` with the folder of its `images`; the arguments are the options
    of the command (`gbs evaluate --help`). `progress(done, total)` is called between photos; what it raises ends the
    work and is raised here.
    """
    request = _core.BenchmarkRequest()
    request.folder = _text(folder)
    request.phrases = _text(phrases)
    request.images = _text(images)
    request.models = [_model(one) for one in _models(model)]
    request.split, request.protocol, request.device = split, protocol, device
    request.masks = masks
    request.limit, request.box_threshold, request.no_model = limit, box_threshold, no_model
    request.detectors = [os.fspath(file) for file in detectors]
    request.maps = [os.fspath(file) for file in maps]
    request.ensembles = list(ensembles)
    return json.loads(_core.evaluate(request, _text(per_phrase), resume, progress))


def _text(path: PathLike | None) -> str:
    return "" if path is None else os.fspath(path)


def _models(model: ModelLike | Sequence[ModelLike] | None) -> Sequence[ModelLike]:
    if model is None:
        return []
    return [model] if isinstance(model, (str, os.PathLike, Model)) else model


def _model(model: ModelLike) -> str:
    return str(model.path) if isinstance(model, Model) else os.fspath(model)
