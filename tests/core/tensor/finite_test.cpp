// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/finite.h"

#include <QtTest>
#include <limits>

#include "core/tensor/torch.h"

using namespace gbs;

class FiniteTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void each_place_and_type_counts() {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const std::pair<DType, torch::ScalarType> types[] = {
            {DType::f32, torch::kFloat}, {DType::f16, torch::kHalf}, {DType::bf16, torch::kBFloat16}};
        for (const auto& [dtype, type] : types)
            for (const std::int64_t count : {1, 15, 64, 1001})
                for (const double value : {0.0, -3.5, 6e4, infinity, -infinity, std::nan("")}) {
                    torch::Tensor numbers = torch::randn({count}).to(type);
                    numbers[count - 1] = value;
                    const TensorView view{
                        dtype,
                        {count},
                        {static_cast<const std::byte*>(numbers.data_ptr()), numbers.nbytes()}};
                    QCOMPARE(all_finite(view), std::isfinite(value));
                }
    }

    void integers_and_nothing_are_finite() {
        const torch::Tensor numbers = torch::full({4}, -1, torch::kLong);
        QVERIFY(all_finite({DType::i64, {4}, {static_cast<const std::byte*>(numbers.data_ptr()), 32}}));
        QVERIFY(all_finite({DType::f32, {0}, {}}));
    }
};

QTEST_GUILESS_MAIN(FiniteTest)
#include "finite_test.moc"
