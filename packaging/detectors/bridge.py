# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bridges of this folder share: the protocol of docs/detectors.md, its arguments, photos and weights."""

import argparse
import json
import os
import sys
import traceback

protocol = sys.stdout
# What libraries print must not become an answer.
sys.stdout = sys.stderr


def say(line):
    print(json.dumps(line, ensure_ascii=False), file=protocol, flush=True)


def parse(description, **defaults):
    """The arguments of a bridge; `defaults` are its thresholds, as --NAME."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--weights", required=True, help="folder with the model as transformers saves it; nothing is downloaded")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or cuda:N")
    for name, value in defaults.items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(value), default=value, help=f"default: {value}")
    return parser.parse_args()


def load(kind, arguments):
    """The processor and the model of the class `kind` in transformers, and the device. Exits if they are not there."""
    if not os.path.isfile(os.path.join(arguments.weights, "config.json")):
        sys.exit(f"{arguments.weights}: no model here: there is no config.json. Download one of huggingface.co as a folder")
    try:
        import torch
        import transformers
    except ImportError as error:
        sys.exit(f"{error}. Run `make detector`, or name a Python with torch and transformers in GBS_DETECTOR_PYTHON")
    device = arguments.device
    if device == "auto":
        device = "cuda" if torch.cuda.is_available() else "cpu"
    processor = transformers.AutoProcessor.from_pretrained(arguments.weights, local_files_only=True)
    model = getattr(transformers, kind).from_pretrained(arguments.weights, local_files_only=True)
    return processor, model.to(device).eval(), device


def open_photo(path):
    """As gbs shows it: turned as the camera noted."""
    from PIL import Image, ImageOps

    return ImageOps.exif_transpose(Image.open(path)).convert("RGB")


def box_answer(photo, boxes, scores):
    """Edges beyond the photo are cut off; boxes outside of it are left out."""
    kept = []
    for (x1, y1, x2, y2), score in zip(boxes, scores):
        x1, x2 = max(x1, 0.0), min(x2, float(photo.width))
        y1, y2 = max(y1, 0.0), min(y2, float(photo.height))
        if x1 < x2 and y1 < y2:
            kept.append(([x1, y1, x2, y2], score))
    return {"width": photo.width, "height": photo.height, "boxes": [box for box, _ in kept], "scores": [score for _, score in kept]}


def map_answer(values):
    """`values` is an array of height x width."""
    import numpy

    map_answer.count += 1
    name = f"{map_answer.count}.npy"
    numpy.save(os.path.join(os.environ["GBS_BRIDGE_FOLDER"], name), numpy.asarray(values, dtype=numpy.float32))
    return {"map": name}


map_answer.count = 0


def serve(name, device, answer, gives="boxes"):
    """Answers until the input ends. `answer(photo, phrases)` gives or yields one answer for each phrase."""
    say({"bridge": 1, "name": name, "device": str(device), "gives": gives})
    for line in sys.stdin:
        request = json.loads(line)
        try:
            for phrase, each in zip(request["phrases"], answer(open_photo(request["image"]), request["phrases"]), strict=True):
                say({"image": request["image"], "phrase": phrase} | each)
        except Exception as error:  # the next photo may be fine
            traceback.print_exc()
            say({"image": request["image"], "error": f"{type(error).__name__}: {error}"})
