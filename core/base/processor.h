// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Before a function with plain loops: one version for each kind of processor, chosen when the program starts. Sanitizers
/// do not support the choice.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define GBS_FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define GBS_FOR_EACH_PROCESSOR
#endif
