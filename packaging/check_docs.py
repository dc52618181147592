# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if documentation names a file of the source that does not exist, or links to one.

    check_docs.py [ROOT]
"""
import pathlib
import re
import sys

#: Where code lives; a name in backquotes that begins so is a path, with or without an extension.
CODE = re.compile(r"`((?:core|training|widgets|app|tests|packaging|resources|translations|docs)/[\w./-]*\w/?)`")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def exists(root: pathlib.Path, name: str) -> bool:
    path = root / name
    return path.exists() or any(path.parent.glob(path.name + ".*")) if path.parent.is_dir() else False


def problems(root: pathlib.Path):
    pages = [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").rglob("*.md"))]
    for page in pages:
        text = page.read_text()
        for name in CODE.findall(text):
            if "NAME" not in name and not exists(root, name.rstrip("/")):
                yield f"{page.relative_to(root)}: `{name}` does not exist"
        for link in LINK.findall(re.sub(r"```.*?```", "", text, flags=re.S)):
            if "://" not in link and not link.startswith("mailto:") and not (page.parent / link).exists():
                yield f"{page.relative_to(root)}: the link to {link} leads nowhere"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    found = list(problems(root))
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


sys.exit(main())
