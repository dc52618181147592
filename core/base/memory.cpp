// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/memory.h"

#include <malloc.h>

#include <climits>

namespace gbs {

void keep_freed_memory() {
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_TOP_PAD, 64 << 20);
}

void return_freed_memory() {
    malloc_trim(0);
}

}  // namespace gbs
