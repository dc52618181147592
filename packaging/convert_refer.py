#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the pickles of the refer data (refs(unc).p, ...) and of the Visual Genome splits of Akbari et al.
(data_splits.pickle) into JSON beside them, which gbs reads. A pickle can run any code when it is read, so
this reader refuses every one that asks for more than plain values.

    python3 packaging/convert_refer.py FOLDER...
"""

import io
import json
import os
import pickle
import sys
from pathlib import Path


class PlainUnpickler(pickle.Unpickler):
    """Lists, dicts, numbers and texts only: no class or function is ever looked up."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"it asks for {module}.{name}; refused")


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
            print(f"{folder}: there is no refs(*).p and no data_splits.pickle below it", file=sys.stderr)
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
