# SPDX-License-Identifier: GPL-3.0-or-later
"""GroundingDINO (Liu et al.) as a bridge: grounding_dino --weights FOLDER, such as IDEA-Research/grounding-dino-tiny."""

import bridge

arguments = bridge.parse(__doc__, threshold=0.25)
processor, model, device = bridge.load("AutoModelForZeroShotObjectDetection", arguments)
import torch  # noqa: E402, after load() has said what is missing


@torch.inference_mode()
def answer(photo, phrases):
    # One phrase at a time: in one text, the boxes of a phrase depend on the others.
    for phrase in phrases:
        text = phrase.lower().rstrip(" .") + "."
        inputs = processor(text=text, images=photo, truncation=True, return_tensors="pt").to(device)
        found = processor.post_process_grounded_object_detection(
            model(**inputs), inputs["input_ids"], threshold=arguments.threshold, target_sizes=[(photo.height, photo.width)])[0]
        yield bridge.box_answer(photo, found["boxes"].tolist(), found["scores"].tolist())


bridge.serve("GroundingDINO", device, answer)
