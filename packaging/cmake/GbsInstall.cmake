# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --install`: the program, its resources and weights, and the desktop entry. LibTorch stays where it was found.
include(GNUInstallDirs)
install(TARGETS gbs gbs_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
set_target_properties(gbs_program PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
# core/base/paths.cpp finds these below the prefix of the installed program.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs/resources)
install(DIRECTORY ${GBS_WEIGHTS}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs/weights)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/training/recipes ${CMAKE_SOURCE_DIR}/training/tables
  DESTINATION ${CMAKE_INSTALL_DATADIR}/gbs/training)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/gbs.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/gbs.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
