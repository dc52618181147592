# SPDX-License-Identifier: GPL-3.0-or-later
"""OWLv2 and OWL-ViT (Minderer et al.) as a bridge: owlv2 --weights FOLDER, such as google/owlv2-base-patch16-ensemble."""

from types import SimpleNamespace

import bridge

arguments = bridge.parse(__doc__, threshold=0.1)
processor, model, device = bridge.load("AutoModelForZeroShotObjectDetection", arguments)
import torch  # noqa: E402, after load() has said what is missing


@torch.inference_mode()
def answer(photo, phrases):
    inputs = processor(text=[phrases], images=photo, truncation=True, return_tensors="pt").to(device)
    outputs = model(**inputs)
    for number in range(len(phrases)):
        # By itself: among all phrases, a box would belong to the one that fits best.
        alone = SimpleNamespace(logits=outputs.logits[..., number : number + 1], pred_boxes=outputs.pred_boxes)
        found = processor.post_process_grounded_object_detection(
            alone, threshold=arguments.threshold, target_sizes=[(photo.height, photo.width)])[0]
        yield bridge.box_answer(photo, found["boxes"].tolist(), found["scores"].tolist())


bridge.serve("OWLv2", device, answer)
