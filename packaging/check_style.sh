#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks formatting, spelling, license lines and the include graph of the tree. Takes seconds and changes nothing.
# The formatting is that of clang-format 14; other releases format some lines differently and are not used.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failed=0
fail() {
    printf 'style: %s\n' "$*" >&2
    failed=1
}

list() { git ls-files --cached --others --exclude-standard -- "$@" | while read -r f; do [[ -f $f ]] && printf '%s\n' "$f"; done; }

formatter=$(command -v clang-format-14 || command -v clang-format || true)
if [[ -n $formatter ]] && "$formatter" --version | grep -q 'version 14\.'; then
    misformatted=$(list '*.h' '*.cpp' '*.cu' | xargs -n 60 -P "$(nproc)" "$formatter" --dry-run -Werror 2>&1 | grep 'error:' || true)
    [[ -z $misformatted ]] || fail "run make format:"$'\n'"$misformatted"
else
    echo "style: clang-format 14 is not installed; formatting is not checked" >&2
fi

if command -v codespell >/dev/null; then
    list | grep -v "^tests/fuzz/corpus/" | xargs codespell || fail "codespell found misspelled words (above); .codespellrc lists the exceptions"
else
    echo "style: codespell is not installed; spelling is not checked" >&2
fi

while read -r file; do
    head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || fail "$file has no SPDX line"
done < <(list '*.h' '*.cpp' '*.cu' '*.py' '*.sh' '*.cmake' '*CMakeLists.txt')

# These throw where a path cannot be looked at: take core/base/foreign_paths.h, or pass an error_code.
throwing=$(list 'core/*' 'training/*' 'app/*' | xargs grep -nE \
    '(fs|filesystem)::(exists|is_directory|is_regular_file|file_size|last_write_time|directory_iterator|canonical)\([^,)]+\)' |
    grep -vE '\((status|entry)\)' || true)
[[ -z $throwing ]] || fail "std::filesystem that throws:"$'\n'"$throwing"

python3 packaging/check_docs.py || fail "the documentation names what does not exist (above)"
# These write and read numbers by the locale, with decimal commas where that has them: take fmt and std::from_chars.
by_locale=$(list 'core/*' 'training/*' 'app/*' 'widgets/*' | xargs grep -nE 'printf\(.*%[-+ 0-9.*]*[efgEFG]|std::(stod|stof|strtod|atof)\b' || true)
[[ -z $by_locale ]] || fail "numbers that depend on the locale:"$'\n'"$by_locale"

if command -v appstreamcli >/dev/null; then
    problems=$(appstreamcli validate --no-net packaging/desktop/gbs.metainfo.xml 2>&1) || fail "$problems"
fi
if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate packaging/desktop/gbs.desktop || fail "the desktop entry is wrong (above)"
fi

packaging/include_graph.py >/dev/null || fail "the include graph has a wrong arrow (above)"
exit $failed
