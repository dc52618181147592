#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/make_python.sh env          an environment in build/python/env: nanobind, and torch from build/venv
# packaging/make_python.sh wheel        a wheel in build/python from build/python/package (docs/python.md)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly ENV=build/python/env REQUIREMENTS=packaging/requirements-python.txt
unset PYTHONPATH PYTHONHOME

make_environment() {
    local stamp
    stamp=$ENV/.complete-$(sha256sum $REQUIREMENTS | cut -c1-16)
    [[ -e $stamp ]] && return
    echo "python: creating $ENV"
    build/venv/bin/python -m venv "$ENV"
    "$ENV/bin/python" -m pip --disable-pip-version-check install -q -r $REQUIREMENTS
    # One LibTorch for the program, the module and PyTorch: that of build/venv.
    local own shared
    own=$("$ENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    shared=$(realpath "$(build/venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')")
    echo "$shared" > "$own/gbs_torch.pth"
    touch "$stamp"
}

case ${1:-} in
    env) make_environment ;;
    wheel) "$ENV/bin/python" packaging/make_wheel.py build/python/package build/python ;;
    *) sed -n '3,4s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
