# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a detector out of the ground truth, for trying things where there is none:

    python make_noisy_detector.py PHRASES.tsv OUT.jsonl [SEED]

It is not a detector and its scores say nothing of one: of the phrases 25 % get no box, 20 % a wrong one anywhere in the
image, and the others the true boxes, each corner moved by up to 15 % of the box's sides. Scores are 0.5 to 1 for true
boxes, 0.2 to 0.7 for wrong ones. The same seed gives the same file.
"""

import csv
import json
import random
import sys

phrases, out = sys.argv[1], sys.argv[2]
draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
boxes, sizes = {}, {}
with open(phrases, encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
        key = row["image"], row["phrase"]
        boxes.setdefault(key, []).append([float(row[name]) for name in ("x1", "y1", "x2", "y2")])
        sizes[key] = int(row["width"]), int(row["height"])


def moved(box, width, height):
    across, down = 0.15 * (box[2] - box[0]), 0.15 * (box[3] - box[1])
    x1, x2 = sorted(min(max(x + draw.uniform(-across, across), 0), width) for x in (box[0] - 1, box[2]))
    y1, y2 = sorted(min(max(y + draw.uniform(-down, down), 0), height) for y in (box[1] - 1, box[3]))
    return [x1, y1, x2, y2]


def anywhere(width, height):
    across, down = draw.uniform(0.1, 0.6) * width, draw.uniform(0.1, 0.6) * height
    x, y = draw.uniform(0, width - across), draw.uniform(0, height - down)
    return [x, y, x + across, y + down]


with open(out, "w", encoding="utf-8") as file:
    for key, true in boxes.items():
        width, height = sizes[key]
        chance = draw.random()
        if chance < 0.25:
            found, scores = [], []
        elif chance < 0.45:
            found, scores = [anywhere(width, height)], [draw.uniform(0.2, 0.7)]
        else:
            found = [box for box in (moved(box, width, height) for box in true) if box[2] > box[0] and box[3] > box[1]]
            scores = [draw.uniform(0.5, 1) for _ in found]
        line = {"image": key[0], "phrase": key[1], "width": width, "height": height}
        file.write(json.dumps(line | {"boxes": found, "scores": scores}, ensure_ascii=False) + "\n")
