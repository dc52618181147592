// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// Makes the allocator keep freed memory instead of returning each large tensor to the system. Otherwise half
/// of the training time on the CPU is spent in page faults. Call once at the start of a long computation.
void keep_freed_memory();

/// Returns freed memory to the system once, so that fragments of a finished computation do not add to
/// the next.
void return_freed_memory();

}  // namespace gbs
