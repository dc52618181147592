// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <filesystem>
#include <string>

// Where the time goes: named spans of work in each thread, written in the Trace Event Format, which Perfetto and
// chrome://tracing open. Until `start_trace`, a span costs one load of a flag.
namespace gbs {

/// Keeps all spans that begin from now on. `process` names this process in the trace, and the calling thread becomes
/// "main". Throws Error if the file could not be written there.
void start_trace(std::filesystem::path file, std::string process);
/// Writes the spans so far, open ones as if they ended now, and keeps no more. Does nothing without `start_trace`, and
/// when called again. Any thread may call it. Throws Error.
void write_trace();
/// Names the calling thread, before its first span; a row of the trace is used again by later threads of its name.
/// `name` is a literal.
void name_traced_thread(const char* name);

namespace trace {
extern std::atomic<bool> on;
void begin(const char* name);
void end();
}  // namespace trace

/// A span of the calling thread, from construction to destruction. Spans of a thread nest. `name` is a literal.
class TraceSpan {
 public:
    explicit TraceSpan(const char* name) : kept_(trace::on.load(std::memory_order_relaxed)) {
        if (kept_) trace::begin(name);
    }
    ~TraceSpan() {
        if (kept_) trace::end();
    }
    TraceSpan(const TraceSpan&) = delete;
    TraceSpan& operator=(const TraceSpan&) = delete;

 private:
    bool kept_;
};

}  // namespace gbs
