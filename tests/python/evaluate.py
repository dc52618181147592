# SPDX-License-Identifier: GPL-3.0-or-later
"""evaluate.py PHRASES IMAGES: prints the document as JSON for the test to compare with `gbs evaluate --json`."""
import json
import sys

import gbs
from checks import raises

phrases, images = sys.argv[1:]
seen = []
model = gbs.load(device="cpu")
report = gbs.evaluate(phrases=phrases, images=images, model=model, device="cpu", progress=lambda done, total: seen.append((done, total)))
assert seen and seen[-1][0] == seen[-1][1]
raises(gbs.Error, ["protocol"], lambda: gbs.evaluate(phrases=phrases, images=images, protocol="nothing"))
raises(gbs.Error, ["per_phrase"], lambda: gbs.evaluate(phrases=phrases, images=images, resume=True))
raises(gbs.Error, ["nothing_here"], lambda: gbs.evaluate("nothing_here"))


def refuse(done, total):
    raise KeyError("enough")


raises(KeyError, ["enough"], lambda: gbs.evaluate(phrases=phrases, images=images, device="cpu", progress=refuse))
json.dump(report, sys.stdout)
