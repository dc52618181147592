// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/operation_meter.h"

#include <QTest>
#include <algorithm>

#include "core/encoders/image_encoders.h"
#include "core/tensor/torch.h"

using gbs::OperationMeter;

class OperationMeterTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void products_are_counted_by_their_shapes() {
        const torch::Tensor a = torch::rand({5, 7}), b = torch::rand({7, 11}), bias = torch::rand({11});
        const OperationMeter meter;
        torch::mm(a, b);
        QCOMPARE(meter.counts().flop(), 2.0 * 5 * 7 * 11);
        torch::addmm(bias, a, b);
        QCOMPARE(meter.counts().flop(), 2 * 2.0 * 5 * 7 * 11);
    }

    void convolutions_are_counted_forward_and_backward() {
        const torch::Tensor x = torch::rand({2, 6, 9, 10}).requires_grad_();
        const torch::Tensor weight = torch::rand({8, 3, 3, 3}).requires_grad_();  // two groups
        const OperationMeter meter;
        const torch::Tensor y = torch::conv2d(x, weight, {}, 2, 1, 1, 2);
        const double forward = 2.0 * 2 * 8 * 5 * 5 * 27;
        QCOMPARE(meter.counts().flop(), forward);
        y.sum().backward();
        QCOMPARE(meter.counts().flop(), 3 * forward);
    }

    void attention_grows_with_the_square_of_the_tokens() {
        const torch::Tensor q = torch::rand({1, 2, 50, 16});
        const OperationMeter meter;
        const torch::Tensor mixed = at::scaled_dot_product_attention(q, q, q);
        QCOMPARE(meter.counts().flop(), 2 * 2.0 * 2 * 50 * 50 * 16);
    }

    void vgg_at_512_is_160_gflop() {
        const torch::NoGradGuard no_grad;
        const auto encoder = gbs::make_image_encoder("vgg16");
        const OperationMeter meter;
        encoder->forward(torch::rand({1, 3, 128, 128}));
        QVERIFY(std::abs(meter.counts().flop() * 16 - 160e9) < 1e9);
    }

    void live_bytes_follow_allocations() {
        const OperationMeter meter;
        {
            const torch::Tensor a = torch::zeros({1000});
            const torch::Tensor b = torch::zeros({500});
        }
        QCOMPARE(*std::ranges::max_element(meter.live_bytes()), std::int64_t(6000));
        QCOMPARE(meter.live_bytes().back(), std::int64_t(0));
        torch::zeros({10});
        QCOMPARE(*std::ranges::max_element(meter.live_bytes()), std::int64_t(6000));
    }

    void work_independent_of_the_area_stays_constant() {
        const auto trace = [](double area) {
            gbs::OperationTrace result;
            result.area = area;
            result.operations = {400 + 3 * area, 2 * (area / 4 + 1) * (area / 4 + 1)};
            return result;
        };
        for (const double area : {16.0, 100.0, 40000.0})
            QCOMPARE(gbs::flop_at(trace(16), trace(64), area), trace(area).operations.flop());
    }

    void nothing_is_counted_afterwards() {
        std::size_t events = 0;
        {
            const OperationMeter meter;
            torch::zeros({10});
            events = meter.live_bytes().size();
        }
        QCOMPARE(events, std::size_t(2));
        torch::mm(torch::rand({2, 2}), torch::rand({2, 2}));  // must not touch the destroyed meter
    }
};

QTEST_GUILESS_MAIN(OperationMeterTest)
#include "operation_meter_test.moc"
