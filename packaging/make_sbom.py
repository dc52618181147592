# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what an installation is made of: gbs.spdx.json (SPDX 2.3) and licenses/ with the notices of each library.

    make_sbom.py PROGRAM OUTPUT_FOLDER [--inside LIBRARY_FOLDER] [--python PYTHON]

PROGRAM is gbs-program. Its libraries, and those that they load, are looked up as the loader does; --inside names the folder
of the installation that has copies of some. PYTHON has torch, whose version and notices it tells. Fails if a library that the
program itself links is not in resources/notices.txt.
"""
import argparse
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import datetime
import os

ROOT = pathlib.Path(__file__).resolve().parent.parent
#: Belongs to every system.
SYSTEM = re.compile(r"^(ld-linux.*|linux-vdso|lib(c|m|dl|rt|pthread|util|resolv)|libmvec)$")
NOTICES = ROOT / "resources" / "notices.txt"


def version() -> str:
    return re.search(r"project\(gbs VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text()).group(1)


def read_notices() -> list[dict]:
    """The blocks of notices.txt: a name, then indented "Key: value"."""
    parts = []
    for block in NOTICES.read_text().split("\n\n"):
        name, *lines = block.split("\n")
        fields = dict(line.strip().split(": ", 1) for line in lines if re.match(r"  \w+: ", line))
        if "License" in fields:
            parts.append({"name": name, "files": fields.get("Files", "").split(), **fields})
    return parts


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def plain(name: str) -> str:
    """libpng16 of libpng16.so.16"""
    return name.split(".so")[0]


def linked(program: pathlib.Path) -> list[str]:
    """What the program itself links."""
    return [plain(name) for name in re.findall(r"NEEDED\s+(\S+)", run("objdump", "-p", str(program)))]


def loaded(program: pathlib.Path) -> dict[str, pathlib.Path]:
    """All libraries by name, with those of libraries."""
    found = re.findall(r"^\s*(\S+) => (/\S+)", run("ldd", str(program)), re.M)
    return {plain(name): pathlib.Path(path) for name, path in found if not SYSTEM.match(plain(name))}


def owners(paths: list[pathlib.Path]) -> dict[pathlib.Path, tuple[str, str]]:
    """Name and version of the Debian package of each file that one has."""
    asked = {}
    for path in paths:
        for candidate in (path, path.resolve()):
            asked[str(candidate)] = asked[str(candidate).removeprefix("/usr")] = path
    found = {}
    for line in run("dpkg", "-S", *asked).splitlines():
        name, _, file = line.partition(": ")
        if file in asked:
            found[asked[file]] = name.split(",")[0].split(":")[0]
    lines = run("dpkg-query", "-W", "-f", "${Package} ${Version}\n", *sorted(set(found.values()))).splitlines()
    versions = dict(line.split() for line in lines)
    return {path: (name, versions[name]) for path, name in found.items() if name in versions}


def system_paths() -> dict[str, pathlib.Path]:
    """Where the loader finds each library of the system, by name."""
    lines = re.findall(r"^\s+(\S+) .*=> (/\S+)$", run("ldconfig", "-p"), re.M)
    return {plain(name): pathlib.Path(path) for name, path in reversed(lines)}


def identifier(name: str) -> str:
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def package(name: str, number: str, license_text: str, origin: str, copyright_text: str, **more) -> dict:
    return {"SPDXID": identifier(name), "name": name, "versionInfo": number, "downloadLocation": origin,
            "filesAnalyzed": False, "licenseConcluded": "NOASSERTION", "licenseDeclared": license_text,
            "copyrightText": copyright_text, **more}


def torch_version(python: str) -> tuple[str, pathlib.Path]:
    code = "import importlib.metadata as m; d = m.distribution('torch'); print(d.version); print(d._path)"
    number, path = run(python, "-c", code).split()
    return number, pathlib.Path(path)


def copy_licenses(names: set[str], output: pathlib.Path, python: str) -> None:
    """What each Debian package says of its authors and terms, and the same of torch."""
    for name in sorted(names):
        source = pathlib.Path("/usr/share/doc") / name / "copyright"
        if source.is_file():
            shutil.copy(source, output / name)
    _, path = torch_version(python)
    if (path / "licenses").is_dir():
        shutil.copytree(path / "licenses", output / "torch", dirs_exist_ok=True)


def our_parts(program: pathlib.Path, python: str) -> list[dict]:
    """The program, and the parts of notices.txt; those in files get their version from `libraries`."""
    digest = hashlib.sha256(program.read_bytes()).hexdigest()
    parts = [package("GbS Explorer", version(), "GPL-3.0-or-later", "NOASSERTION", "The GbS Explorer authors",
                     primaryPackagePurpose="APPLICATION",
                     checksums=[{"algorithm": "SHA256", "checksumValue": digest}])]
    for part in read_notices():
        number = torch_version(python)[0] if part["name"] == "LibTorch" else "NOASSERTION"
        if "Package" in part:  # headers
            number = run("dpkg-query", "-W", "-f", "${Version}", part["Package"]) or number
        parts.append(package(part["name"], number, part["License"], part["Origin"], part["Copyright"],
                             comment=part["Use"]))
    return parts


def describe(program: pathlib.Path, inside: pathlib.Path | None, python: str) -> tuple[dict, set[str]]:
    libraries = loaded(program)
    if inside:
        system = system_paths()
        copied = {plain(path.name) for path in inside.rglob("*.so*")}
        libraries |= {name: system[name] for name in copied & system.keys()}
    parts = our_parts(program, python)
    own = {file: part for part, notice in zip(parts[1:], read_notices()) for file in notice["files"]}
    debian: dict[str, dict] = {}
    packages = owners(sorted(set(libraries.values())))
    for name, path in sorted(libraries.items()):
        if path not in packages:
            continue  # LibTorch's own
        owner, number = packages[path]
        entry = debian.setdefault(owner, package(
            owner, number, "NOASSERTION", "NOASSERTION", "NOASSERTION", supplier="Organization: Debian", comment="",
            externalRefs=[{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                           "referenceLocator": f"pkg:deb/debian/{owner}@{number}"}]))
        entry["comment"] = (entry["comment"] + " " + name).strip()
        if name in own and own[name]["versionInfo"] == "NOASSERTION":
            own[name]["versionInfo"] = number
    parts += debian.values()
    relations = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
                  "relatedSpdxElement": parts[0]["SPDXID"]}]
    relations += [{"spdxElementId": parts[0]["SPDXID"], "relationshipType": "DEPENDS_ON",
                   "relatedSpdxElement": part["SPDXID"]} for part in parts[1:]]
    stamp = int(os.environ.get("SOURCE_DATE_EPOCH", datetime.datetime.now().timestamp()))
    created = datetime.datetime.fromtimestamp(stamp, datetime.timezone.utc)
    document = {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
                "name": f"gbs-explorer-{version()}",
                "documentNamespace": f"https://spdx.org/spdxdocs/gbs-explorer-{version()}-{parts[0]['checksums'][0]['checksumValue'][:16]}",
                "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: make_sbom.py"]},
                "hasExtractedLicensingInfos": [
                    {"licenseId": "LicenseRef-public-domain", "extractedText": "No known copyright restrictions."}],
                "packages": parts, "relationships": relations}
    return document, set(debian)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--inside", type=pathlib.Path)
    parser.add_argument("--python", default=str(ROOT / "build" / "venv" / "bin" / "python"))
    arguments = parser.parse_args()
    known = {file for part in read_notices() for file in part["files"]}
    missing = [name for name in linked(arguments.program) if name not in known and not SYSTEM.match(name)]
    if missing:
        print(f"make_sbom.py: add to resources/notices.txt: {', '.join(missing)}", file=sys.stderr)
        return 1
    document, debian = describe(arguments.program, arguments.inside, arguments.python)
    licenses = arguments.output / "licenses"
    licenses.mkdir(parents=True, exist_ok=True)
    copy_licenses(debian if arguments.inside else set(), licenses, arguments.python)
    (arguments.output / "gbs.spdx.json").write_text(json.dumps(document, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
