# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSOURCE=folder -DOUTPUT=file -P WriteCommit.cmake: writes " (1a2b3c4)", the commit of the sources, as a C string;
# "" outside of a clone. Leaves the file alone if nothing changed, so that nothing is compiled anew.
execute_process(COMMAND git -C ${SOURCE} describe --always --dirty=+ --exclude=* OUTPUT_VARIABLE commit
  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failure)
set(text "\"\"\n")
if(NOT failure AND commit)
  set(text "\" (${commit})\"\n")
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "${text}" @ONLY)
