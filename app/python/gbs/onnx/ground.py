# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses an exported model with onnxruntime, NumPy and Pillow. An export has a copy of this file, as an example to start from.

    python ground.py photo.jpg "a dog" "the grass"
"""
from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image


def split_words(text: str, lower_case: bool) -> list[str]:
    """BERT's words: at white space, and each sign of punctuation or ideograph by itself."""
    if lower_case:
        text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    parts = []
    for c in text:
        code = ord(c)
        alone = unicodedata.category(c).startswith("P") or c in "$+<=>^`|~" or 0x4E00 <= code <= 0x9FFF
        parts.append(f" {c} " if alone else c)
    return "".join(parts).split()


class Model:
    """The two parts of an exported model."""

    def __init__(self, folder: str | Path) -> None:
        folder = Path(folder)
        self.about = json.loads((folder / "model.json").read_text())
        self.pieces = {piece: i for i, piece in enumerate((folder / "vocab.txt").read_text("utf-8").splitlines())}
        self.image = onnxruntime.InferenceSession(folder / "image.onnx", providers=["CPUExecutionProvider"])
        self.phrase = onnxruntime.InferenceSession(folder / "phrase.onnx", providers=["CPUExecutionProvider"])

    def tokens(self, phrase: str) -> list[int]:
        ids = [self.pieces["[CLS]"]]
        for word in split_words(phrase, self.about["lower_case"]):
            ids += self._pieces_of(word)
        return [*ids, self.pieces["[SEP]"]]

    def _pieces_of(self, word: str) -> list[int]:
        ids: list[int] = []
        while word:
            start = "##" if ids else ""
            end = next((n for n in range(len(word), 0, -1) if start + word[:n] in self.pieces), 0)
            if end == 0:
                return [self.pieces["[UNK]"]]
            ids.append(self.pieces[start + word[:end]])
            word = word[end:]
        return ids

    def encode(self, pixels: np.ndarray) -> list[np.ndarray]:
        """The features of a photo, uint8 RGB of S x S x 3."""
        photo = np.ascontiguousarray(pixels.transpose(2, 0, 1)[None]).astype(np.float32)
        return self.image.run(None, {"photo": photo})

    def ground(self, features: list[np.ndarray], phrases: list[str]) -> dict[str, np.ndarray]:
        """gbs, i2t and mean [phrases, h, w], and strength [phrases] if the model knows it."""
        rows = [self.tokens(phrase) for phrase in phrases]
        length = max(map(len, rows))
        ids = np.array([row + [0] * (length - len(row)) for row in rows], np.int64)
        mask = np.array([[1] * len(row) + [0] * (length - len(row)) for row in rows], np.int64)
        inputs = {"ids": ids, "mask": mask, **{f"e{i}": e for i, e in enumerate(features)}}
        names = [output.name for output in self.phrase.get_outputs()]
        return dict(zip(names, self.phrase.run(names, inputs)))


def fit(photo: Image.Image, side: int) -> np.ndarray:
    """The photo as side x side pixels, as the program makes it: averages where it shrinks, lines where it grows."""
    for size in ((side, photo.height), (side, side)):
        shrinks = size[0] < photo.width or size[1] < photo.height
        photo = photo.resize(size, Image.Resampling.BOX if shrinks else Image.Resampling.BILINEAR)
    return np.asarray(photo)


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    model = Model(Path(__file__).parent)
    photo = fit(Image.open(sys.argv[1]).convert("RGB"), model.about["input_size"])
    maps = model.ground(model.encode(photo), sys.argv[2:])
    for phrase, mean, i in zip(sys.argv[2:], maps["mean"], range(len(sys.argv))):
        y, x = np.unravel_index(mean.argmax(), mean.shape)
        place = f"{(x + 0.5) / mean.shape[1]:.0%} from the left, {(y + 0.5) / mean.shape[0]:.0%} from the top"
        strength = f", strength {maps['strength'][i]:.2f}" if "strength" in maps else ""
        print(f"{phrase}: {mean.max():.3f} at {place}{strength}")


if __name__ == "__main__":
    main()
