# SPDX-License-Identifier: GPL-3.0-or-later
# Finds LibTorch inside a torch wheel and defines the target LibTorch::LibTorch.
#
# The CMake package of a CUDA wheel requires a CUDA toolkit, which only our own kernels need. This module links the
# libraries by name instead: torch, torch_cpu, c10 and, if present, torch_cuda and c10_cuda (not dropped as unused, since
# they register the CUDA backend).
#
# Input:  GBS_PYTHON   a Python that has torch (default: the virtual environment of the build folder)
# Output: LibTorch_ROOT_DIR, LibTorch_HAS_CUDA, LibTorch::LibTorch

if(NOT LibTorch_ROOT_DIR)
  execute_process(
    COMMAND ${GBS_PYTHON} -c
            "import importlib.util as u, pathlib; print(pathlib.Path(u.find_spec('torch').origin).parent)"
    OUTPUT_VARIABLE _torch_root OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  set(LibTorch_ROOT_DIR "${_torch_root}" CACHE PATH "The torch folder of a torch wheel" FORCE)
endif()

find_path(LibTorch_INCLUDE_DIR ATen/ATen.h PATHS "${LibTorch_ROOT_DIR}/include" NO_DEFAULT_PATH)
foreach(_lib torch torch_cpu c10 torch_cuda c10_cuda)
  find_library(LibTorch_${_lib} ${_lib} PATHS "${LibTorch_ROOT_DIR}/lib" NO_DEFAULT_PATH)
endforeach()
set(LibTorch_HAS_CUDA OFF)
if(LibTorch_torch_cuda)
  set(LibTorch_HAS_CUDA ON)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(
  LibTorch REQUIRED_VARS LibTorch_INCLUDE_DIR LibTorch_torch LibTorch_torch_cpu LibTorch_c10
  FAIL_MESSAGE "LibTorch not found: run `make setup`, or set GBS_PYTHON to a Python that has torch")

if(LibTorch_FOUND AND NOT TARGET LibTorch::LibTorch)
  add_library(LibTorch::LibTorch INTERFACE IMPORTED)
  # Search the system's folders first: the wheel contains headers of other libraries (fmt, dnnl).
  target_compile_options(LibTorch::LibTorch INTERFACE
    "SHELL:-idirafter ${LibTorch_INCLUDE_DIR}" "SHELL:-idirafter ${LibTorch_INCLUDE_DIR}/torch/csrc/api/include")
  # The C++ library first: libtorch.so of some wheels (2.11) exports an old std::filesystem::remove_all, which crashes.
  set(_libs stdc++ ${LibTorch_torch} ${LibTorch_torch_cpu} ${LibTorch_c10})
  if(LibTorch_HAS_CUDA)
    list(APPEND _libs -Wl,--no-as-needed ${LibTorch_torch_cuda} ${LibTorch_c10_cuda} -Wl,--as-needed)
  endif()
  target_link_libraries(LibTorch::LibTorch INTERFACE ${_libs})
endif()
