# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts pointing hits on a folder of Flickr30k Entities as the published code of two papers does, without any of the
program's code; the names are theirs:

    python published_protocols.py FOLDER MANIFEST.jsonl mg|wwbl

mg: github.com/hassanhub/MultiGrounding, code/evaluators.py, code/utils.py, data/data_utils.py.
wwbl: github.com/talshaharabany/what-is-where-by-looking, datasets/flicker.py, utils_grounding.py.
cv2.resize is torch's bilinear interpolation. Prints {"hits": ..., "total": ...}.
"""

import json
import re
import sys
import xml.etree.ElementTree
from pathlib import Path

import numpy
import torch


def get_annotations(file, offset):
    root = xml.etree.ElementTree.parse(file).getroot()
    boxes = {}
    for thing in root.findall("object"):
        for box in thing.findall("bndbox")[:1]:
            corners = [int(box.find(name).text) - offset for name in ("xmin", "ymin", "xmax", "ymax")]
            for name in thing.findall("name"):
                boxes.setdefault(name.text, []).append(corners)
    return int(root.find("size/width").text), int(root.find("size/height").text), boxes


def union(boxes):
    mins, maxes = numpy.min(boxes, axis=0), numpy.max(boxes, axis=0)
    return [mins[0], mins[1], maxes[2], maxes[3]]


def is_correct_hit(boxes, heatmap, width, height):
    small = torch.from_numpy(heatmap)[None, None]
    full = torch.nn.functional.interpolate(small, (height, width), mode="bilinear", align_corners=False)[0, 0].numpy()
    y, x = numpy.unravel_index(full.argmax(), full.shape)
    return int(any(x1 <= x <= x2 and y1 <= y <= y2 for x1, y1, x2, y2 in boxes))


def mg(width, height, boxes, phrases, heatmap):
    for phrase_id, types, phrase in phrases:
        bbox_norm = [[x1 / width, y1 / height, x2 / width, y2 / height] for x1, y1, x2, y2 in boxes.get(phrase_id, [])]
        if "notvisual" in types or not bbox_norm:
            continue
        x1, y1, x2, y2 = union(bbox_norm)
        if not (x2 - x1) * (y2 - y1) < 0.05:
            yield is_correct_hit(boxes[phrase_id], heatmap(phrase), width, height)


def wwbl(width, height, boxes, phrases, heatmap):
    for item, bbox in boxes.items():
        x1, y1, x2, y2 = bbox[0]
        texts = [text for phrase_id, _, text in phrases if phrase_id == item]
        if texts and (x2 - x1) * (y2 - y1) > 0.05 * width * height:
            average = numpy.mean([heatmap(text) for text in texts], axis=0)  # each occurrence counts
            yield is_correct_hit([union(bbox)], average, width, height)


folder, manifest, protocol = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
maps = {}
for line in manifest.read_text(encoding="utf-8").splitlines():
    entry = json.loads(line)
    maps[entry["image"], entry["phrase"].lower()] = manifest.parent / entry["file"]
hits = []
for sentences in sorted((folder / "Sentences").glob("*.txt")):
    marks = re.findall(r"\[/EN#(\d+)((?:/\w+)+) ([^\]]+)\]", sentences.read_text(encoding="utf-8"))
    phrases = [(number, types.split("/"), phrase) for number, types, phrase in marks]
    annotations = get_annotations(folder / f"Annotations/{sentences.stem}.xml", 1 if protocol == "wwbl" else 0)
    heatmap = lambda phrase: numpy.load(maps[sentences.stem + ".jpg", phrase.lower()])  # noqa: E731
    hits += {"mg": mg, "wwbl": wwbl}[protocol](*annotations, phrases, heatmap)
print(json.dumps({"hits": sum(hits), "total": len(hits)}))
