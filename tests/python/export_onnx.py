# SPDX-License-Identifier: GPL-3.0-or-later
"""export_onnx.py CHECKPOINT FOLDER WEIGHTS: exports and checks, with onnxruntime. Ends with 77 where it is missing."""
import json
import sys

try:
    import onnx  # noqa: F401
    import onnxruntime  # noqa: F401
except ImportError as error:
    print(error)
    sys.exit(77)

import numpy as np
from checks import COFFEE, raises
from gbs.onnx.__main__ import PHRASES, TOLERANCE
from gbs.onnx.export import check, export
from gbs.onnx.model import ExportError
from safetensors.numpy import save_file

checkpoint, folder, weights = sys.argv[1:]
export(checkpoint, folder, weights)
differences = check(checkpoint, folder, COFFEE, PHRASES + ["Café, 7-year-old’s", "x" * 60 + " 狗"])
print(differences)
assert {"gbs", "i2t", "mean"} <= set(differences)
assert max(differences.values()) <= TOLERANCE
raises(ExportError, ["cannot be read"], lambda: export(COFFEE, folder, weights))
raises(ExportError, ["not a checkpoint"], lambda: export(f"{weights}/minilm-l6-v2/model.safetensors", folder, weights))
raises(ExportError, ["language model is missing", "--weights"], lambda: export(checkpoint, folder, folder))


def refuses(words, **changes):
    """A checkpoint with these options or keys is refused."""
    options = {"model.image_encoder": "efficientnet-lite0", "model.text_encoder": "minilm-l6-v2", **changes}
    metadata = {"gbs.format": options.pop("format", "1"), "gbs.model": json.dumps(options)}
    save_file({"a": np.zeros(1, np.float32)}, f"{folder}/refused.safetensors", metadata)
    raises(ExportError, words, lambda: export(f"{folder}/refused.safetensors", folder, weights))


refuses(["clip-vit-b16", "BERT"], **{"model.text_encoder": "clip-vit-b16"})
refuses(["resnet50", "vgg16"], **{"model.image_encoder": "resnet50"})
refuses(["format 2", "update"], format="2")
