#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the include graph of the project's folders and fails on a wrong arrow.

    include_graph.py [ROOT] [--units]

The order of the folders is the order of the gbs_add_folder() calls in the CMakeLists.txt of each layer, and
then of its add_subdirectory(). Wrong are

- an include of a folder that comes later in that order,
- a cycle between units (a unit is a header and its source), within a folder too,
- a type that two files define under the same name in the same namespace.

The exit code is 1 when something is wrong. `--units` prints the includes of each unit as well.
"""

import argparse
import re
import sys
from collections import defaultdict
from pathlib import Path

LAYERS = ["core", "training", "widgets", "app"]  # in dependency order; widgets uses only core/image of the first two
SUBFOLDER = re.compile(r"^\s*add_subdirectory\((\w+)\)", re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
FOLDER = re.compile(r"^\s*gbs_add_folder\(([\w/]+)", re.M)
TYPE = re.compile(r"^(?:template ?<[^\n]*>\n)?(?:class|struct|union|enum class|enum|using) (\w+)(?!\w|::)(?=[^;\n]*[{:=\n])", re.M)
NAMESPACE = re.compile(r"^namespace ([\w:]*) ?\{$|^\}  // namespace ?([\w:]*)$", re.M)


def sources(root):
    return sorted(p for layer in LAYERS for p in (root / layer).rglob("*") if p.suffix in (".h", ".cpp", ".cu"))


def folder_order(root):
    """Every folder by its place in the order; the root of a layer (main.cpp) comes last in it."""
    order = []
    for layer in LAYERS:
        lists = root / layer / "CMakeLists.txt"
        text = lists.read_text() if lists.exists() else ""
        order += FOLDER.findall(text) + [f"{layer}/{name}" for name in SUBFOLDER.findall(text)]
        order.append(layer)
    return {folder: place for place, folder in enumerate(order)}


def read_includes(root):
    """Unit -> included units, both as paths without extension below the root."""
    graph = {}
    for path in sources(root):
        unit = str(path.relative_to(root).with_suffix(""))
        found = {str(Path(i).with_suffix("")) for i in INCLUDE.findall(path.read_text()) if (root / i).exists()}
        graph.setdefault(unit, set()).update(found - {unit})
    return graph


def find_cycles(graph):
    """The cycles that a depth-first walk meets, each as a list that ends where it begins."""
    state, path, cycles = {}, [], []

    def visit(node):
        state[node] = "open"
        path.append(node)
        for following in sorted(graph.get(node, ())):
            if state.get(following) == "open":
                cycles.append(path[path.index(following):] + [following])
            elif following not in state:
                visit(following)
        state[node] = "done"
        path.pop()

    sys.setrecursionlimit(10000)
    for node in sorted(graph):
        if node not in state:
            visit(node)
    return cycles


def defined_types(text):
    """(namespace, name) of every type that a file defines at namespace scope; unnamed namespaces are left out."""
    events = [(m.start(), "namespace", m) for m in NAMESPACE.finditer(text)]
    events += [(m.start(), "type", m) for m in TYPE.finditer(text)]
    scopes, found = [], []
    for _, kind, match in sorted(events, key=lambda event: event[0]):
        if kind == "type":
            if "" not in scopes:
                found.append(("::".join(scopes), match[1]))
        elif match[0].startswith("}"):
            if scopes:
                scopes.pop()
        else:
            scopes.append(match[1])
    return found


def check(root):
    graph, order, wrong = read_includes(root), folder_order(root), []
    for unit, included in sorted(graph.items()):
        folder = str(Path(unit).parent)
        if folder not in order:
            wrong.append(f"{unit}: {folder} is in no gbs_add_folder()")
            continue
        for other in sorted(included):
            other_folder = str(Path(other).parent)
            if order.get(other_folder, len(order)) > order[folder]:
                wrong.append(f"{unit} includes {other}, but {other_folder} comes after {folder}")
    wrong += ["cycle of units: " + " -> ".join(cycle) for cycle in find_cycles(graph)]
    owners = defaultdict(set)
    for path in sources(root):
        for scope, name in defined_types(path.read_text()):
            owners[f"{scope}::{name}" if scope else name].add(str(path.relative_to(root)))
    for name, paths in sorted(owners.items()):
        if len(paths) > 1:
            wrong.append(f"{name} is defined in {' and '.join(sorted(paths))}")
    return graph, order, wrong


def print_graph(graph, order, units):
    folders, sizes = defaultdict(set), defaultdict(int)
    for unit, included in graph.items():
        folder = str(Path(unit).parent)
        sizes[folder] += 1
        folders[folder] |= {str(Path(other).parent) for other in included} - {folder}
    for folder in sorted(sizes, key=lambda name: order.get(name, len(order))):
        uses = " ".join(sorted(folders[folder], key=lambda name: order.get(name, len(order))))
        print(f"{folder} ({sizes[folder]} units){' -> ' + uses if uses else ''}")
        if units:
            for unit in sorted(u for u in graph if str(Path(u).parent) == folder):
                print(f"    {Path(unit).name}" + "".join(f"\n        {other}" for other in sorted(graph[unit])))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).resolve().parent.parent)
    parser.add_argument("--units", action="store_true", help="print the includes of each unit as well")
    arguments = parser.parse_args()
    graph, order, wrong = check(arguments.root)
    print_graph(graph, order, arguments.units)
    for line in wrong:
        print(f"wrong: {line}", file=sys.stderr)
    return 1 if wrong or not graph else 0


if __name__ == "__main__":
    sys.exit(main())
