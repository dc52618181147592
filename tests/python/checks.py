# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts of this folder share. Each runs with the package gbs on its path, and ends with 1 if a check fails."""
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COFFEE = ROOT / "resources" / "samples" / "coffee.jpg"


def raises(kind, words, work):
    """`work` raises `kind` with each of the words in its text."""
    try:
        work()
    except kind as error:
        missing = [word for word in words if word not in str(error)]
        assert not missing, f"{missing} not in: {error}"
        return
    raise AssertionError(f"{kind.__name__} was not raised")
