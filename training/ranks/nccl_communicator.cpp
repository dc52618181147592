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

ncclDataType_t type_of(const torch::Tensor& tensor) {
    switch (tensor.scalar_type()) {
        case torch::kFloat:
            return ncclFloat32;
        case torch::kDouble:
            return ncclFloat64;
        case torch::kLong:
            return ncclInt64;
        default:
            throw Error(std::string("ranks cannot add numbers of the type ") +
                        toString(tensor.scalar_type()));
    }
}

/// A sum on a stream of its own, so that the backward pass goes on beside it.
class NcclSum final : public PendingSum {
 public:
    NcclSum(torch::Tensor tensor, ncclComm_t comm, cudaStream_t stream) : tensor_(std::move(tensor)) {
        check(cudaEventCreateWithFlags(&filled_, cudaEventDisableTiming));
        check(cudaEventCreateWithFlags(&summed_, cudaEventDisableTiming));
        check(cudaEventRecord(filled_, nullptr));
        check(cudaStreamWaitEvent(stream, filled_, 0));
        void* data = tensor_.mutable_data_ptr();
        check(ncclAllReduce(data, data, static_cast<std::size_t>(tensor_.numel()), type_of(tensor_), ncclSum,
                            comm, stream));
        check(cudaEventRecord(summed_, stream));
    }
    ~NcclSum() override {
        cudaEventDestroy(filled_);
        cudaEventDestroy(summed_);
    }
    NcclSum(const NcclSum&) = delete;
    NcclSum& operator=(const NcclSum&) = delete;
    void wait() override { check(cudaStreamWaitEvent(nullptr, summed_, 0)); }

 private:
    torch::Tensor tensor_;  // keeps its memory from being given to others meanwhile
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
        // A rank that died keeps the others' operations from ending: these are given up, not waited for.
        ncclCommAbort(plain_);
        ncclCommAbort(buckets_);
        cudaStreamDestroy(stream_);
    }
    NcclCommunicator(const NcclCommunicator&) = delete;
    NcclCommunicator& operator=(const NcclCommunicator&) = delete;

    int rank() const override { return host_->rank(); }
    int size() const override { return host_->size(); }
    std::string name() const override { return "NCCL"; }

    void sum(torch::Tensor tensor) override {
        if (!tensor.is_cuda()) return host_->sum(tensor);
        void* data = tensor.mutable_data_ptr();
        check(ncclAllReduce(data, data, static_cast<std::size_t>(tensor.numel()), type_of(tensor), ncclSum,
                            plain_, nullptr));
    }
    std::unique_ptr<PendingSum> start_sum(torch::Tensor tensor) override {
        if (!tensor.is_cuda()) return host_->start_sum(std::move(tensor));
        return std::make_unique<NcclSum>(std::move(tensor), buckets_, stream_);
    }
    torch::Tensor gather(const torch::Tensor& rows) override {
        if (!rows.is_cuda()) return host_->gather(rows);
        const torch::Tensor mine = rows.contiguous();
        auto shape = mine.sizes().vec();
        shape[0] *= size();
        torch::Tensor all = torch::empty(shape, mine.options());
        check(ncclAllGather(mine.const_data_ptr(), all.mutable_data_ptr(), mine.nbytes(), ncclUint8, plain_,
                            nullptr));
        return all;
    }
    using Communicator::broadcast;
    void broadcast(torch::Tensor tensor) override {
        if (!tensor.is_cuda()) return host_->broadcast(tensor);
        void* data = tensor.mutable_data_ptr();
        check(ncclBroadcast(data, data, tensor.nbytes(), ncclUint8, 0, plain_, nullptr));
    }
    std::vector<std::string> gather_bytes(const std::string& bytes) override {
        return host_->gather_bytes(bytes);
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
