// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The parts of LibTorch used by core/ and training/. Compiles three times as fast as torch/torch.h.
// Precompiled (see core/CMakeLists.txt). Headers visible to app/ must not include it.
#include <torch/cuda.h>
#include <torch/nn/functional/loss.h>
#include <torch/nn/functional/padding.h>
#include <torch/nn/functional/upsampling.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>
#include <torch/types.h>
#include <torch/utils.h>
