// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/ranks/communicator.h"

#include <torch/csrc/autograd/autograd.h>

#include <QtTest>

#include "core/base/error.h"
#include "core/tensor/batch_norm.h"
#include "support/mpirun.h"
#include "support/torch_compare.h"
#include "training/ranks/connect.h"
#include "training/ranks/gradient_buckets.h"
#include "training/ranks/ranks.h"

using namespace gbs;
using namespace gbs::training;

/// Collective operations, run in two and three processes that this test starts from itself.
class CommunicatorTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void a_single_process_leaves_everything_as_it_is();
    void collective_operations_are_correct_data();
    void collective_operations_are_correct();
    void without_a_launcher_there_is_one_rank();
};

namespace {

/// Counts the reductions that were started.
class CountingCommunicator final : public Communicator {
 public:
    explicit CountingCommunicator(Communicator& ranks) : ranks_(ranks) {}
    int rank() const override { return ranks_.rank(); }
    int size() const override { return ranks_.size(); }
    std::string name() const override { return ranks_.name(); }
    void all_reduce(torch::Tensor tensor) override { ranks_.all_reduce(tensor); }
    std::unique_ptr<PendingReduction> start_all_reduce(torch::Tensor tensor) override {
        ++started;
        return ranks_.start_all_reduce(tensor);
    }
    torch::Tensor all_gather(const torch::Tensor& rows) override { return ranks_.all_gather(rows); }
    void broadcast(torch::Tensor tensor) override { ranks_.broadcast(tensor); }
    std::vector<std::string> gather(const std::string& bytes) override { return ranks_.gather(bytes); }
    std::vector<std::string> all_gather_bytes(const std::string& bytes) override {
        return ranks_.all_gather_bytes(bytes);
    }
    int started = 0;

 private:
    Communicator& ranks_;
};

/// Rows that differ by rank, the same on every run.
torch::Tensor rows(int rank, std::int64_t count, std::int64_t width) {
    return torch::arange(count * width, torch::kFloat).view({count, width}).mul(0.37).add(rank).sin();
}

void require(bool holds, const char* what) {
    if (!holds) throw Error(what);
}

void check_sums(Communicator& ranks) {
    const auto size = static_cast<float>(ranks.size());
    torch::Tensor sum = torch::full({3}, ranks.rank() + 1.0F);
    ranks.all_reduce(sum);
    require(torch::equal(sum, torch::full({3}, size * (size + 1) / 2)), "all_reduce");
    auto whole = torch::full({2}, static_cast<std::int64_t>(ranks.rank()), torch::kLong);
    auto part = torch::full({2}, 1.0, torch::kDouble);
    auto first = ranks.start_all_reduce(whole), second = ranks.start_all_reduce(part);
    first->wait();
    second->wait();
    require(whole[0].item<std::int64_t>() == ranks.size() * (ranks.size() - 1) / 2, "sum of whole numbers");
    require(part[1].item<double>() == ranks.size(), "two sums at once");
    const auto mean = ranks.average({1.0 * ranks.rank(), 4});
    require(mean[0] == (ranks.size() - 1) / 2.0 && mean[1] == 4, "average");
}

void check_exchange(Communicator& ranks) {
    const torch::Tensor all = ranks.all_gather(rows(ranks.rank(), 2, 3));
    for (int rank = 0; rank < ranks.size(); ++rank)
        require(torch::equal(all.narrow(0, 2 * rank, 2), rows(rank, 2, 3)), "all_gather");
    torch::Tensor told = rows(ranks.rank(), 4, 2);
    ranks.broadcast(told);
    require(torch::equal(told, rows(0, 4, 2)), "broadcast");
    require(ranks.from_first(7 + ranks.rank()) == 7, "the number of rank 0");
    const auto texts =
        ranks.all_gather_bytes(std::string(static_cast<std::size_t>(ranks.rank()), 'x') + '\0');
    for (int rank = 0; rank < ranks.size(); ++rank)
        require(texts[static_cast<std::size_t>(rank)].size() == static_cast<std::size_t>(rank) + 1,
                "all_gather_bytes");
    const auto gathered = ranks.gather(std::string(static_cast<std::size_t>(ranks.rank()), 'x') + '\0');
    require(gathered == (ranks.first() ? texts : std::vector<std::string>{}), "gather");
}

/// The whole batch on one rank, and split: the same statistics, outputs and gradients.
void check_batch_norm(Communicator& ranks) {
    const std::int64_t own = 2, all = own * ranks.size();
    torch::manual_seed(1);
    const torch::Tensor batch =
        torch::randn({all, 3, 4, 5}) * 2 + 30;  // far from 0, where naive variances lose digits
    const torch::Tensor weights = torch::randn({all, 3, 4, 5});
    BatchNorm whole(3), split(3);
    torch::Tensor x = batch.clone().requires_grad_();
    torch::Tensor y = whole(x);
    (y * weights).sum().backward();
    synchronize_batch_norms(
        *split, [&](const torch::Tensor& value) { return average_over(ranks, value); }, ranks.size());
    const auto slice = [&](const torch::Tensor& tensor) { return tensor.narrow(0, own * ranks.rank(), own); };
    torch::Tensor x_own = slice(batch).clone().requires_grad_();
    torch::Tensor y_own = split(x_own);
    // The loss of all ranks is the mean of theirs, here a sum over all rows.
    (y_own * slice(weights) * ranks.size()).sum().backward();
    torch::Tensor gradient = split->weight.grad().clone();
    ranks.all_reduce(gradient);
    require(torch::allclose(y_own, slice(y), 1e-5, 1e-5), "batch norm: outputs");
    require(torch::allclose(x_own.grad() / ranks.size(), slice(x.grad()), 1e-4, 1e-5),
            "batch norm: gradients");
    require(torch::allclose(gradient / ranks.size(), whole->weight.grad(), 1e-4, 1e-4),
            "batch norm: weights");
    require(torch::allclose(split->running_mean, whole->running_mean, 1e-5, 1e-6),
            "batch norm: running mean");
    require(torch::allclose(split->running_var, whole->running_var, 1e-5, 1e-6),
            "batch norm: running variance");
}

void check_gather_gradients(Communicator& ranks) {
    torch::Tensor mine = rows(ranks.rank(), 2, 3).requires_grad_();
    const torch::Tensor all = all_gather_rows(ranks, mine);
    (all * rows(5, 2 * ranks.size(), 3)).sum().backward();  // every rank has the same loss
    const torch::Tensor expected = rows(5, 2 * ranks.size(), 3).narrow(0, 2 * ranks.rank(), 2) * ranks.size();
    require(torch::allclose(mine.grad(), expected), "gradients of gathered rows");
}

/// Small buckets, an unused parameter, and a second pass.
void check_buckets(Communicator& connected) {
    CountingCommunicator ranks(connected);
    torch::manual_seed(2);
    torch::nn::Linear first(3, 8), second(8, 1);
    const auto of = [&](const torch::Tensor& x) { return second(torch::relu(first(x))).sum(); };
    const std::vector<torch::Tensor> used{first->weight, first->bias, second->weight, second->bias};
    const torch::Tensor unused = torch::ones({2}).requires_grad_();
    auto parameters = used;
    parameters.push_back(unused);
    GradientBuckets buckets(ranks, parameters, 64);
    for (int pass = 0; pass < 2; ++pass) {
        for (const auto& parameter : used) parameter.mutable_grad().reset();
        ranks.started = 0;
        buckets.begin();
        of(rows(ranks.rank() + pass, 4, 3)).backward();
        // The bucket of the unused parameter comes first and is never full: the others wait for it.
        require(ranks.started == 0, "order of the buckets");
        buckets.finish();
        require(ranks.started > 2, "more than two buckets");
        std::vector<torch::Tensor> expected;
        for (int rank = 0; rank < ranks.size(); ++rank) {
            const auto each = torch::autograd::grad({of(rows(rank + pass, 4, 3))}, used);
            for (std::size_t i = 0; i < each.size(); ++i)
                if (rank == 0)
                    expected.push_back(each[i] / ranks.size());
                else
                    expected[i] = expected[i] + each[i] / ranks.size();
        }
        for (std::size_t i = 0; i < expected.size(); ++i)
            require(torch::allclose(used[i].grad(), expected[i], 1e-5, 1e-6), "averaged gradients");
        require(!unused.grad().defined(), "an unused parameter has no gradient");
    }
    GradientBuckets full(ranks, used, 64);
    ranks.started = 0;
    full.begin();
    of(rows(ranks.rank(), 4, 3)).backward();
    const int started_early = ranks.started;
    full.finish();
    require(started_early > 2 && started_early == ranks.started, "reductions start during the backward pass");
}

int run_as_rank() {
    try {
        const auto ranks = connect(torch::kCPU);
        require(
            ranks->name() == "MPI" && ranks->size() == launched().size && ranks->rank() == launched().rank,
            "name, size and rank");
        check_sums(*ranks);
        check_exchange(*ranks);
        check_batch_norm(*ranks);
        check_gather_gradients(*ranks);
        check_buckets(*ranks);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "wrong: %s\n", error.what());
        leave_ranks(false);
        return 1;
    }
    leave_ranks(true);
    return 0;
}

}  // namespace

void CommunicatorTest::a_single_process_leaves_everything_as_it_is() {
    const torch::Tensor tensor = rows(0, 2, 2);
    torch::Tensor kept = tensor.clone();
    single_process().all_reduce(kept);
    single_process().broadcast(kept);
    COMPARE_TENSORS(kept, tensor, 0);
    COMPARE_TENSORS(all_gather_rows(single_process(), tensor), tensor, 0);
    QCOMPARE(single_process().average({2, 3}), (std::vector<double>{2, 3}));
    QCOMPARE(single_process().all_gather_bytes("a"), (std::vector<std::string>{"a"}));
    CountingCommunicator counting(single_process());
    const torch::Tensor parameter = torch::ones({2}).requires_grad_();
    GradientBuckets buckets(counting, {parameter});
    buckets.begin();
    parameter.sum().backward();
    buckets.finish();
    QCOMPARE(counting.started, 0);
}

void CommunicatorTest::collective_operations_are_correct_data() {
    QTest::addColumn<int>("count");
    QTest::newRow("two") << 2;
    QTest::newRow("three") << 3;
}

void CommunicatorTest::collective_operations_are_correct() {
    if (!has_mpirun()) QSKIP("mpirun is not installed: run `make setup`");
    QFETCH(int, count);
    const auto [code, said] =
        run_ranks(count, QCoreApplication::applicationFilePath(), {QStringLiteral("--rank")});
    QVERIFY2(code == 0, said.constData());
}

void CommunicatorTest::without_a_launcher_there_is_one_rank() {
    const auto ranks = gbs::training::connect(torch::kCPU);
    QCOMPARE(ranks->size(), 1);
    QCOMPARE(ranks->name(), std::string("single process"));
}

int main(int argc, char** argv) {
    if (argc > 1 && std::string(argv[1]) == "--rank") return run_as_rank();
    QCoreApplication app(argc, argv);
    CommunicatorTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "communicator_test.moc"
