// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// Lets the allocator keep freed memory instead of giving each large tensor back to the system: without it,
/// half of the time of a training on the CPU goes into page faults. Called once at the start of a long
/// computation.
void keep_freed_memory();

/// Gives freed memory back once, so that what a finished computation left in pieces does not count beside the next.
void return_freed_memory();

}  // namespace gbs
