// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The parts of LibTorch that core/ and training/ use, in place of torch/torch.h: a third of its time to compile.
// Precompiled (see core/CMakeLists.txt). Never included by headers that app/ sees.
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
