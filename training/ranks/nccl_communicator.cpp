// SPDX-License-Identifier: GPL-3.0-or-later

#ifdef GBS_NCCL

#include <cuda_runtime_api.h>
#include <nccl.h>

#include "core/base/error.h"
#include "training/ranks/mpi_communicator.h"

namespace gbs::training {
namespace {

void check(ncclResult_t result) {
    if (result != ncclSuccess) throw Error(std::string("NCCL: ") + ncclGetErrorString(result));
}
void check(cudaError_t result) {
    if (result != cudaSuccess) throw Error(std::string("CUDA: ") + cudaGetErrorString(result));
}

ncclDataType_t nccl_type(const torch::Tensor& tensor) {
    switch (tensor.scalar_type()) {
        case torch::kFloat:
            return ncclFloat32;
        case torch::kDouble:
            return ncclFloat64;
        case torch::kLong:
            return ncclInt64;
        default:
            throw Error(std::string("ranks cannot add tensors of type ") + toString(tensor.scalar_type()));
    }
}

/// An all-reduce on its own stream, so that the backward pass continues meanwhile.
class NcclReduction final : public PendingReduction {
 public:
    NcclReduction(torch::Tensor tensor, ncclComm_t comm, cudaStream_t stream) : tensor_(std::move(tensor)) {
        check(cudaEventCreateWithFlags(&filled_, cudaEventDisableTiming));
        check(cudaEventCreateWithFlags(&summed_, cudaEventDisableTiming));
        check(cudaEventRecord(filled_, nullptr));
        check(cudaStreamWaitEvent(stream, filled_, 0));
        void* data = tensor_.mutable_data_ptr();
        check(ncclAllReduce(data, data, static_cast<std::size_t>(tensor_.numel()), nccl_type(tensor_),
                            ncclSum, comm, stream));
        check(cudaEventRecord(summed_, stream));
    }
    ~NcclReduction() override {
        cudaEventDestroy(filled_);
        cudaEventDestroy(summed_);
    }
    NcclReduction(const NcclReduction&) = delete;
    NcclReduction& operator=(const NcclReduction&) = delete;
    void wait() override { check(cudaStreamWaitEvent(nullptr, summed_, 0)); }

 private:
    torch::Tensor tensor_;  // keeps the memory from being reused meanwhile
    cudaEvent_t filled_ = nullptr, summed_ = nullptr;
};

/// torch computes on the default stream (nullptr), which operations that are waited for use too.
class NcclCommunicator final : public Communicator {
 public:
    NcclCommunicator(std::unique_ptr<Communicator> host, torch::Device device) : host_(std::move(host)) {
        check(cudaSetDevice(device.index()));
        ncclUniqueId ids[2];
        if (host_->first())
            for (ncclUniqueId& id : ids) check(ncclGetUniqueId(&id));
        host_->broadcast(torch::from_blob(ids, {static_cast<std::int64_t>(sizeof ids)}, torch::kByte));
        check(ncclCommInitRank(&plain_, host_->size(), ids[0], host_->rank()));
        check(ncclCommInitRank(&buckets_, host_->size(), ids[1], host_->rank()));
        check(cudaStreamCreateWithFlags(&stream_, cudaStreamNonBlocking));
    }
    ~NcclCommunicator() override {
        // After a rank has died, pending operations never finish: abort them.
        ncclCommAbort(plain_);
        ncclCommAbort(buckets_);
        cudaStreamDestroy(stream_);
    }
    NcclCommunicator(const NcclCommunicator&) = delete;
    NcclCommunicator& operator=(const NcclCommunicator&) = delete;

    int rank() const override { return host_->rank(); }
    int size() const override { return host_->size(); }
    std::string name() const override { return "NCCL"; }

    void all_reduce(torch::Tensor tensor) override {
        if (!tensor.is_cuda()) return host_->all_reduce(tensor);
        void* data = tensor.mutable_data_ptr();
        check(ncclAllReduce(data, data, static_cast<std::size_t>(tensor.numel()), nccl_type(tensor), ncclSum,
                            plain_, nullptr));
    }
    std::unique_ptr<PendingReduction> start_all_reduce(torch::Tensor tensor) override {
        if (!tensor.is_cuda()) return host_->start_all_reduce(std::move(tensor));
        return std::make_unique<NcclReduction>(std::move(tensor), buckets_, stream_);
    }
    torch::Tensor all_gather(const torch::Tensor& rows) override {
        if (!rows.is_cuda()) return host_->all_gather(rows);
        const torch::Tensor mine = rows.contiguous();
        auto shape = mine.sizes().vec();
        shape[0] *= size();
        torch::Tensor all = torch::empty(shape, mine.options());
        check(ncclAllGather(mine.const_data_ptr(), all.mutable_data_ptr(), mine.nbytes(), ncclUint8, plain_,
                            nullptr));
        return all;
    }
    void broadcast(torch::Tensor tensor) override {
        if (!tensor.is_cuda()) return host_->broadcast(tensor);
        void* data = tensor.mutable_data_ptr();
        check(ncclBroadcast(data, data, tensor.nbytes(), ncclUint8, 0, plain_, nullptr));
    }
    std::vector<std::string> gather(const std::string& bytes) override { return host_->gather(bytes); }
    std::vector<std::string> all_gather_bytes(const std::string& bytes) override {
        return host_->all_gather_bytes(bytes);
    }

 private:
    std::unique_ptr<Communicator> host_;
    ncclComm_t plain_ = nullptr, buckets_ = nullptr;
    cudaStream_t stream_ = nullptr;
};

}  // namespace

std::unique_ptr<Communicator> connect_by_nccl(std::unique_ptr<Communicator> host, torch::Device device) {
    return std::make_unique<NcclCommunicator>(std::move(host), device);
}

}  // namespace gbs::training

#endif
