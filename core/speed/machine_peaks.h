// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// What one thread of this machine's processor reaches.
struct MachinePeaks {
    double gflops = 0;  ///< 10^9 operations a second of a large float32 3x3 convolution
    double gbytes = 0;  ///< 10^9 bytes a second, read and written by a copy that exceeds the caches of a core

    /// Milliseconds for `flop` operations and `bytes` read or written, whichever takes longer.
    double milliseconds(double flop, double bytes) const;
};

/// Takes a second.
MachinePeaks measure_peaks();

}  // namespace gbs
