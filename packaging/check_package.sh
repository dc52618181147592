#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs a package in a clean root, uses it there, removes it, and lists what it left. Needs root and debootstrap.
#   packaging/check_package.sh PACKAGE.deb|BUNDLE.tar.zst|BUNDLE.run [ROOT]
# ROOT is kept for the next check; without it, a temporary root is made and removed.
set -euo pipefail
package=$(realpath "${1:?usage: check_package.sh PACKAGE [ROOT]}")
root=${2:-}
temporary=
[ -n "$root" ] || temporary=1 root=$(mktemp -d)
clean_up() {
    umount "$root/proc" 2> /dev/null || true
    [ -z "$temporary" ] || rm -rf --one-file-system "$root"
}
trap clean_up EXIT
mirror=${MIRROR:-http://deb.debian.org/debian}
suite=${SUITE:-bookworm}
[ -x "$root/usr/bin/apt-get" ] || debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" > /dev/null
cp -L /etc/resolv.conf "$root/etc/" 2> /dev/null || true
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
rm -rf "$root/tmp/check"
mkdir -p "$root/tmp/check"
cp "$package" "$root/tmp/check/"

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
list_files() { find "$root" -xdev \( -path "$root/var" -o -path "$root/tmp" \) -prune -o -type f -print | sort; }

list_files > "$root/tmp/before"
case $package in
    *.deb)
        inside sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends /tmp/check/*.deb > /tmp/check/log 2>&1' ||
            { tail -20 "$root/tmp/check/log"; exit 1; }
        program=/usr/bin/gbs
        share=/usr/share/gbs
        ;;
    *.tar.zst)
        mkdir -p "$root/opt/gbs"
        zstd -dcq "$package" | tar -x -C "$root/opt/gbs" --strip-components 1
        program=/opt/gbs/bin/gbs
        share=/opt/gbs/share/gbs
        # What every desktop has, and the bundle leaves to the system.
        inside sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends libx11-6 libx11-xcb1 libxcb1 libgl1 \
            libegl1 libopengl0 libfontconfig1 libfreetype6 > /tmp/check/log 2>&1'
        ;;
    *.run)
        program=/tmp/check/$(basename "$package")
        inside "$program" --gbs-extract /tmp/check/unpacked
        share=/tmp/check/unpacked/share/gbs
        inside sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends libx11-6 libx11-xcb1 libxcb1 libgl1 \
            libegl1 libopengl0 libfontconfig1 libfreetype6 > /tmp/check/log 2>&1'
        ;;
esac
echo "installed: $(inside du -sh --apparent-size "$share" | cut -f1) of data"
inside "$program" --version
for file in html/index.html gbs.spdx.json licenses/torch/LICENSE; do
    [ -e "$root${share%/gbs}/doc/gbs/$file" ] || { echo "missing: ${share%/gbs}/doc/gbs/$file"; exit 1; }
done
inside "$program" ground "$share/resources/samples/coffee.jpg" "a metal spoon"
inside env QT_QPA_PLATFORM=offscreen "$program" --screenshots /tmp/check/window > /dev/null 2>&1
echo "window: $(find "$root/tmp/check/window" -name '*.png' | wc -l) pictures"
inside sh -c "cd /tmp/check && mkdir -p photos && cp $share/resources/samples/*.jpg photos/ &&
    (cd photos && for photo in *.jpg; do printf '%s\t0\ta photo of something\n' \"\$photo\"; done) > captions.tsv &&
    $program train --preset smoke --set data.images=photos --set data.captions=captions.tsv --set batch=4 --set steps=2 --run run > train.log 2>&1" ||
    { tail -5 "$root/tmp/check/train.log"; exit 1; }
echo "training: $(tail -1 "$root/tmp/check/train.log")"
case $package in
    *.deb) inside sh -c 'apt-get purge -y -qq gbs-explorer > /dev/null 2>&1' ;;
    *.tar.zst) rm -rf "$root/opt/gbs" ;;
    *.run) inside "$program" --gbs-remove ;;
esac
list_files > "$root/tmp/after"
echo "left behind, dependencies aside:"
comm -13 "$root/tmp/before" "$root/tmp/after" | sed "s|^$root||" | grep -i gbs || echo "nothing"
