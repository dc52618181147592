#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/make_environment.sh FOLDER REQUIREMENTS      a Python environment with the torch of build/venv
# Does nothing if it is complete. PIP_* and pip.conf are honored.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[[ $# == 2 ]] || { sed -n '3,4s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
readonly ENV=$1 REQUIREMENTS=$2
unset PYTHONPATH PYTHONHOME

stamp=$ENV/.complete-$(sha256sum "$REQUIREMENTS" | cut -c1-16)
[[ -e $stamp ]] && exit
echo "python: creating $ENV"
build/venv/bin/python -m venv "$ENV"
"$ENV/bin/python" -m pip --disable-pip-version-check install -q -r "$REQUIREMENTS"
# One LibTorch for the program and for PyTorch: that of build/venv.
own=$("$ENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
shared=$(realpath "$(build/venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')")
echo "$shared" > "$own/gbs_torch.pth"
touch "$stamp"
