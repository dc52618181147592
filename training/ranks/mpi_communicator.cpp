// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/ranks/mpi_communicator.h"

#include "core/base/error.h"

#ifdef GBS_MPI

#include <mpi.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <limits>
#include <optional>
#include <thread>

namespace gbs::training {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t max_message = std::size_t{1} << 30;  ///< MPI counts in int

/// MPI for the lifetime of the process: it can be initialized only once.
struct MpiSession {
    MpiSession() {
        int provided = 0;
        MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &provided);
        MPI_Comm_dup(MPI_COMM_WORLD, &plain);
        MPI_Comm_dup(MPI_COMM_WORLD, &buckets);
        for (MPI_Comm comm : {plain, buckets}) MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
        MPI_Comm_rank(plain, &rank);
        MPI_Comm_size(plain, &size);
        find_local_ranks();
    }

    MPI_Comm plain = MPI_COMM_NULL;
    MPI_Comm buckets = MPI_COMM_NULL;  ///< for reductions that overlap with the operations of `plain`
    int rank = 0, size = 1;
    std::vector<std::pair<std::int64_t, pid_t>>
        local_ranks;  ///< rank and process of the others on this machine
    bool all_local = true;

 private:
    void find_local_ranks() {
        MPI_Comm here = MPI_COMM_NULL;
        MPI_Comm_split_type(plain, MPI_COMM_TYPE_SHARED, rank, MPI_INFO_NULL, &here);
        int local = 0;
        MPI_Comm_size(here, &local);
        const std::int64_t mine[2] = {rank, ::getpid()};
        std::vector<std::int64_t> all(2 * static_cast<std::size_t>(local));
        MPI_Allgather(mine, 2, MPI_INT64_T, all.data(), 2, MPI_INT64_T, here);
        MPI_Comm_free(&here);
        for (std::size_t i = 0; i < all.size(); i += 2)
            if (all[i] != rank) local_ranks.emplace_back(all[i], static_cast<pid_t>(all[i + 1]));
        all_local = local == size;
    }
};

MpiSession& session() {
    static MpiSession only;
    return only;
}

/// Detects that a rank has died, for which the others would wait forever.
class Watch {
 public:
    explicit Watch(std::function<bool()> stop_requested) : stop_requested_(std::move(stop_requested)) {}

    /// Call repeatedly during an operation that began at `begin`. Throws Error if it can never finish.
    void look(Clock::time_point begin) {
        const auto now = Clock::now();
        if (now - begin < std::chrono::milliseconds(300) || now - looked_ < std::chrono::milliseconds(200))
            return;
        looked_ = now;
        for (const auto& [rank, pid] : session().local_ranks)
            if (::kill(pid, 0) != 0 && errno == ESRCH)
                throw Error("rank " + std::to_string(rank) + " (process " + std::to_string(pid) +
                            ") has died; see its messages. Continue with --resume");
        // The launcher stops the remaining ranks when one has died. Only rank 0 has something to write.
        const bool stopping = session().rank == 0 && stop_requested_ && stop_requested_();
        if (session().all_local || !stopping) return;
        if (!stop_time_) stop_time_ = now;
        if (now - *stop_time_ > std::chrono::milliseconds(500))
            throw Error("a rank on another machine has died; see its messages. Continue with --resume");
    }

 private:
    std::function<bool()> stop_requested_;
    Clock::time_point looked_{};
    std::optional<Clock::time_point> stop_time_;
};

/// Waits without spinning: ranks may share the cores they compute on.
void finish(MPI_Request& request, Watch& watch) {
    const auto begin = Clock::now();
    for (int tries = 0;; ++tries) {
        int done = 0;
        if (MPI_Test(&request, &done, MPI_STATUS_IGNORE) != MPI_SUCCESS)
            throw Error("the connection to another rank broke; see its messages. Continue with --resume");
        if (done) return;
        if (tries > 100) std::this_thread::sleep_for(std::chrono::microseconds(tries > 2000 ? 500 : 50));
        watch.look(begin);
    }
}

MPI_Datatype mpi_type(const torch::Tensor& tensor) {
    switch (tensor.scalar_type()) {
        case torch::kFloat:
            return MPI_FLOAT;
        case torch::kDouble:
            return MPI_DOUBLE;
        case torch::kLong:
            return MPI_INT64_T;
        default:
            throw Error(std::string("ranks cannot add tensors of type ") + toString(tensor.scalar_type()));
    }
}

int checked_count(std::int64_t count) {
    if (count > std::numeric_limits<int>::max())
        throw Error("ranks cannot exchange " + std::to_string(count) + " numbers at once");
    return static_cast<int>(count);
}

class MpiReduction final : public PendingReduction {
 public:
    MpiReduction(torch::Tensor target, MPI_Comm comm, Watch& watch)
        : target_(std::move(target)), host_(target_.to(torch::kCPU)), watch_(watch) {
        MPI_Iallreduce(MPI_IN_PLACE, host_.mutable_data_ptr(), checked_count(host_.numel()), mpi_type(host_),
                       MPI_SUM, comm, &request_);
    }
    void wait() override {
        finish(request_, watch_);
        if (!host_.is_same(target_)) target_.copy_(host_);
    }

 private:
    torch::Tensor target_, host_;
    Watch& watch_;
    MPI_Request request_ = MPI_REQUEST_NULL;
};

class MpiCommunicator final : public Communicator {
 public:
    explicit MpiCommunicator(const std::function<bool()>& stop_requested) : watch_(stop_requested) {}
    int rank() const override { return session().rank; }
    int size() const override { return session().size; }
    std::string name() const override { return "MPI"; }

    void all_reduce(torch::Tensor tensor) override {
        MpiReduction(std::move(tensor), session().plain, watch_).wait();
    }
    std::unique_ptr<PendingReduction> start_all_reduce(torch::Tensor tensor) override {
        return std::make_unique<MpiReduction>(std::move(tensor), session().buckets, watch_);
    }
    torch::Tensor all_gather(const torch::Tensor& rows) override {
        const torch::Tensor mine = rows.contiguous().to(torch::kCPU);
        auto shape = mine.sizes().vec();
        shape[0] *= size();
        torch::Tensor all = torch::empty(shape, mine.options());
        const int bytes = checked_count(static_cast<std::int64_t>(mine.nbytes()));
        MPI_Request request = MPI_REQUEST_NULL;
        MPI_Iallgather(mine.const_data_ptr(), bytes, MPI_BYTE, all.mutable_data_ptr(), bytes, MPI_BYTE,
                       session().plain, &request);
        finish(request, watch_);
        return all.to(rows.device());
    }
    void broadcast(torch::Tensor tensor) override {
        torch::Tensor host = tensor.to(torch::kCPU);
        auto* data = static_cast<std::byte*>(host.mutable_data_ptr());
        transfer(host.nbytes(), [&](std::size_t at, int part, MPI_Request& request) {
            MPI_Ibcast(data + at, part, MPI_BYTE, 0, session().plain, &request);
        });
        if (!host.is_same(tensor)) tensor.copy_(host);
    }
    std::vector<std::string> gather(const std::string& bytes) override {
        const torch::Tensor lengths =
            all_gather(torch::tensor({static_cast<std::int64_t>(bytes.size())}, torch::kLong));
        if (!first()) {
            transfer(bytes.size(), [&](std::size_t at, int part, MPI_Request& request) {
                MPI_Isend(bytes.data() + at, part, MPI_BYTE, 0, 0, session().plain, &request);
            });
            return {};
        }
        std::vector<std::string> all{bytes};
        for (int rank = 1; rank < size(); ++rank) {
            std::string& received =
                all.emplace_back(static_cast<std::size_t>(lengths[rank].item<std::int64_t>()), '\0');
            transfer(received.size(), [&](std::size_t at, int part, MPI_Request& request) {
                MPI_Irecv(received.data() + at, part, MPI_BYTE, rank, 0, session().plain, &request);
            });
        }
        return all;
    }
    std::vector<std::string> all_gather_bytes(const std::string& bytes) override {
        const torch::Tensor lengths =
            all_gather(torch::tensor({static_cast<std::int64_t>(bytes.size())}, torch::kLong));
        const std::int64_t max_length = std::max<std::int64_t>(1, lengths.max().item<std::int64_t>());
        torch::Tensor padded = torch::zeros({1, max_length}, torch::kByte);
        std::copy(bytes.begin(), bytes.end(), static_cast<char*>(padded.mutable_data_ptr()));
        const torch::Tensor all = all_gather(padded);
        std::vector<std::string> result;
        for (std::int64_t i = 0; i < size(); ++i)
            result.emplace_back(static_cast<const char*>(all[i].const_data_ptr()),
                                static_cast<std::size_t>(lengths[i].item<std::int64_t>()));
        return result;
    }

 private:
    /// Calls `start(at, part, request)` for each part of `bytes` bytes that fits into a message, and waits for it.
    template <typename Start>
    void transfer(std::size_t bytes, const Start& start) {
        for (std::size_t at = 0; at < bytes; at += max_message) {
            MPI_Request request = MPI_REQUEST_NULL;
            start(at, static_cast<int>(std::min(bytes - at, max_message)), request);
            finish(request, watch_);
        }
    }

    Watch watch_;
};

bool is_initialized() {
    int initialized = 0, finalized = 0;
    MPI_Initialized(&initialized);
    MPI_Finalized(&finalized);
    return initialized && !finalized;
}

}  // namespace

std::unique_ptr<Communicator> connect_by_mpi(torch::Device device,
                                             const std::function<bool()>& stop_requested) {
    auto mpi = std::make_unique<MpiCommunicator>(stop_requested);
#ifdef GBS_NCCL
    if (device.is_cuda()) return connect_by_nccl(std::move(mpi), device);
#else
    static_cast<void>(device);
#endif
    return mpi;
}

void leave_mpi(bool succeeded) {
    if (!is_initialized()) return;
    if (succeeded) {
        MPI_Finalize();
        return;
    }
    // Rank 0 usually fails for the same reason; give it time to write its status.
    if (session().rank > 0) std::this_thread::sleep_for(std::chrono::seconds(3));
    MPI_Abort(MPI_COMM_WORLD, 1);
}

}  // namespace gbs::training

#else

namespace gbs::training {

std::unique_ptr<Communicator> connect_by_mpi(torch::Device, const std::function<bool()>&) {
    throw Error("several ranks were started, but this build has no MPI: install Open MPI and rebuild");
}

void leave_mpi(bool) {}

}  // namespace gbs::training

#endif
