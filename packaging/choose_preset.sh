#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the CMake preset for this machine: cuda if nvcc and a CUDA build of LibTorch are found, else cpu.
cd "$(dirname "$0")/.." || exit 1
nvcc=$(command -v nvcc || ls /usr/local/cuda/bin/nvcc 2>/dev/null)
if [ -n "$nvcc" ] && ls build/venv/lib/python3*/site-packages/torch/lib/libtorch_cuda.so >/dev/null 2>&1; then
    echo cuda
else
    echo cpu
fi
