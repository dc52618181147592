# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a wheel of the Python package that the build made: make_wheel.py PACKAGE_FOLDER OUTPUT_FOLDER.

The wheel has the default model and its text encoder, so that gbs.load() works wherever it is installed. Its libraries are
those of this system: it is for this distribution and this version of torch.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def version() -> str:
    return re.search(r"project\(gbs VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text()).group(1)


def tag() -> str:
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    return f"{python}-{python}-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"


def write_metadata(folder: pathlib.Path, torch: str) -> None:
    folder.mkdir()
    (folder / "METADATA").write_text(
        f"""Metadata-Version: 2.1
Name: gbs-explorer
Version: {version()}
Summary: Grounding by Separation: see where a phrase lies in a photo
License: GPL-3.0-or-later
Requires-Python: =={sys.version_info.major}.{sys.version_info.minor}.*
Requires-Dist: torch=={torch.split('+')[0]}
Requires-Dist: numpy>=2
Provides-Extra: pil
Requires-Dist: pillow; extra == "pil"
Description-Content-Type: text/markdown

{(ROOT / "docs" / "python.md").read_text()}
"""
    )
    (folder / "WHEEL").write_text(
        f"Wheel-Version: 1.0\nGenerator: make_wheel.py\nRoot-Is-Purelib: false\nTag: {tag()}\n"
    )
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")


def main() -> None:
    package, output = map(pathlib.Path, sys.argv[1:])
    with tempfile.TemporaryDirectory(dir=output) as name:
        stage = pathlib.Path(name)
        shutil.copytree(package, stage, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        module = stage / "gbs"
        subprocess.run(["strip", "--strip-unneeded", *module.glob("_core*.so")], check=True)
        shutil.copytree(ROOT / "resources" / "models", module / "resources" / "models")
        shutil.copytree(ROOT / "build" / "weights" / "minilm-l6-v2", module / "weights" / "minilm-l6-v2")
        torch = re.search('"(.*)"', (module / "_torch_version.py").read_text()).group(1)
        write_metadata(stage / f"gbs_explorer-{version()}.dist-info", torch)
        for old in output.glob("gbs_explorer-*.whl"):
            old.unlink()
        subprocess.run([sys.executable, "-m", "wheel", "pack", "-d", output, stage], check=True)


main()
