# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py RUN: the run of tests/fixtures/formats, read by gbs.Run."""
import json
import pathlib
import sys

import gbs
import numpy as np
from checks import raises

folder = pathlib.Path(sys.argv[1])
run = gbs.Run(str(folder))
metrics = run.metrics()
assert metrics["step"].tolist() == [1, 2] and metrics["step"].dtype == np.int64
assert metrics["loss/total"].shape == (2,) and np.isfinite(metrics["loss/total"]).all()
with (folder / "metrics.jsonl").open("a") as file:
    file.write('{"step": 3, "validation/gbs": 41.5}\n')
metrics = run.metrics()
assert np.isnan(metrics["loss/total"][2]) and np.isnan(metrics["validation/gbs"][:2]).all()
assert metrics["validation/gbs"][2] == 41.5
assert run.status["state"] == "completed" and run.status["step"] == 2 and not run.status["running"]
assert list(run.checkpoints) == [2] and run.checkpoints[2].is_file() and run.best is None
raises(gbs.Error, ["holds no run"], lambda: gbs.Run(folder / "checkpoints"))
status = json.loads((folder / "status.json").read_text())
(folder / "status.json").write_text(json.dumps({**status, "format": 2}))
raises(gbs.Error, ["newer version"], lambda: gbs.Run(folder))
