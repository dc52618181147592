# SPDX-License-Identifier: GPL-3.0-or-later
# `cpack`: a Debian package, and the installed tree as an archive (packaging/make_bundle.sh completes it).
set(CPACK_PACKAGE_NAME gbs-explorer)
set(CPACK_PACKAGE_VENDOR "The GbS Explorer authors")
set(CPACK_PACKAGE_CONTACT "The GbS Explorer authors <gbs-explorer@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "See where a phrase lies in a picture")
set(CPACK_PACKAGE_DESCRIPTION
    "Type a phrase and see where it lies in a photo, by a model that learned from captions alone, without a detector
and without boxes. Trains such models and scores them on published benchmarks. LibTorch is included.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_COMPRESSION_TYPE zstd)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${LibTorch_ROOT_DIR}/lib)
# Plugins that Qt loads by itself, which no linker sees.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "xdg-utils, openmpi-bin, qt6-wayland, fonts-dejavu-core")
include(CPack)
