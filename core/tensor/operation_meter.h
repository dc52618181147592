// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace gbs {

/// Floating-point operations, 2 per multiply-add. Kept apart by how they grow with the area of an image.
struct OperationCounts {
    double products = 0;   ///< convolutions and matrix products: a constant plus a part linear in the area
    double attention = 0;  ///< queries by keys, weights by values: quadratic in the number of tokens

    double flop() const { return products + attention; }
    OperationCounts operator-(const OperationCounts& other) const {
        return {products - other.products, attention - other.attention};
    }
    OperationCounts operator*(double factor) const { return {products * factor, attention * factor}; }
};

/// Counts what torch computes on this thread, and in the backward passes started from it, during its
/// lifetime: the operations of convolutions, matrix products and attention, and the bytes of CPU tensors.
/// Only one meter may exist per thread.
class OperationMeter {
 public:
    OperationMeter();
    ~OperationMeter();
    OperationMeter(const OperationMeter&) = delete;
    OperationMeter& operator=(const OperationMeter&) = delete;

    OperationCounts counts() const;
    /// Adds the operations of our own kernels to the meter of this thread, if there is one.
    static void count(double products);
    /// Bytes allocated since construction minus bytes freed, one entry per allocation and per release.
    /// Releases of older tensors count too, so entries can be negative.
    const std::vector<std::int64_t>& live_bytes() const;

 private:
    struct Counts;
    struct Hooks;
    std::unique_ptr<Counts> counts_;
    std::unique_ptr<Hooks> hooks_;
};

/// What a computation costs on a square image.
struct OperationTrace {
    double area = 0;  ///< of the image, in pixels
    OperationCounts operations;
    std::vector<std::int64_t> live;  ///< OperationMeter::live_bytes
};

/// FLOP at `area`, extrapolated from two traces of different area: products along a line, so that work that
/// does not depend on the image (text projections) stays constant; attention along a parabola with its vertex
/// on the axis, exact for K (a area + b)^2, that is, for any
/// number of attention layers on one grid of tokens.
double flop_at(const OperationTrace& small, const OperationTrace& large, double area);
/// Peak bytes at `area` (for a batch: the sum of its images' areas). Both traces allocate and free the same
/// tensors in the same order, and each tensor is a constant plus a part linear in the area, so the live bytes
/// can be extrapolated at each moment.
double bytes_at(const OperationTrace& small, const OperationTrace& large, double area);

}  // namespace gbs
