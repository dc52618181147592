#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts the pickles of the refer data (refs(unc).p, ...) and of the Visual Genome splits of Akbari et al.
(data_splits.pickle) to JSON files next to them, which gbs reads. Loading a pickle can run arbitrary code, so this
reader refuses pickles that contain anything but plain values.

    python3 packaging/convert_refer.py FOLDER...
"""

import io
import json
import os
import pickle
import sys
from pathlib import Path


class PlainUnpickler(pickle.Unpickler):
    """Loads only lists, dicts, numbers and strings: never looks up a class or function."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"it refers to {module}.{name}; refused")


def read_plain(path):
    return PlainUnpickler(io.BytesIO(path.read_bytes()), encoding="latin1").load()


def json_name(path):
    return path.with_name("mg_splits.json") if path.name == "data_splits.pickle" else path.with_suffix(".json")


def convert(path):
    value = read_plain(path)
    if path.name == "data_splits.pickle":
        value = {name: list(images) for name, images in value.items()}
    target = json_name(path)
    temporary = target.with_name(target.name + ".tmp")
    with open(temporary, "w", encoding="utf-8") as out:
        json.dump(value, out, ensure_ascii=False)
    os.replace(temporary, target)
    print(f"{path} -> {target}")


def main(folders):
    if not folders or folders[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if folders else 2
    failed = False
    for folder in map(Path, folders):
        files = sorted([*folder.rglob("refs(*).p"), *folder.rglob("data_splits.pickle")])
        if not files:
            print(f"{folder}: contains no refs(*).p or data_splits.pickle", file=sys.stderr)
            failed = True
        for path in files:
            try:
                convert(path)
            except Exception as error:
                print(f"{path}: {error}", file=sys.stderr)
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
