// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/ranks/communicator.h"

#include <torch/csrc/autograd/custom_function.h>

namespace gbs::training {
namespace {

class NothingPending final : public PendingReduction {
 public:
    void wait() override {}
};

class SingleProcess final : public Communicator {
 public:
    int rank() const override { return 0; }
    int size() const override { return 1; }
    std::string name() const override { return "single process"; }
    void all_reduce(torch::Tensor) override {}
    std::unique_ptr<PendingReduction> start_all_reduce(torch::Tensor) override {
        return std::make_unique<NothingPending>();
    }
    torch::Tensor all_gather(const torch::Tensor& rows) override { return rows; }
    void broadcast(torch::Tensor) override {}
    std::vector<std::string> all_gather_bytes(const std::string& bytes) override { return {bytes}; }
    std::vector<std::string> gather(const std::string& bytes) override { return {bytes}; }
};

/// Keeps the communicator of a forward pass in the autograd context, for the backward pass.
class SavedRanks final : public torch::CustomClassHolder {
 public:
    explicit SavedRanks(Communicator& ranks) : ranks_(ranks) {}

    static void save(torch::autograd::AutogradContext* context, Communicator& ranks) {
        context->saved_data["ranks"] = c10::IValue::make_capsule(c10::make_intrusive<SavedRanks>(ranks));
    }
    static Communicator& load(torch::autograd::AutogradContext* context) {
        const auto saved = context->saved_data["ranks"].toCapsule();
        return static_cast<SavedRanks&>(*saved).ranks_;
    }

 private:
    Communicator& ranks_;
};

/// Forward: the rows of all ranks. Backward: the sum of the gradients of all ranks, reduced to this
/// rank's rows.
class AllGatherRows : public torch::autograd::Function<AllGatherRows> {
 public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& rows,
                                 Communicator* ranks) {
        SavedRanks::save(context, *ranks);
        context->saved_data["rows"] = rows.size(0);
        return ranks->all_gather(rows.contiguous());
    }
    static torch::autograd::tensor_list backward(torch::autograd::AutogradContext* context,
                                                 torch::autograd::tensor_list gradients) {
        Communicator& ranks = SavedRanks::load(context);
        const std::int64_t rows = context->saved_data["rows"].toInt();
        const torch::Tensor all = gradients[0].contiguous().clone();
        ranks.all_reduce(all);
        return {all.narrow(0, ranks.rank() * rows, rows), {}};
    }
};

/// Forward: the mean of the values of all ranks. Backward: the mean of the gradients of all ranks.
class AverageOver : public torch::autograd::Function<AverageOver> {
 public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& value,
                                 Communicator* ranks) {
        SavedRanks::save(context, *ranks);
        return mean(*ranks, value);
    }
    static torch::autograd::tensor_list backward(torch::autograd::AutogradContext* context,
                                                 torch::autograd::tensor_list gradients) {
        return {mean(SavedRanks::load(context), gradients[0]), {}};
    }

 private:
    static torch::Tensor mean(Communicator& ranks, const torch::Tensor& value) {
        torch::Tensor result = value.contiguous().clone();
        ranks.all_reduce(result);
        return result.div_(ranks.size());
    }
};

}  // namespace

std::int64_t Communicator::from_first(std::int64_t value) {
    if (size() == 1) return value;
    const torch::Tensor tensor = torch::tensor({value}, torch::kLong);
    broadcast(tensor);
    return tensor.item<std::int64_t>();
}

std::vector<double> Communicator::average(const std::vector<double>& values) {
    if (size() == 1 || values.empty()) return values;
    const torch::Tensor sums = torch::tensor(values, torch::kDouble);
    all_reduce(sums);
    const auto* data = sums.const_data_ptr<double>();
    std::vector<double> means(data, data + values.size());
    for (double& mean : means) mean /= size();
    return means;
}

torch::Tensor all_gather_rows(Communicator& ranks, const torch::Tensor& rows) {
    return ranks.size() == 1 ? rows : AllGatherRows::apply(rows, &ranks);
}

torch::Tensor average_over(Communicator& ranks, const torch::Tensor& value) {
    return ranks.size() == 1 ? value : AverageOver::apply(value, &ranks);
}

Communicator& single_process() {
    static SingleProcess only;
    return only;
}

std::unique_ptr<Communicator> make_single_process() {
    return std::make_unique<SingleProcess>();
}

}  // namespace gbs::training
