// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// Processes that work together, such as those that `mpirun` starts. All must call the same operations in the same
/// order; each operation throws Error if another process has died.
class Team {
 public:
    virtual ~Team() = default;
    virtual int rank() const = 0;  ///< rank 0 writes the results
    virtual int size() const = 0;
    /// The bytes of each process by rank, on rank 0. Empty on the others.
    virtual std::vector<std::string> gather(const std::string& bytes) = 0;
    /// The value of rank 0.
    virtual std::int64_t from_first(std::int64_t value) = 0;

    bool first() const { return rank() == 0; }
};

/// This process alone.
Team& alone();

/// Throws Error on rank 0 unless all processes give the same `work`: what they are about to divide. Files may differ
/// between machines, and only rank 0 has standard input.
void require_same_work(Team& team, std::string_view work);

}  // namespace gbs
