# SPDX-License-Identifier: GPL-3.0-or-later
"""CLIPSeg (Lüddecke and Ecker) as a bridge that gives maps: clipseg --weights FOLDER, such as CIDAS/clipseg-rd64-refined."""

import bridge

arguments = bridge.parse(__doc__)
processor, model, device = bridge.load("CLIPSegForImageSegmentation", arguments)
import torch  # noqa: E402, after load() has said what is missing


@torch.inference_mode()
def answer(photo, phrases):
    inputs = processor(text=phrases, images=[photo] * len(phrases), padding=True, truncation=True, return_tensors="pt")
    logits = model(**inputs.to(device)).logits
    # The network sees a square; the maps get the photo's shape, at most 512 pixels wide or high.
    scale = min(1.0, 512 / max(photo.width, photo.height))
    size = max(1, round(photo.height * scale)), max(1, round(photo.width * scale))
    maps = torch.nn.functional.interpolate(
        logits.reshape(len(phrases), 1, *logits.shape[-2:]).sigmoid(), size=size, mode="bilinear", align_corners=False)
    for values in maps[:, 0].cpu():
        yield bridge.map_answer(values)


bridge.serve("CLIPSeg", device, answer, gives="maps")
