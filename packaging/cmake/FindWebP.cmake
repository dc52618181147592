# SPDX-License-Identifier: GPL-3.0-or-later
# Finds libwebp with its demuxer, which Debian's package has no CMake files for, and defines WebP::Demux.

find_path(WebP_INCLUDE_DIR webp/demux.h)
find_library(WebP_LIBRARY webp)
find_library(WebP_DEMUX_LIBRARY webpdemux)
mark_as_advanced(WebP_INCLUDE_DIR WebP_LIBRARY WebP_DEMUX_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(WebP REQUIRED_VARS WebP_INCLUDE_DIR WebP_LIBRARY WebP_DEMUX_LIBRARY)

if(WebP_FOUND AND NOT TARGET WebP::Demux)
  add_library(WebP::Demux INTERFACE IMPORTED)
  target_include_directories(WebP::Demux INTERFACE ${WebP_INCLUDE_DIR})
  target_link_libraries(WebP::Demux INTERFACE ${WebP_DEMUX_LIBRARY} ${WebP_LIBRARY})
endif()
