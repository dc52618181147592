# SPDX-License-Identifier: GPL-3.0-or-later
"""export_onnx.py CHECKPOINT FOLDER WEIGHTS: exports and checks, with onnxruntime. Ends with 77 where it is missing."""
import sys

try:
    import onnx  # noqa: F401
    import onnxruntime  # noqa: F401
except ImportError as error:
    print(error)
    sys.exit(77)

from checks import COFFEE, raises
from gbs.onnx.__main__ import PHRASES, TOLERANCE
from gbs.onnx.export import check, export
from gbs.onnx.model import ExportError

checkpoint, folder, weights = sys.argv[1:]
export(checkpoint, folder, weights)
differences = check(checkpoint, folder, COFFEE, PHRASES + ["Café, 7-year-old’s", "x" * 60 + " 狗"])
print(differences)
assert {"gbs", "i2t", "mean"} <= set(differences)
assert max(differences.values()) <= TOLERANCE
raises(ExportError, ["cannot be read"], lambda: export(COFFEE, folder, weights))
raises(ExportError, ["not a checkpoint"], lambda: export(f"{weights}/minilm-l6-v2/model.safetensors", folder, weights))
raises(ExportError, ["language model is missing", "--weights"], lambda: export(checkpoint, folder, folder))
