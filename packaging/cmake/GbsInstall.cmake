# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --install` makes a tree that runs from wherever it is moved: core/base/paths.cpp finds the resources below
# the prefix of the program, and the program finds LibTorch by a path relative to itself.
include(GNUInstallDirs)
set(GBS_PRIVATE_LIBRARIES lib/gbs)  # the same for every prefix, unlike CMAKE_INSTALL_LIBDIR

install(TARGETS gbs gbs_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# RPATH, not RUNPATH: it also holds for the libraries of libraries, which packaging/make_bundle.sh adds.
target_link_options(gbs_program PRIVATE -Wl,--disable-new-dtags)
set_target_properties(gbs_program PROPERTIES INSTALL_RPATH "$ORIGIN/../${GBS_PRIVATE_LIBRARIES}")
if(LibTorch_HAS_CUDA)
  # A CUDA LibTorch has gigabytes of libraries: it stays where it was found.
  set_target_properties(gbs_program PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
else()
  set(libraries ${LibTorch_ROOT_DIR}/lib)
  install(FILES ${libraries}/libtorch_cpu.so ${libraries}/libc10.so DESTINATION ${GBS_PRIVATE_LIBRARIES})
  if(EXISTS ${libraries}/libgomp.so.1)
    install(FILES ${libraries}/libgomp.so.1 DESTINATION ${GBS_PRIVATE_LIBRARIES})
  endif()
endif()

install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs/resources)
install(DIRECTORY ${GBS_WEIGHTS}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs/weights)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/training/recipes ${CMAKE_SOURCE_DIR}/training/tables
  DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs/training)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/packaging/detectors DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs
  FILES_MATCHING PATTERN "*.py" PATTERN __pycache__ EXCLUDE)
# The stored outputs that `gbs fidelity` compares with.
set(fixtures ${CMAKE_SOURCE_DIR}/tests/fixtures)
install(DIRECTORY ${fixtures}/fidelity DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs/fidelity)
install(FILES ${fixtures}/bert_sizes.safetensors ${fixtures}/minilm.safetensors ${fixtures}/elmo.safetensors
  DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs/fidelity)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
# The same as a site, which Help > Guide opens, if `make docs` has made it. The pages of the headers are for developers.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/build/docs/html DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL PATTERN api EXCLUDE)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/gbs-explorer)

# The desktop: entry, icon, description for software centers, file types.
set(desktop ${CMAKE_SOURCE_DIR}/packaging/desktop)
set(icon ${CMAKE_SOURCE_DIR}/resources/icons/gbs.svg)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${icon} DESTINATION ${icons}/scalable/apps)
# Checkpoints and files of reviews, by the names of their types in gbs.xml.
foreach(type application-x-safetensors application-x-gbs-review)
  install(FILES ${icon} DESTINATION ${icons}/scalable/mimetypes RENAME ${type}.svg)
endforeach()
# For desktops that read no SVG.
find_program(RSVG_CONVERT rsvg-convert)
if(RSVG_CONVERT)
  foreach(size 16 22 24 32 48 64 128 256 512)
    install(CODE "set(folder \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${icons}/${size}x${size}/apps\")
      file(MAKE_DIRECTORY \"\${folder}\")
      execute_process(COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} -o \"\${folder}/gbs.png\" ${icon}
        COMMAND_ERROR_IS_FATAL ANY)")
  endforeach()
endif()
install(FILES ${desktop}/gbs.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/gbs.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/gbs.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)

# Manual pages and shell completion from the help of the program that was just built.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
install(CODE "execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/packaging/make_manuals.py
  $<TARGET_FILE:gbs> \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}\" COMMAND_ERROR_IS_FATAL ANY)")
# What it is made of: an SPDX document, and the notices of LibTorch and its parts.
install(CODE "execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/packaging/make_sbom.py
  $<TARGET_FILE:gbs_program> \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}\" --python ${GBS_PYTHON}
  COMMAND_ERROR_IS_FATAL ANY)")
