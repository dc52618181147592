# SPDX-License-Identifier: GPL-3.0-or-later
"""Models, photos that a model has encoded, and the maps of phrases."""
from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Sequence, Union

import numpy as np
from numpy.typing import NDArray

from . import _core
from .images import to_pixels

if TYPE_CHECKING:
    from .images import ImageLike

Phrases = Union[str, Sequence[str]]


@dataclass(frozen=True)
class Maps:
    """The maps of phrases on a photo, arrays of phrases x height x width with values from 0 to 1."""

    phrases: list[str]
    gbs: NDArray[np.float32]  #: H_GbS, the decoder's maps
    i2t: NDArray[np.float32]  #: H_i2t, how well each place matches the words
    mean: NDArray[np.float32]  #: their geometric mean, the model's main output
    strength: NDArray[np.float32] | None  #: how likely the photo shows each phrase; None if the model does not know

    def __len__(self) -> int:
        return len(self.phrases)

    @property
    def peaks(self) -> NDArray[np.int64]:
        """x and y of the maximum of each mean map, phrases x 2."""
        count, _, width = self.mean.shape
        places = self.mean.reshape(count, -1).argmax(axis=1)
        return np.stack([places % width, places // width], axis=1)


class Photo:
    """A photo that a model has encoded, for any number of phrases. `Model.open` makes it."""

    def __init__(self, core: _core.Photo) -> None:
        self._core = core

    @property
    def width(self) -> int:
        return self._core.width

    @property
    def height(self) -> int:
        return self._core.height

    def ground(self, phrases: Phrases, resize: bool = True) -> Maps:
        """The maps of phrases: at the size of the photo, or with resize=False at that of the model's features."""
        words = _to_list(phrases)
        found = self._core.ground(words, resize)
        strengths = [grounding.strength for grounding in found]
        known = bool(strengths) and None not in strengths

        def stack(kind: str) -> NDArray[np.float32]:
            return np.stack([getattr(grounding, kind) for grounding in found])

        return Maps(words, stack("gbs"), stack("i2t"), stack("mean"),
                    np.array(strengths, np.float32) if known else None)

    def strength(self, phrases: Phrases) -> NDArray[np.float32]:
        """How likely the photo shows what each phrase says, from 0 to 1."""
        strength = self.ground(phrases, resize=False).strength
        if strength is None:
            raise _core.Error("this model has no strength: `gbs calibrate` teaches it to one")
        return strength


class Model:
    """A model that finds phrases in photos. Several threads may use it."""

    def __init__(self, path: str | os.PathLike[str] | None = None, device: str = "auto") -> None:
        self._core = _core.Model(Path(path) if path is not None else _core.default_model(), device)

    @property
    def info(self) -> dict[str, Any]:
        """Path, name, encoders, input size, device, and the notes of the checkpoint."""
        return self._core.info

    @property
    def path(self) -> Path:
        return Path(self._core.info["path"])

    def open(self, image: ImageLike) -> Photo:
        """Encodes a photo once, to ask for phrases one after the other."""
        return Photo(_core.Photo(self._core, to_pixels(image)))

    def ground(self, image: ImageLike, phrases: Phrases, resize: bool = True) -> Maps:
        """The maps of phrases on a photo: a path, a PIL image, or an array (`gbs.images.to_pixels`)."""
        return self.open(image).ground(phrases, resize)

    def strength(self, image: ImageLike, phrases: Phrases) -> NDArray[np.float32]:
        """How likely the photo shows what each phrase says, from 0 to 1."""
        return self.open(image).strength(phrases)

    def __repr__(self) -> str:
        info = self.info
        return f"<gbs.Model {info['name']}: {info['image_encoder']}, {info['text_encoder']}, on {info['device']}>"


def load(path: str | os.PathLike[str] | None = None, device: str = "auto") -> Model:
    """The model of a checkpoint, the default one without `path`. `device` is auto, cpu, cuda or cuda:N."""
    return Model(path, device)


def _to_list(phrases: Phrases) -> list[str]:
    words = [phrases] if isinstance(phrases, str) else list(phrases)
    if not words:
        raise ValueError("give at least one phrase")
    for word in words:
        if not isinstance(word, str):
            raise TypeError(f"a phrase is a string, not {type(word).__name__}")
    return words
