// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/row_by_row.h"

#include <QtTest>
#include <atomic>
#include <stdexcept>

#include "support/torch_compare.h"

using namespace gbs;

class RowByRowTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void cleanup() { at::set_num_threads(1); }

    void rows_are_computed_alone_and_joined_in_order() {
        const torch::Tensor x = torch::rand({5, 3, 4}).requires_grad_();
        for (const int threads : {1, 2, 5}) {
            at::set_num_threads(threads);
            std::atomic<int> calls = 0;
            const auto results = compute_row_by_row(x, [&](const torch::Tensor& row) {
                ++calls;
                if (row.size(0) != 1) throw std::logic_error("not one row");
                return std::vector<torch::Tensor>{2 * row, row.sum(2)};
            });
            QCOMPARE(calls.load(), 5);
            COMPARE_TENSORS(results[0], 2 * x, 0);
            COMPARE_TENSORS(results[1], x.sum(2), 1e-6);
            QVERIFY(!results[0].requires_grad());
        }
    }

    void more_threads_than_rows_share_the_batch() {
        at::set_num_threads(4);
        std::int64_t rows = 0;
        compute_row_by_row(torch::rand({2, 3}), [&](const torch::Tensor& x) {
            rows = x.size(0);
            return std::vector<torch::Tensor>{x};
        });
        QCOMPARE(rows, std::int64_t{2});
    }

    void an_exception_reaches_the_caller() {
        at::set_num_threads(2);
        QVERIFY_THROWS_EXCEPTION(
            std::runtime_error,
            compute_row_by_row(torch::rand({4, 3}), [](const torch::Tensor&) -> std::vector<torch::Tensor> {
                throw std::runtime_error("no");
            }));
    }
};

QTEST_GUILESS_MAIN(RowByRowTest)
#include "row_by_row_test.moc"
