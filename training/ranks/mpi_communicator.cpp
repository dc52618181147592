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
constexpr std::int64_t most_at_once = std::int64_t{1} << 30;  ///< MPI counts in int

/// MPI for as long as the process lives: it can be set up only once.
struct Session {
    Session() {
        int given = 0;
        MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &given);
        MPI_Comm_dup(MPI_COMM_WORLD, &plain);
        MPI_Comm_dup(MPI_COMM_WORLD, &buckets);
        for (MPI_Comm comm : {plain, buckets}) MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
        MPI_Comm_rank(plain, &rank);
        MPI_Comm_size(plain, &size);
        find_neighbours();
    }

    MPI_Comm plain = MPI_COMM_NULL;
    MPI_Comm buckets =
        MPI_COMM_NULL;  ///< sums that run beside other operations must not be mixed up with them
    int rank = 0, size = 1;
    std::vector<std::pair<std::int64_t, pid_t>>
        neighbours;  ///< rank and process of the others on this machine
    bool everyone_is_here = true;

 private:
    void find_neighbours() {
        MPI_Comm here = MPI_COMM_NULL;
        MPI_Comm_split_type(plain, MPI_COMM_TYPE_SHARED, rank, MPI_INFO_NULL, &here);
        int local = 0;
        MPI_Comm_size(here, &local);
        const std::int64_t mine[2] = {rank, ::getpid()};
        std::vector<std::int64_t> all(2 * static_cast<std::size_t>(local));
        MPI_Allgather(mine, 2, MPI_INT64_T, all.data(), 2, MPI_INT64_T, here);
        MPI_Comm_free(&here);
        for (std::size_t i = 0; i < all.size(); i += 2)
            if (all[i] != rank) neighbours.emplace_back(all[i], static_cast<pid_t>(all[i + 1]));
        everyone_is_here = local == size;
    }
};

Session& session() {
    static Session only;
    return only;
}

/// Notices that a rank has died, for which the others would wait for ever.
class Watch {
 public:
    explicit Watch(std::function<bool()> stop_requested) : stop_requested_(std::move(stop_requested)) {}

    /// Called while an operation that began at `begin` has not come to its end. Throws Error where it never
    /// will.
    void look(Clock::time_point begin) {
        const auto now = Clock::now();
        if (now - begin < std::chrono::milliseconds(300) || now - looked_ < std::chrono::milliseconds(200))
            return;
        looked_ = now;
        for (const auto& [rank, pid] : session().neighbours)
            if (::kill(pid, 0) != 0 && errno == ESRCH)
                throw Error("rank " + std::to_string(rank) + " (process " + std::to_string(pid) +
                            ") has ended; its messages say why. Go on with --resume");
        // The launcher asks the ranks that are left to end when one has died. Rank 0 has something to write.
        const bool asked = session().rank == 0 && stop_requested_ && stop_requested_();
        if (session().everyone_is_here || !asked) return;
        if (!asked_to_end_) asked_to_end_ = now;
        if (now - *asked_to_end_ > std::chrono::milliseconds(500))
            throw Error("a rank on another machine has ended; its messages say why. Go on with --resume");
    }

 private:
    std::function<bool()> stop_requested_;
    Clock::time_point looked_{};
    std::optional<Clock::time_point> asked_to_end_;
};

/// Waits without keeping a core busy: ranks may share the cores that they compute on.
void finish(MPI_Request& request, Watch& watch) {
    const auto begin = Clock::now();
    for (int tries = 0;; ++tries) {
        int done = 0;
        if (MPI_Test(&request, &done, MPI_STATUS_IGNORE) != MPI_SUCCESS)
            throw Error("the connection to another rank broke; its messages say why. Go on with --resume");
        if (done) return;
        if (tries > 100) std::this_thread::sleep_for(std::chrono::microseconds(tries > 2000 ? 500 : 50));
        watch.look(begin);
    }
}

MPI_Datatype type_of(const torch::Tensor& tensor) {
    switch (tensor.scalar_type()) {
        case torch::kFloat:
            return MPI_FLOAT;
        case torch::kDouble:
            return MPI_DOUBLE;
        case torch::kLong:
            return MPI_INT64_T;
        default:
            throw Error(std::string("ranks cannot add numbers of the type ") +
                        toString(tensor.scalar_type()));
    }
}

int count_of(std::int64_t count) {
    if (count > std::numeric_limits<int>::max())
        throw Error("ranks cannot exchange " + std::to_string(count) + " numbers at once");
    return static_cast<int>(count);
}

class MpiSum final : public PendingSum {
 public:
    MpiSum(torch::Tensor target, MPI_Comm comm, Watch& watch)
        : target_(std::move(target)), host_(target_.to(torch::kCPU)), watch_(watch) {
        MPI_Iallreduce(MPI_IN_PLACE, host_.mutable_data_ptr(), count_of(host_.numel()), type_of(host_),
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

    void sum(torch::Tensor tensor) override { MpiSum(std::move(tensor), session().plain, watch_).wait(); }
    std::unique_ptr<PendingSum> start_sum(torch::Tensor tensor) override {
        return std::make_unique<MpiSum>(std::move(tensor), session().buckets, watch_);
    }
    torch::Tensor gather(const torch::Tensor& rows) override {
        const torch::Tensor mine = rows.contiguous().to(torch::kCPU);
        auto shape = mine.sizes().vec();
        shape[0] *= size();
        torch::Tensor all = torch::empty(shape, mine.options());
        const int bytes = count_of(static_cast<std::int64_t>(mine.nbytes()));
        MPI_Request request = MPI_REQUEST_NULL;
        MPI_Iallgather(mine.const_data_ptr(), bytes, MPI_BYTE, all.mutable_data_ptr(), bytes, MPI_BYTE,
                       session().plain, &request);
        finish(request, watch_);
        return all.to(rows.device());
    }
    using Communicator::broadcast;
    void broadcast(torch::Tensor tensor) override {
        torch::Tensor host = tensor.to(torch::kCPU);
        auto* data = static_cast<std::byte*>(host.mutable_data_ptr());
        for (std::int64_t left = static_cast<std::int64_t>(host.nbytes()); left > 0;) {
            const std::int64_t part = std::min(left, most_at_once);
            MPI_Request request = MPI_REQUEST_NULL;
            MPI_Ibcast(data, static_cast<int>(part), MPI_BYTE, 0, session().plain, &request);
            finish(request, watch_);
            data += part;
            left -= part;
        }
        if (!host.is_same(tensor)) tensor.copy_(host);
    }
    std::vector<std::string> gather_bytes(const std::string& bytes) override {
        const torch::Tensor lengths =
            gather(torch::tensor({static_cast<std::int64_t>(bytes.size())}, torch::kLong));
        const std::int64_t longest = std::max<std::int64_t>(1, lengths.max().item<std::int64_t>());
        torch::Tensor padded = torch::zeros({1, longest}, torch::kByte);
        std::copy(bytes.begin(), bytes.end(), static_cast<char*>(padded.mutable_data_ptr()));
        const torch::Tensor all = gather(padded);
        std::vector<std::string> result;
        for (std::int64_t i = 0; i < size(); ++i)
            result.emplace_back(static_cast<const char*>(all[i].const_data_ptr()),
                                static_cast<std::size_t>(lengths[i].item<std::int64_t>()));
        return result;
    }

 private:
    Watch watch_;
};

bool is_set_up() {
    int yes = 0, over = 0;
    MPI_Initialized(&yes);
    MPI_Finalized(&over);
    return yes && !over;
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

void leave_mpi(bool well) {
    if (!is_set_up()) return;
    if (well) {
        MPI_Finalize();
        return;
    }
    // What went wrong here mostly did on rank 0 as well, which has yet to write it down.
    if (session().rank > 0) std::this_thread::sleep_for(std::chrono::seconds(3));
    MPI_Abort(MPI_COMM_WORLD, 1);
}

}  // namespace gbs::training

#else

namespace gbs::training {

std::unique_ptr<Communicator> connect_by_mpi(torch::Device, const std::function<bool()>&) {
    throw Error("several ranks were started, but this build has no MPI: install Open MPI and build again");
}

void leave_mpi(bool) {}

}  // namespace gbs::training

#endif
