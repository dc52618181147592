# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts pointing hits from exported maps and phrases alone, without any of the program's code:

    python pointing_accuracy.py PHRASES.tsv MANIFEST.jsonl... [mg]

Maps are resized by torch's bilinear interpolation; prints a line {"hits": ..., "total": ...} for each manifest.
"""

import csv
import json
import sys
from pathlib import Path

import numpy
import torch

phrases, minimum = sys.argv[1], 0.05 if "mg" in sys.argv[3:] else 0
manifests = [Path(word) for word in sys.argv[2:] if word != "mg"]
boxes, sizes = {}, {}
with open(phrases, encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
        key = row["image"], row["phrase"]
        boxes.setdefault(key, []).append([float(row[name]) for name in ("x1", "y1", "x2", "y2")])
        sizes[key] = int(row["width"]), int(row["height"])
for manifest in manifests:
    maps = {}
    for line in manifest.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        maps[entry["image"], entry["phrase"]] = manifest.parent / entry["file"]
    hits = total = 0
    for key in filter(boxes.__contains__, maps):
        width, height = sizes[key]
        corners = numpy.array(boxes[key])
        hull = numpy.concatenate([corners[:, :2].min(0), corners[:, 2:].max(0)])
        if (hull[2] - hull[0] + 1) * (hull[3] - hull[1] + 1) / (width * height) < minimum:
            continue
        small = torch.from_numpy(numpy.load(maps[key])).double()
        full = torch.nn.functional.interpolate(small[None, None], (height, width), mode="bilinear", align_corners=False)
        y, x = numpy.unravel_index(full[0, 0].float().numpy().argmax(), (height, width))
        hits += any(x1 <= x + 1 <= x2 and y1 <= y + 1 <= y2 for x1, y1, x2, y2 in corners)
        total += 1
    print(json.dumps({"hits": int(hits), "total": total}))
