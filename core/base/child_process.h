// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/base/file_descriptor.h"

namespace gbs {

/// A program that answers lines with lines, in a process group of its own, so that Ctrl-C in a terminal is not for it and
/// nothing that it starts outlives it. What it writes is read all the time, so that it never waits for a reader and its
/// end is noticed at once. Nothing that it does ends this program.
///
/// One thread at a time may call send() and receive(); everything else is safe for several.
class ChildProcess {
 public:
    using Clock = std::chrono::steady_clock;
    /// Gets each line of standard error. `again`: in place of the last one, as after a carriage return on a terminal.
    using Said = std::function<void(const std::string& line, bool again)>;

    struct Options {
        std::size_t max_line = std::size_t{16} << 20;  ///< bytes of a line of standard output
        std::vector<std::string> variables{};          ///< "NAME=value", added to the environment
        Said said{};                                   ///< called from a thread of its own
        std::function<void()> ended{};                 ///< called from that thread, too, once
    };

    /// Throws Error if the program cannot be started. `words` must not be empty; a name without a slash is searched in PATH.
    ChildProcess(std::vector<std::string> words, Options options);
    /// Ends the process group: SIGTERM, and two seconds later SIGKILL.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    enum class Result { done, timeout, ended, too_long };
    /// Writes the line and a line end to its standard input. Throws Cancelled.
    Result send(std::string line, Clock::time_point deadline, const std::stop_token& stop = {});
    /// Waits for the next line of its standard output, without its end. Lines that it wrote before it ended come first.
    /// Throws Cancelled.
    Result receive(std::string& line, Clock::time_point deadline, const std::stop_token& stop = {});

    pid_t id() const { return id_; }
    bool running() const;
    /// "it ended with exit status 3", "it was ended by signal 9 (Killed)"; empty while it runs.
    std::string how_it_ended() const;
    /// The last lines of its standard error, at most 20, with the one that has no end yet. What carriage returns have taken
    /// back, such as the earlier states of a bar of progress, is not among them.
    std::vector<std::string> last_lines() const;

 private:
    void start(std::vector<std::string> words);
    void read_all(const std::stop_token& quit);
    bool read_output();
    bool read_errors();
    bool take_error_line();
    void keep_error_line(std::deque<std::string>& lines, const std::string& line) const;

    Options options_;
    pid_t id_ = -1;
    FileDescriptor input_, output_, errors_;

    mutable std::mutex mutex_;
    std::condition_variable_any heard_;
    std::string partial_, partial_error_;  ///< lines without an end so far; used by the reader only
    std::string unfinished_error_;         ///< the latter, for the other threads
    bool overwritten_ = false;             ///< what comes next is in place of the last line of standard error
    std::deque<std::string> lines_;
    std::size_t waiting_bytes_ = 0;  ///< of `lines_`
    std::deque<std::string> last_lines_;
    std::string end_;
    bool too_long_ = false;
    std::jthread reader_;  ///< last: it uses all of the above
};

}  // namespace gbs
