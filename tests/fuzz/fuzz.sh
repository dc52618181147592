#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz.sh [MINUTES [TARGET ...]]: builds the fuzzer with clang in build/fuzz and runs each target for MINUTES, beginning with
# tests/fuzz/corpus/TARGET. New inputs go to build/fuzz/corpus, inputs that fail to build/fuzz/failures. Exit code 1 if any.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
minutes=${1:-1}
shift || true
compiler=$(compgen -c clang++ | grep -E '^clang\+\+(-[0-9]+)?$' | sort -V | tail -1)
[ -n "$compiler" ] || { echo "fuzz.sh: clang++ with libFuzzer is needed (packages clang and libclang-rt-dev)" >&2; exit 1; }
mkdir -p build
cmake -S tests/fuzz -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_C_COMPILER="${compiler/++/}" \
    > build/fuzz.log 2>&1 || { cat build/fuzz.log; exit 1; }
cmake --build build/fuzz
mapfile -t all < <(build/fuzz/gbs_fuzz)
for target in "$@"; do
    [[ " ${all[*]} " == *" $target "* ]] || { echo "fuzz.sh: no target $target; there are ${all[*]}" >&2; exit 1; }
done
failed=0
for target in "${@:-${all[@]}}"; do
    new=build/fuzz/corpus/$target known=tests/fuzz/corpus/$target dictionary=tests/fuzz/dictionaries/$target.dict
    mkdir -p "$new" build/fuzz/failures
    arguments=("$new")
    [ ! -d "$known" ] || arguments+=("$known")
    [ ! -f "$dictionary" ] || arguments+=("-dict=$dictionary")
    echo "fuzz: $target for $minutes minutes"
    # Readers refuse what needs more than this: see docs/reliability.md.
    TMPDIR=/dev/shm GBS_FUZZ_TARGET=$target build/fuzz/gbs_fuzz "${arguments[@]}" -max_total_time=$((minutes * 60)) \
        -max_len=20000 -timeout=20 -rss_limit_mb=4096 -artifact_prefix="build/fuzz/failures/$target-" -print_final_stats=1 \
        > "build/fuzz/$target.log" 2>&1 || { failed=1; echo "fuzz: $target FAILED, see build/fuzz/$target.log"; }
    grep -E "number_of_executed_units|peak_rss" "build/fuzz/$target.log" || true
done
exit $failed
