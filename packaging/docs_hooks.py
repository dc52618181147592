# SPDX-License-Identifier: GPL-3.0-or-later
"""Hooks of mkdocs.yml. Pages link to files of the source, which a site does not have: those become plain names."""
import re


def on_page_markdown(markdown, page, **_):
    depth = page.file.src_uri.count("/")
    outside = re.compile(r"\[([^\]]+)\]\(" + re.escape("../" * (depth + 1)) + r"[^)]*\)")
    markdown = outside.sub(r"\1", markdown)
    return re.sub(r"\[([^\]]+)\]\(python\.ipynb\)", r"\1", markdown)
