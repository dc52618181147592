# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs of `gbs train`, also while they go on."""
from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from . import _core


class Run:
    """The folder of a training run. Reading changes nothing in it."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)
        _core.require_run(self.folder)

    @property
    def status(self) -> dict[str, Any]:
        """State, whether a trainer is running, step, total, rate, device and error."""
        return _core.run_status(self.folder)

    def metrics(self) -> dict[str, NDArray[Any]]:
        """Columns of equal length: "step", and losses, rates and scores by name; NaN where a step has none.

        `pandas.DataFrame(run.metrics())` is a table.
        """
        return _core.run_metrics(self.folder)

    @property
    def checkpoints(self) -> dict[int, Path]:
        """The models that were saved, by step: `gbs.load(run.checkpoints[500])`."""
        return _core.run_checkpoints(self.folder)

    @property
    def best(self) -> Path | None:
        """The checkpoint with the best validation score; None without validation."""
        return _core.run_best(self.folder)

    def __repr__(self) -> str:
        return f"<gbs.Run {self.folder}>"
