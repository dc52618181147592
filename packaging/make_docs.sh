#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The documentation as a site in build/docs/html; links and the names of source files are checked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly ENV=build/docs/env REQUIREMENTS=packaging/requirements-docs.txt
unset PYTHONPATH PYTHONHOME
python3 packaging/check_docs.py
stamp=$ENV/.complete-$(sha256sum $REQUIREMENTS | cut -c1-16)
if [[ ! -e $stamp ]]; then
    echo "docs: creating $ENV"
    python3 -m venv "$ENV"
    "$ENV/bin/python" -m pip --disable-pip-version-check install -q -r $REQUIREMENTS
    touch "$stamp"
fi
# The note about the generator's next version is for its users.
NO_MKDOCS_2_WARNING=1 "$ENV/bin/python" -m mkdocs build --strict --quiet
if command -v doxygen > /dev/null; then
    doxygen packaging/Doxyfile  # fails on a warning
else
    echo "docs: without the pages of the headers, which need doxygen"
fi
echo "docs: build/docs/html/index.html ($(du -sh build/docs/html | cut -f1))"
