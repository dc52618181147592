// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/trace.h"

#include <unistd.h>

#include <chrono>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_text.h"

namespace gbs {
namespace {

constexpr std::size_t max_spans = 2'000'000;  ///< 48 MB; a training of days has more

/// Of the clock that all processes of a machine share, so that the traces of several ranks fit together.
std::int64_t nanoseconds() {
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

struct Span {
    const char* name;
    std::int64_t begin, end;
};

/// The spans of one thread, then of later ones.
struct Row {
    const char* name;
    int number;                ///< among the rows of its name, from 1
    std::mutex mutex;          ///< guards what follows
    std::vector<Span> closed;  ///< inner spans before outer ones
    std::vector<Span> open;    ///< outer spans first
};

struct Trace {
    std::mutex mutex;  ///< guards what follows
    std::filesystem::path file;
    std::string process;
    std::vector<std::unique_ptr<Row>> rows;
    std::vector<Row*> free;
    std::atomic<std::size_t> spans{0};

    Row* take_row(const char* name) {
        const std::lock_guard lock(mutex);
        const auto same = [name](const Row& row) { return std::strcmp(row.name, name) == 0; };
        for (auto row = free.begin(); row != free.end(); ++row)
            if (same(**row)) {
                Row* const taken = *row;
                free.erase(row);
                return taken;
            }
        int number = 1;
        for (const auto& row : rows) number += same(*row) ? 1 : 0;
        rows.push_back(std::make_unique<Row>());
        rows.back()->name = name;
        rows.back()->number = number;
        return rows.back().get();
    }
    void give_back(Row* row) {
        const std::lock_guard lock(mutex);
        free.push_back(row);
    }
};

/// Never destroyed: threads may end after main().
Trace& the_trace() {
    static Trace& trace = *new Trace;
    return trace;
}

thread_local const char* thread_name = "thread";

/// The row of the calling thread.
Row& own_row() {
    struct Holder {
        Row* row = the_trace().take_row(thread_name);
        ~Holder() { the_trace().give_back(row); }
    };
    thread_local Holder holder;
    return *holder.row;
}

class Writer {
 public:
    explicit Writer(std::ostream& out) : out_(out) {}

    void add_name(const char* kind, std::size_t thread, const std::string& name) {
        next() << R"({"ph":"M","name":")" << kind << R"(","pid":)" << process_ << R"(,"tid":)" << thread
               << R"(,"args":{"name":)" << json_text(name) << "}}";
    }
    void add_span(std::size_t thread, const Span& span) {
        char times[96];
        const std::int64_t length = span.end - span.begin;
        std::snprintf(times, sizeof times,
                      R"(,"ts":%)" PRId64
                      ".%03d"
                      R"(,"dur":%)" PRId64 ".%03d}",
                      span.begin / 1000, static_cast<int>(span.begin % 1000), length / 1000,
                      static_cast<int>(length % 1000));
        next() << R"({"ph":"X","name":)" << json_text(span.name) << R"(,"pid":)" << process_ << R"(,"tid":)"
               << thread << times;
    }

 private:
    std::ostream& next() { return out_ << (std::exchange(first_, false) ? "\n" : ",\n"); }

    std::ostream& out_;
    int process_ = ::getpid();
    bool first_ = true;
};

}  // namespace

namespace trace {

std::atomic<bool> on{false};

void begin(const char* name) {
    Row& row = own_row();
    const std::lock_guard lock(row.mutex);
    row.open.push_back({name, nanoseconds(), 0});
}

void end() {
    Row& row = own_row();
    const std::int64_t now = nanoseconds();
    const std::lock_guard lock(row.mutex);
    Span span = row.open.back();
    row.open.pop_back();
    span.end = now;
    if (the_trace().spans.fetch_add(1, std::memory_order_relaxed) < max_spans) row.closed.push_back(span);
}

}  // namespace trace

void start_trace(std::filesystem::path file, std::string process) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    if (is_folder(file)) throw Error("--profile " + file.string() + ": is a folder; name a file");
    if (!is_folder(folder) || ::access(folder.c_str(), W_OK) != 0)
        throw Error("--profile " + file.string() + ": cannot write into the folder " + folder.string());
    {
        Trace& trace = the_trace();
        const std::lock_guard lock(trace.mutex);
        trace.file = std::move(file);
        trace.process = std::move(process);
    }
    name_traced_thread("main");
    trace::on = true;
}

void write_trace() {
    if (!trace::on.exchange(false)) return;
    Trace& trace = the_trace();
    const std::lock_guard lock(trace.mutex);
    const std::int64_t now = nanoseconds();
    write_atomically(trace.file, [&](std::ostream& out) {
        out << R"({"displayTimeUnit":"ms","traceEvents":[)";
        Writer writer(out);
        writer.add_name("process_name", 0, trace.process);
        for (std::size_t thread = 0; thread < trace.rows.size(); ++thread) {
            Row& row = *trace.rows[thread];
            const std::lock_guard row_lock(row.mutex);
            const bool only = std::strcmp(row.name, "main") == 0;
            writer.add_name("thread_name", thread,
                            only ? row.name : row.name + (" " + std::to_string(row.number)));
            for (const Span& span : row.closed) writer.add_span(thread, span);
            for (const Span& span : row.open) writer.add_span(thread, {span.name, span.begin, now});
        }
        const std::size_t all = trace.spans, dropped = all - std::min(all, max_spans);
        out << "\n],\"otherData\":{\"spans left out\":" << dropped << "}}\n";
    });
}

void name_traced_thread(const char* name) {
    thread_name = name;
}

}  // namespace gbs
