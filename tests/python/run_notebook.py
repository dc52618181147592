# SPDX-License-Identifier: GPL-3.0-or-later
"""run_notebook.py NOTEBOOK: runs all its cells in its folder. Ends with 77 where nbclient or ipykernel is missing."""
import pathlib
import sys

try:
    import ipykernel  # noqa: F401
    import matplotlib  # noqa: F401
    import nbclient
    import nbformat
except ImportError as error:
    print(error)
    sys.exit(77)

notebook = pathlib.Path(sys.argv[1])
client = nbclient.NotebookClient(nbformat.read(notebook, as_version=4), timeout=300, kernel_name="python3",
                                 resources={"metadata": {"path": str(notebook.parent)}})
client.execute()
