# SPDX-License-Identifier: GPL-3.0-or-later
"""python -m gbs.onnx CHECKPOINT FOLDER: image.onnx and phrase.onnx of a model."""
from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .model import ExportError

TOLERANCE = 1e-4
PHRASES = ["a dog", "a wooden table with a cup of coffee", "the metal spoon on the left", "something that is not there"]


def main() -> int:
    beside = Path(__file__).parent.parent / "weights"
    parser = argparse.ArgumentParser(prog="python -m gbs.onnx", description=__doc__)
    parser.add_argument("checkpoint", help="a .safetensors file of a single model")
    parser.add_argument("folder", help="where to write image.onnx, phrase.onnx, model.json, vocab.txt and ground.py")
    parser.add_argument("--weights", default=os.environ.get("GBS_WEIGHTS", str(beside)),
                        help="the folder of the language models (default: GBS_WEIGHTS, or that of the wheel)")
    parser.add_argument("--check", metavar="PHOTO", help=f"compare with the program on a photo, to {TOLERANCE:g}")
    arguments = parser.parse_args()
    try:
        from .export import check, export

        export(arguments.checkpoint, arguments.folder, arguments.weights)
        if arguments.check is None:
            return 0
        differences = check(arguments.checkpoint, arguments.folder, arguments.check, PHRASES)
    except ExportError as error:
        print(f"gbs.onnx: {error}", file=sys.stderr)
        return 1
    except ImportError as error:
        print(f"gbs.onnx: {error}; pip install onnx onnxruntime pillow", file=sys.stderr)
        return 1
    for name, difference in differences.items():
        print(f"{name}: differs by at most {difference:.2g}")
    worst = max(differences.values())
    if not worst <= TOLERANCE:
        print(f"gbs.onnx: the exported model differs by {worst:.2g}, more than {TOLERANCE:g}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
