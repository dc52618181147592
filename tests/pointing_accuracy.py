# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts pointing hits from exported maps and phrases alone, without any of the program's code:

    python pointing_accuracy.py PHRASES.tsv MANIFEST.jsonl... [mg]

With "mg", as the code of Akbari et al. counts. Maps are resized by torch's bilinear interpolation; prints a line
{"hits": ..., "total": ...} for each manifest.
"""

import csv
import json
import sys
from pathlib import Path

import numpy
import torch

phrases, mg = sys.argv[1], "mg" in sys.argv[3:]
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
        norm = hull / [width, height, width, height]
        if mg and (norm[2] - norm[0]) * (norm[3] - norm[1]) < 0.05:
            continue
        first = 0 if mg else 1
        small = torch.from_numpy(numpy.load(maps[key])).double()
        full = torch.nn.functional.interpolate(small[None, None], (height, width), mode="bilinear", align_corners=False)
        y, x = numpy.unravel_index(full[0, 0].float().numpy().argmax(), (height, width))
        hits += any(x1 <= x + first <= x2 and y1 <= y + first <= y2 for x1, y1, x2, y2 in corners)
        total += 1
    print(json.dumps({"hits": int(hits), "total": total}))
