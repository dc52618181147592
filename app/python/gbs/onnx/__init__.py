# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports a checkpoint to ONNX: `python -m gbs.onnx CHECKPOINT FOLDER` (docs/python.md).

Needs the package `onnx`; `--check` needs `onnxruntime` and Pillow, too. The model is built again in PyTorch from the
names and shapes in the checkpoint, without the program.
"""
