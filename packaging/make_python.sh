#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/make_python.sh env          an environment in build/python/env: nanobind, and torch from build/venv
# packaging/make_python.sh wheel        a wheel in build/python from build/python/package (docs/python.md)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly ENV=build/python/env
unset PYTHONPATH PYTHONHOME

case ${1:-} in
    env) packaging/make_environment.sh "$ENV" packaging/requirements-python.txt ;;
    wheel) "$ENV/bin/python" packaging/make_wheel.py build/python/package build/python ;;
    *) sed -n '3,4s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
