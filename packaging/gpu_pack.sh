#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Packs what a machine with nvcc, CMake, Ninja and PyTorch, but without network and root, lacks to build the command
# line: headers and libraries of OpenCV, yaml-cpp, CLI11, spdlog and so on, with all libraries that they load, and Open
# MPI. Run it on Debian 12 after `make setup`; then copy the source and the pack there and run packaging/gpu_check.sh.
#
#   packaging/gpu_pack.sh [FILE]     default: build/gpu_pack.tar.xz; must stay below 60 MB
#
# The libraries run on any distribution whose C library is not older than that of this machine.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
FILE=$(realpath -m "${1:-build/gpu_pack.tar.xz}")
LIBRARIES=/usr/lib/$(gcc -print-multiarch)
readonly LIMIT=60000000

# Packages whose headers are copied.
readonly PACKAGES=(libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev libjpeg-dev libjpeg62-turbo-dev libpng-dev libwebp-dev
    zlib1g-dev libyaml-cpp-dev nlohmann-json3-dev libcli11-dev libspdlog-dev libfmt-dev libutf8proc-dev libpugixml-dev libssl-dev
    libarchive-dev)
# Libraries that the program links.
readonly LINKED=(opencv_core opencv_imgproc opencv_imgcodecs jpeg png16 png webp webpdemux z yaml-cpp spdlog fmt utf8proc pugixml crypto archive mpi)
# Of the system of every machine.
readonly BASE='/(ld-linux[^/]*|lib(c|m|dl|rt|pthread|resolv|util|nsl|gcc_s|stdc\+\+|gomp|atomic))\.so'

die() { printf 'gpu_pack: error: %s\n' "$*" >&2; exit 1; }

pack=$(mktemp -d)
trap 'rm -rf "$pack"' EXIT
root=$pack/gpu_pack
mkdir -p "$root/include" "$root/lib" "$root/bin"

# --- headers --------------------------------------------------------------------------------------------------------

for package in "${PACKAGES[@]}"; do
    dpkg -L "$package" >/dev/null || die "$package is not installed: run \`make setup\`"
    while read -r file; do
        [[ -f $file ]] || continue
        case $file in
            "/usr/include/$(gcc -print-multiarch)/"*) target=include/${file#/usr/include/*/} ;;
            /usr/include/*) target=include/${file#/usr/include/} ;;
            *) continue ;;
        esac
        mkdir -p "$root/$(dirname "$target")"
        cp -L "$file" "$root/$target"
    done < <(dpkg -L "$package")
done
cp -rL "$LIBRARIES/openmpi/include" "$root/include/openmpi"

# --- libraries, by the names under which they are loaded ------------------------------------------------------------

files=()
for name in "${LINKED[@]}"; do
    file=$LIBRARIES/lib$name.so
    [[ -e $file ]] || die "$file is missing: run \`make setup\`"
    loaded=$(objdump -p "$(readlink -f "$file")" | awk '$1 == "SONAME" { print $2 }')
    files+=("$LIBRARIES/$loaded")
    ln -sf "$loaded" "$root/lib/lib$name.so"
done
modules=$(readlink -f "$LIBRARIES/openmpi/lib/openmpi3" "$LIBRARIES/openmpi/lib/openmpi" 2>/dev/null | head -1)
mkdir -p "$root/lib/openmpi"
# What one machine needs: shared memory and TCP, without batch systems and fabrics.
for module in "$modules"/mca_*.so; do
    case $(basename "$module") in
        mca_btl_usnic* | mca_btl_ofi* | mca_btl_openib* | mca_btl_uct* | mca_pml_ucx* | mca_osc_ucx* | mca_mtl_* | mca_spml_* | \
            mca_scoll_* | mca_atomic_* | mca_memheap_* | mca_sshmem_* | mca_plm_slurm* | mca_ess_slurm* | mca_ras_* | mca_fs_* | \
            mca_fcoll_* | mca_fbtl_* | mca_io_* | mca_sharedfp_* | mca_common_ofi* | mca_common_ucx* | mca_plm_tm* | mca_ess_tm*) ;;
        *)
            cp -L "$module" "$root/lib/openmpi/"
            files+=("$module")
            ;;
    esac
done
for program in orted orterun; do
    cp -L "$(command -v "$program")" "$root/bin/"
    files+=("$(readlink -f "$(command -v "$program")")")
done
ln -sf orterun "$root/bin/mpirun"
mkdir -p "$root/share"
cp -rL /usr/share/openmpi "$root/share/openmpi"
while read -r loaded; do cp -L "$loaded" "$root/lib/"; done < <(
    { printf '%s\n' "${files[@]}" | grep -v /mca_ | grep '\.so' || true
      ldd "${files[@]}" 2>/dev/null | awk '/=> \// { print $3 }'; } | sort -u | grep -vE "$BASE")
strip --strip-unneeded "$root"/lib/*.so.* "$root"/lib/openmpi/*.so 2>/dev/null || true

# --- CMake packages with paths relative to the pack -----------------------------------------------------------------

# package NAME TARGET "FILES" [DEFINITIONS]: NAMEConfig.cmake with one imported target that links lib/FILE.so.
package() {
    mkdir -p "$root/cmake/$1"
    local file libraries=
    for file in $3; do libraries+="\${_pack}/lib/lib$file.so;"; done
    cat >>"$root/cmake/$1/$1Config.cmake" <<END
get_filename_component(_pack "\${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
if(NOT TARGET $2)
  add_library($2 INTERFACE IMPORTED)
  set_target_properties($2 PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "\${_pack}/include;\${_pack}/include/opencv4"
    INTERFACE_LINK_LIBRARIES "$libraries" INTERFACE_COMPILE_DEFINITIONS "${4:-}")
endif()
END
}
rm -rf "$root/cmake"
for name in core imgproc imgcodecs; do package OpenCV "opencv_$name" "opencv_$name"; done
package yaml-cpp yaml-cpp yaml-cpp
package nlohmann_json nlohmann_json::nlohmann_json ""
package CLI11 CLI11::CLI11 ""
package spdlog spdlog::spdlog "spdlog fmt" "SPDLOG_COMPILED_LIB;SPDLOG_SHARED_LIB;SPDLOG_FMT_EXTERNAL"
package pugixml pugixml::pugixml pugixml
package utf8proc PkgConfig::utf8proc utf8proc

# --- the file -------------------------------------------------------------------------------------------------------

mkdir -p "$(dirname "$FILE")"
tar -C "$pack" --sort=name --owner=0 --group=0 --mtime=@0 -cf - gpu_pack | xz -T0 -6 >"$FILE"
bytes=$(stat -c %s "$FILE")
((bytes < LIMIT)) || die "$FILE has $bytes bytes, more than $LIMIT"
printf 'gpu_pack: %s, %d.%d MB\n' "$FILE" $((bytes / 1000000)) $((bytes / 100000 % 10))
