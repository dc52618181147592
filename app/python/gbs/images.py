# SPDX-License-Identifier: GPL-3.0-or-later
"""Photos of any kind as arrays."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Union

import numpy as np
from numpy.typing import NDArray

from . import _core

if TYPE_CHECKING:
    import PIL.Image

    ImageLike = Union[str, os.PathLike[str], PIL.Image.Image, NDArray[np.uint8]]


def to_pixels(image: ImageLike) -> NDArray[np.uint8]:
    """A photo as uint8 RGB of height x width x 3: from a file, a PIL image, or an array.

    EXIF orientation is applied and transparency blended with white, as the program does with files. Arrays are uint8:
    height x width (gray), x 3 (RGB) or x 4 (RGB and alpha).
    """
    if isinstance(image, (str, os.PathLike)):
        return _core.read_photo(os.fspath(image))
    if hasattr(image, "getexif"):
        return _from_pil(image)
    return _from_array(np.asarray(image))


def _from_pil(image: Any) -> NDArray[np.uint8]:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I") or upright.mode == "F":
        raise ValueError(f"a PIL image of mode {upright.mode} has no known range: convert it to 'L' or 'RGB' first")
    transparent = "A" in upright.getbands() or "transparency" in upright.info
    return _from_array(np.asarray(upright.convert("RGBA" if transparent else "RGB")))


def _from_array(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    if pixels.dtype != np.uint8:
        raise TypeError(f"an image is an array of uint8 from 0 to 255, not of {pixels.dtype}")
    if pixels.ndim == 2:
        pixels = np.repeat(pixels[:, :, None], 3, axis=2)
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4):
        raise ValueError(f"an image is height x width, or height x width x 3 or 4, not {_shape(pixels)}")
    if pixels.shape[2] == 4:
        alpha = pixels[:, :, 3:].astype(np.float32) / 255
        pixels = np.rint(pixels[:, :, :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    return np.ascontiguousarray(pixels)


def _shape(pixels: NDArray[Any]) -> str:
    return " x ".join(map(str, pixels.shape)) or "a single number"
