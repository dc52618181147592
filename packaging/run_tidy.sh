#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs clang-tidy on the sources of the compilation database whose path contains a text.
#
#   packaging/run_tidy.sh BUILD_FOLDER [TEXT]
#
# clang cannot read the precompiled headers of g++ and does not know all of its options, so the database is copied without
# them. Sources that are compiled together (GBS_UNITY) have the command of what includes them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=$1 text=${2:-}
command -v clang-tidy >/dev/null || { echo "tidy: clang-tidy is not installed" >&2; exit 1; }
database=$(mktemp -d)
trap 'rm -rf "$database"' EXIT
python3 - "$build/compile_commands.json" "$database/compile_commands.json" <<'PYTHON'
import json, pathlib, re, sys
foreign = (r" -Winvalid-pch| -fpch-preprocess| -Wno-restrict| -Wno-stringop-overflow| -Wshadow=local| -Wno-subobject-linkage"
           r"| --param=\S+| -include \S+cmake_pch\.hxx")
entries = []
for entry in json.load(open(sys.argv[1])):
    command, file = re.sub(foreign, "", entry["command"]), entry["file"]
    together = re.findall(r'^#include "(.+)"', pathlib.Path(file).read_text(), re.MULTILINE) if "/Unity/" in file else []
    entries += [entry | {"command": command.replace(file, one), "file": one} for one in together or [file]]
json.dump(entries, open(sys.argv[2], "w"))
PYTHON
git ls-files 'core/*.cpp' 'training/*.cpp' 'widgets/*.cpp' 'app/*.cpp' | grep -F -- "$text" |
    xargs -n 1 -P "$(nproc)" clang-tidy -p "$database" --quiet
