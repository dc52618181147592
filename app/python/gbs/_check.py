# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the PyTorch of this environment is the one that the module was built for."""
from __future__ import annotations

from ._torch_version import torch_version


def check_torch(installed: str) -> None:
    """Raises ImportError for another version: its LibTorch has other functions."""
    if installed.split("+")[0] != torch_version.split("+")[0]:
        raise ImportError(
            f"gbs was built for torch {torch_version}, but this environment has torch {installed}: "
            f"install torch=={torch_version.split('+')[0]}, or build gbs for this one "
            "(make python PYTHON=...; docs/python.md)"
        )
