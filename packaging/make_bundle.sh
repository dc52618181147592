#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes gbs-explorer-VERSION-ARCH.tar.zst, a folder that runs from anywhere on any Linux with the same or a newer glibc
# and, for the window, an X server or Wayland: the installed tree and every library that it needs but those that belong
# to the system. Needs patchelf and zstd.
#   packaging/make_bundle.sh BUILD [OUTPUT FOLDER]
set -euo pipefail
build=${1:?usage: make_bundle.sh BUILD [OUTPUT FOLDER]}
output=$(realpath "${2:-.}")
for tool in patchelf zstd; do
    command -v "$tool" > /dev/null || { echo "make_bundle.sh needs $tool: apt-get install $tool" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version=$("$build/gbs" --version | awk '{print $2}')  # "gbs 0.2.0 (1a2b3c4)"
name=gbs-explorer-$version-$(uname -m)
tree=$work/$name
cmake --install "$build" --prefix "$tree" --strip > /dev/null
libraries=$tree/lib/gbs

# What the system has to bring: the C library and the loader, drivers of the graphics card, and what must be the same as
# the X server's or the font configuration's.
system='ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|nsl)|libGL|libGLX|libGLdispatch|libEGL|libOpenGL|libgbm|libdrm.*'
system+='|libvulkan|libX11|libX11-xcb|libxcb|libXau|libXdmcp|libfontconfig|libfreetype|libwayland-.*'

copy_needed() {
    # The libraries that a file needs, by the loader's own search.
    ldd "$1" | awk '$2 == "=>" && $3 ~ /^\// {print $1, $3}' | while read -r soname path; do
        [[ $soname =~ ^($system)\.so ]] && continue
        [ -e "$libraries/$soname" ] || install -m 644 "$path" "$libraries/$soname"
    done
}

plugins=$(qtpaths6 --plugin-dir 2> /dev/null || qmake6 -query QT_INSTALL_PLUGINS)
mkdir -p "$libraries/plugins"
for kind in platforms imageformats iconengines sqldrivers xcbglintegrations platforminputcontexts \
    wayland-shell-integration wayland-decoration-client wayland-graphics-integration-client; do
    [ -d "$plugins/$kind" ] && cp -r "$plugins/$kind" "$libraries/plugins/"
done
# Drivers of other data bases would pull in their clients.
find "$libraries/plugins/sqldrivers" -name '*.so' ! -name '*sqlite*' -delete
printf '[Paths]\nPrefix = ../lib/gbs\nPlugins = plugins\n' > "$tree/bin/qt.conf"

copy_needed "$tree/bin/gbs-program"
while IFS= read -r plugin; do copy_needed "$plugin"; done < <(find "$libraries/plugins" -name '*.so')

# A library with a search path of its own does not use that of the program.
find "$libraries" -name '*.so*' -type f | while read -r library; do
    [ -z "$(patchelf --print-rpath "$library")" ] || patchelf --set-rpath "$(realpath --relative-to="$(dirname "$library")" \
        "$libraries" | sed 's|^|$ORIGIN/|')" "$library"
done

# Once more, now with the libraries inside and what their authors say of them.
python3 "$(dirname "$0")/make_sbom.py" "$build/gbs-program" "$tree/share/doc/gbs" --inside "$libraries"

tar -C "$work" -c "$name" | zstd -q -T0 -10 -f -o "$output/$name.tar.zst"
du -sh "$tree" | awk '{print "installed: " $1}'
ls -lh "$output/$name.tar.zst" | awk '{print $NF ": " $5}'
