// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/ranks/communicator.h"

#include <torch/csrc/autograd/custom_function.h>

#include <charconv>
#include <cstdlib>
#include <cstring>

#include "core/base/error.h"
#include "training/ranks/mpi_communicator.h"

namespace gbs::training {
namespace {

class Done final : public PendingSum {
 public:
    void wait() override {}
};

class Alone final : public Communicator {
 public:
    int rank() const override { return 0; }
    int size() const override { return 1; }
    std::string name() const override { return "alone"; }
    void sum(torch::Tensor) override {}
    std::unique_ptr<PendingSum> start_sum(torch::Tensor) override { return std::make_unique<Done>(); }
    torch::Tensor gather(const torch::Tensor& rows) override { return rows; }
    void broadcast(torch::Tensor) override {}
    std::vector<std::string> gather_bytes(const std::string& bytes) override { return {bytes}; }
};

/// Rows of all ranks forward, the sum of all ranks' gradients back.
class GatherRows : public torch::autograd::Function<GatherRows> {
 public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& rows,
                                 std::int64_t ranks) {
        context->saved_data["ranks"] = ranks;
        context->saved_data["rows"] = rows.size(0);
        return of(ranks).gather(rows.contiguous());
    }
    static torch::autograd::tensor_list backward(torch::autograd::AutogradContext* context,
                                                 torch::autograd::tensor_list gradients) {
        Communicator& ranks = of(context->saved_data["ranks"].toInt());
        const std::int64_t rows = context->saved_data["rows"].toInt();
        const torch::Tensor all = gradients[0].contiguous().clone();
        ranks.sum(all);
        return {all.narrow(0, ranks.rank() * rows, rows), {}};
    }

 private:
    static Communicator& of(std::int64_t address) { return *reinterpret_cast<Communicator*>(address); }
};

/// The mean of all ranks' values forward, the mean of all ranks' gradients back.
class AverageOver : public torch::autograd::Function<AverageOver> {
 public:
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& value,
                                 std::int64_t ranks) {
        context->saved_data["ranks"] = ranks;
        return mean(ranks, value);
    }
    static torch::autograd::tensor_list backward(torch::autograd::AutogradContext* context,
                                                 torch::autograd::tensor_list gradients) {
        return {mean(context->saved_data["ranks"].toInt(), gradients[0]), {}};
    }

 private:
    static torch::Tensor mean(std::int64_t address, const torch::Tensor& value) {
        auto& ranks = *reinterpret_cast<Communicator*>(address);
        torch::Tensor result = value.contiguous().clone();
        ranks.sum(result);
        return result.div_(ranks.size());
    }
};

/// The first of these variables that holds a number.
int number_of(std::initializer_list<const char*> names, int otherwise) {
    for (const char* name : names) {
        const char* text = std::getenv(name);
        int value = 0;
        if (text && std::from_chars(text, text + std::strlen(text), value).ec == std::errc{}) return value;
    }
    return otherwise;
}

}  // namespace

std::int64_t Communicator::broadcast(std::int64_t value) {
    if (size() == 1) return value;
    const torch::Tensor tensor = torch::tensor({value}, torch::kLong);
    broadcast(tensor);
    return tensor.item<std::int64_t>();
}

std::vector<double> Communicator::average(const std::vector<double>& values) {
    if (size() == 1 || values.empty()) return values;
    const torch::Tensor sums = torch::tensor(values, torch::kDouble);
    sum(sums);
    const auto* data = sums.const_data_ptr<double>();
    std::vector<double> means(data, data + values.size());
    for (double& mean : means) mean /= size();
    return means;
}

torch::Tensor gather_rows(Communicator& ranks, const torch::Tensor& rows) {
    return ranks.size() == 1 ? rows : GatherRows::apply(rows, reinterpret_cast<std::int64_t>(&ranks));
}

torch::Tensor average_over(Communicator& ranks, const torch::Tensor& value) {
    return ranks.size() == 1 ? value : AverageOver::apply(value, reinterpret_cast<std::int64_t>(&ranks));
}

Launch launched() {
    Launch launch;
    launch.size = number_of({"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"}, 1);
    launch.rank = number_of({"OMPI_COMM_WORLD_RANK", "PMI_RANK", "SLURM_PROCID"}, 0);
    launch.local_rank = number_of({"OMPI_COMM_WORLD_LOCAL_RANK", "MPI_LOCALRANKID", "SLURM_LOCALID"}, 0);
    return launch;
}

Communicator& alone() {
    static Alone only;
    return only;
}

std::unique_ptr<Communicator> connect(torch::Device device, const std::function<bool()>& stop_requested) {
    if (launched().size <= 1) return std::make_unique<Alone>();
    return connect_by_mpi(device, stop_requested);
}

void leave_ranks(bool well) {
    leave_mpi(well);
}

}  // namespace gbs::training
