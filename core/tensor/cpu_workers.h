// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

#include "core/base/ordered_work.h"

namespace gbs {

/// Threads for `items` independent computations on the CPU, each in one thread: as many as torch would use within one
/// computation, but no more than items or GiB of memory. Several computations side by side need no waiting, whereas the
/// threads within one wait for each other after each operation, for long beside a busy program.
///
/// A single item, or a single thread, is left to the calling thread.
Workers cpu_workers(std::size_t items);

}  // namespace gbs
