// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTest>
#include <string>

#include "core/tensor/tensors.h"
#include "core/tensor/torch.h"

namespace gbs {

/// A safetensors file of tests/fixtures. Tensors are returned as float32 copies.
class Fixture {
 public:
    explicit Fixture(const std::string& name) : file_(std::string(GBS_TEST_FIXTURES) + "/" + name) {}
    torch::Tensor operator[](const std::string& name) const {
        return to_tensor(file_.at(name)).to(torch::kFloat);
    }
    const SafetensorsFile& file() const { return file_; }

 private:
    SafetensorsFile file_;
};

/// The maximum absolute difference; infinity if shapes differ or a value is not finite.
inline double largest_difference(const torch::Tensor& a, const torch::Tensor& b) {
    if (a.sizes() != b.sizes()) return std::numeric_limits<double>::infinity();
    const torch::Tensor difference = (a.detach().to(torch::kDouble) - b.detach().to(torch::kDouble)).abs();
    if (!difference.isfinite().all().item<bool>()) return std::numeric_limits<double>::infinity();
    return difference.numel() == 0 ? 0 : difference.max().item<double>();
}

}  // namespace gbs

#define COMPARE_TENSORS(actual, expected, tolerance)                                   \
    do {                                                                               \
        const double difference_ = gbs::largest_difference((actual), (expected));      \
        QVERIFY2(difference_ <= (tolerance),                                           \
                 qPrintable(QStringLiteral("%1 differs from %2 by %3")                 \
                                .arg(QLatin1String(#actual), QLatin1String(#expected)) \
                                .arg(difference_)));                                   \
    } while (false)
