// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace gbs {

/// Counts what torch does on this thread (and in the backward passes that it starts) while it lives: the
/// floating-point operations of convolutions, matrix products and attention (2 for each multiplication with
/// its addition), and the bytes of the tensors on the CPU that are made. One at a time.
class OperationMeter {
 public:
    OperationMeter();
    ~OperationMeter();
    OperationMeter(const OperationMeter&) = delete;
    OperationMeter& operator=(const OperationMeter&) = delete;

    double flop() const;
    /// What tensors made since the start held, less those of before that were freed, after each that was made
    /// or freed.
    const std::vector<std::int64_t>& live_bytes() const;

 private:
    struct Counts;
    struct Hooks;
    std::unique_ptr<Counts> counts_;
    std::unique_ptr<Hooks> hooks_;
};

/// What a computation took on a square image.
struct OperationTrace {
    double area = 0;  ///< of the image, in pixels
    double flop = 0;
    std::vector<std::int64_t> live;  ///< OperationMeter::live_bytes
};

/// What it takes on another area, from two: convolutions grow with the area, attention with its square.
double flop_at(const OperationTrace& small, const OperationTrace& large, double area);
/// The most that it holds at once there (an area of several images: a batch). The same tensors come and go in
/// the same order whatever the size; each is a constant and a part that grows with the area, so that it is
/// known at each moment what they sum up to.
double bytes_at(const OperationTrace& small, const OperationTrace& large, double area);

}  // namespace gbs
