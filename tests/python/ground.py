# SPDX-License-Identifier: GPL-3.0-or-later
"""Maps of photos of any kind. Prints the peaks as JSON for the test to compare with `gbs ground --json`."""
import json
import sys
import threading
import time

import gbs
import numpy as np
from checks import COFFEE, raises
from PIL import Image

phrases = ["a metal spoon", "a wooden table"]
model = gbs.load(device="cpu")
maps = model.ground(COFFEE, phrases)
photo = Image.open(COFFEE)
width, height = photo.size

assert maps.mean.dtype == np.float32 and maps.mean.shape == (2, height, width) == maps.gbs.shape == maps.i2t.shape
assert 0 <= maps.mean.min() and maps.mean.max() <= 1
assert len(maps) == 2 and maps.phrases == phrases
assert maps.strength.shape == (2,) and (maps.strength > 0).all()

# The same photo in any form.
pixels = np.asarray(photo.convert("RGB"))
for same in (str(COFFEE), pixels, pixels[:, ::-1][:, ::-1], Image.fromarray(pixels), np.dstack([pixels, np.full_like(pixels[..., :1], 255)])):
    assert np.abs(model.ground(same, phrases).mean - maps.mean).max() < 0.02, type(same)
assert np.array_equal(model.ground(pixels, phrases).mean, model.ground(Image.fromarray(pixels), phrases).mean)
gray = pixels[:, :, 0].copy()
assert np.array_equal(model.ground(gray, phrases).mean, model.ground(np.dstack([gray] * 3), phrases).mean)
turned = Image.fromarray(pixels[:40, :60])
turned.getexif()[0x0112] = 6  # a quarter turn
assert gbs.images.to_pixels(turned).shape == (60, 40, 3)
clear = np.zeros((8, 8, 4), np.uint8)
assert (gbs.images.to_pixels(clear) == 255).all()
assert (gbs.images.to_pixels(Image.fromarray(clear)) == 255).all()

# A photo that is open, one phrase, small maps.
opened = model.open(pixels)
assert (opened.width, opened.height) == (width, height)
small = opened.ground("a metal spoon", resize=False)
assert small.mean.shape[0] == 1 and small.mean.shape[1] < height
assert np.allclose(opened.strength(phrases), model.strength(pixels, phrases), atol=1e-6)
assert model.info["image_encoder"] == "efficientnet-lite0" and model.path.is_file() and "default" in repr(model)

# What is wrong is said in the words of the program.
raises(gbs.Error, ["missing.jpg"], lambda: model.ground("missing.jpg", "a dog"))
raises(gbs.Error, ["missing.safetensors"], lambda: gbs.load("missing.safetensors"))
raises(gbs.Error, ["no words"], lambda: model.ground(pixels, " "))
raises(ValueError, ["at least one phrase"], lambda: model.ground(pixels, []))
raises(TypeError, ["a phrase is a string"], lambda: model.ground(pixels, [3]))
raises(TypeError, ["uint8", "float32"], lambda: model.ground(pixels.astype(np.float32), "a dog"))
raises(ValueError, ["height x width", "2 x 3 x 5"], lambda: model.ground(np.zeros((2, 3, 5), np.uint8), "a dog"))
raises(gbs.Error, ["no pixels"], lambda: model.ground(np.zeros((0, 3, 3), np.uint8), "a dog"))
raises(ValueError, ["mode I"], lambda: model.ground(Image.new("I", (4, 4)), "a dog"))
assert issubclass(gbs.Error, RuntimeError)

# Other threads of Python go on while the model computes, and may use it.
ticks, done, results = [], threading.Event(), []


def tick():
    while not done.is_set():
        ticks.append(time.perf_counter())
        time.sleep(0.001)


def ground():
    results.append(model.ground(pixels, phrases * 8, resize=False).mean)


watch = threading.Thread(target=tick)
watch.start()
workers = [threading.Thread(target=ground) for _ in range(2)]
started = time.perf_counter()
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
took = time.perf_counter() - started
done.set()
watch.join()
longest = np.diff(ticks).max()
assert longest < max(0.1, took / 3), f"Python stood still for {longest:.3f} of {took:.3f} s"
assert np.array_equal(results[0], results[1])
assert np.abs(results[0][:2] - model.ground(pixels, phrases, resize=False).mean).max() < 1e-5  # another batch

json.dump({"peaks": maps.peaks.tolist(), "strength": maps.strength.tolist()}, sys.stdout)
