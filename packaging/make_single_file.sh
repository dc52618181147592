#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes gbs-explorer-VERSION-ARCH.run of an archive by make_bundle.sh: one file that runs. At its first start it unpacks
# itself into the user's cache, which takes some ten seconds; it needs sh, tar and gzip.
#   packaging/make_single_file.sh BUNDLE.tar.zst [OUTPUT FOLDER]
set -euo pipefail
bundle=$(realpath "${1:?usage: make_single_file.sh BUNDLE.tar.zst [OUTPUT FOLDER]}")
output=$(realpath "${2:-.}")
name=$(basename "$bundle" .tar.zst)
head=$(mktemp)
trap 'rm -f "$head"' EXIT
cat > "$head" <<'HEAD'
#!/bin/sh
# GbS Explorer in one file: GPL-3.0-or-later. --gbs-extract FOLDER unpacks it there; --gbs-remove deletes what it unpacked.
set -e
cache=${XDG_CACHE_HOME:-$HOME/.cache}/gbs-explorer
place=$cache/@ID@
unpack() { tail -n +@LINES@ "$0" | tar -xz -C "$1" --strip-components 1; }
case ${1:-} in
    --gbs-remove) rm -rf "$cache"; exit 0 ;;
    --gbs-extract) mkdir -p "${2:?give a folder}"; unpack "$2"; exit 0 ;;
esac
if [ ! -x "$place/bin/gbs" ]; then
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/.new-XXXXXX")
    trap 'rm -rf "$work"' EXIT INT TERM HUP
    echo "gbs: unpacking into $place, once" >&2
    unpack "$work"
    # Another start may have been quicker; other versions are no longer needed.
    mv -T "$work" "$place" 2> /dev/null || [ -x "$place/bin/gbs" ]
    for old in "$cache"/*; do [ "$old" = "$place" ] || rm -rf "$old"; done
    trap - EXIT INT TERM HUP
fi
exec "$place/bin/gbs" "$@"
HEAD
id=$(sha256sum "$bundle" | cut -c1-16)
lines=$(($(wc -l < "$head") + 1))
sed -i "s|@ID@|$id|; s|@LINES@|$lines|" "$head"
{ cat "$head"; zstd -dcq "$bundle" | gzip -6; } > "$output/$name.run"
chmod 755 "$output/$name.run"
ls -lh "$output/$name.run" | awk '{print $NF ": " $5}'
