// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <system_error>

#include "core/base/error.h"
#include "core/base/text_lines.h"
#include "core/base/utf8.h"

extern char** environ;

namespace gbs {
namespace {

constexpr int poll_milliseconds = 50;
constexpr auto grace = std::chrono::seconds(2);
constexpr std::size_t max_last_lines = 20, max_error_line = 1000;

struct Pipe {
    FileDescriptor read, write;
};

Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw Error("cannot make a pipe: " + std::generic_category().message(errno));
    return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

void never_wait(const FileDescriptor& descriptor) {
    ::fcntl(descriptor.get(), F_SETFL, O_NONBLOCK);
}

/// The environment of this program, with `variables` in place of those of the same names.
std::vector<std::string> environment(const std::vector<std::string>& variables) {
    std::vector<std::string> all = variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry, name = text.substr(0, text.find('=') + 1);
        if (std::ranges::none_of(variables, [&](const auto& each) { return each.starts_with(name); }))
            all.push_back(text);
    }
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

/// A process group of its own, with no signal blocked: this program may have blocked those that end it.
struct SpawnAttributes {
    posix_spawnattr_t value;

    SpawnAttributes() {
        posix_spawnattr_init(&value);
        sigset_t none, usual;
        sigemptyset(&none);
        sigemptyset(&usual);
        for (const int signal : {SIGPIPE, SIGINT, SIGTERM}) sigaddset(&usual, signal);
        posix_spawnattr_setsigmask(&value, &none);
        posix_spawnattr_setsigdefault(&value, &usual);
        posix_spawnattr_setpgroup(&value, 0);
        posix_spawnattr_setflags(&value,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnAttributes() { posix_spawnattr_destroy(&value); }
};

/// write(2) to a pipe that may have no reader, without the signal that would end this program.
ssize_t write_to_pipe(int descriptor, std::string_view text) {
    sigset_t pipe_signal, before;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    const int code = errno;
    constexpr timespec at_once{0, 0};
    if (written < 0 && code == EPIPE) sigtimedwait(&pipe_signal, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = code;
    return written;
}

/// How the process ended; empty while it runs. It stays a zombie, so that its number is not given to another one.
std::string find_end(pid_t id) {
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(id), &info, WEXITED | WNOHANG | WNOWAIT) != 0) return "it ended";
    if (info.si_pid == 0) return {};
    if (info.si_code == CLD_EXITED) return "it ended with exit status " + std::to_string(info.si_status);
    return "it was ended by signal " + std::to_string(info.si_status) + " (" + ::strsignal(info.si_status) +
           ")";
}

}  // namespace

ChildProcess::ChildProcess(std::vector<std::string> words, Options options) : options_(std::move(options)) {
    start(std::move(words));
    reader_ = std::jthread([this](const std::stop_token& quit) { read_all(quit); });
}

void ChildProcess::start(std::vector<std::string> words) {
    Pipe in = make_pipe(), out = make_pipe(), error = make_pipe();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.read.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.write.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, error.write.get(), STDERR_FILENO);
    std::vector<std::string> variables = environment(options_.variables);
    const SpawnAttributes attributes;
    const int failure = ::posix_spawnp(&id_, words[0].c_str(), &actions, &attributes.value,
                                       pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0)
        throw Error("cannot start " + words[0] + ": " + std::generic_category().message(failure));
    input_ = std::move(in.write);
    output_ = std::move(out.read);
    errors_ = std::move(error.read);
    for (const auto* end : {&input_, &output_, &errors_}) never_wait(*end);
}

ChildProcess::~ChildProcess() {
    {
        std::unique_lock lock(mutex_);
        // Nothing more is reported of a program that is being ended.
        options_.said = nullptr;
        options_.ended = nullptr;
        if (end_.empty()) {
            ::kill(-id_, SIGTERM);
            heard_.wait_for(lock, grace, [this] { return !end_.empty(); });
        }
    }
    ::kill(-id_, SIGKILL);
    reader_ = {};
    while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void ChildProcess::read_all(const std::stop_token& quit) {
    for (std::string end; !quit.stop_requested();) {
        // What it wrote is read before its end is reported.
        if (end.empty()) end = find_end(id_);
        bool full = false;
        {
            const std::lock_guard lock(mutex_);
            full = waiting_bytes_ > options_.max_line || too_long_;
        }
        std::array<pollfd, 2> ready{{{full ? -1 : output_.get(), POLLIN, 0}, {errors_.get(), POLLIN, 0}}};
        ::poll(ready.data(), ready.size(), end.empty() ? poll_milliseconds : 0);
        const bool more = (ready[0].revents != 0 && read_output()) | (ready[1].revents != 0 && read_errors());
        if (end.empty() || more) continue;
        take_error_line();
        std::function<void()> ended;
        {
            const std::lock_guard lock(mutex_);
            unfinished_error_.clear();
            end_ = end;
            ended = options_.ended;
        }
        heard_.notify_all();
        if (ended) ended();
        return;
    }
}

/// Whether there was anything to read; closes the pipe at its end.
bool ChildProcess::read_output() {
    std::array<char, 65536> block;
    const ssize_t size = ::read(output_.get(), block.data(), block.size());
    if (size < 0) return false;
    if (size == 0) output_.close();
    const std::lock_guard lock(mutex_);
    for (std::string_view rest(block.data(), static_cast<std::size_t>(size)); !rest.empty();) {
        const std::size_t end = rest.find('\n');
        partial_ += rest.substr(0, end);
        if (partial_.size() > options_.max_line) {
            too_long_ = true;
            partial_.clear();
            break;
        }
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
        waiting_bytes_ += partial_.size() + 1;
        lines_.push_back(std::exchange(partial_, {}));
    }
    heard_.notify_all();
    return true;
}

bool ChildProcess::read_errors() {
    std::array<char, 4096> block;
    const ssize_t size = ::read(errors_.get(), block.data(), block.size());
    if (size < 0) return false;
    if (size == 0) errors_.close();
    for (const char c : std::string_view(block.data(), static_cast<std::size_t>(size))) {
        if (c != '\n' && c != '\r') partial_error_ += c;
        const bool too_long = partial_error_.size() >= max_error_line;
        if (c == '\n' || c == '\r' || too_long) {
            const bool taken = take_error_line();
            const std::lock_guard lock(mutex_);
            // A bar of progress draws itself again after a carriage return, and may first be wiped with spaces.
            overwritten_ = c == '\r' && (taken || overwritten_);
        }
    }
    const std::lock_guard lock(mutex_);
    unfinished_error_ = partial_error_;
    return true;
}

/// Whether there was anything to see.
bool ChildProcess::take_error_line() {
    const std::string line = printable(std::exchange(partial_error_, {}));
    if (trimmed(line).empty()) return false;
    Said said;
    {
        const std::lock_guard lock(mutex_);
        keep_error_line(last_lines_, line);
        said = options_.said;
    }
    if (said) said(line, overwritten_);
    return true;
}

void ChildProcess::keep_error_line(std::deque<std::string>& lines, const std::string& line) const {
    if (overwritten_ && !lines.empty()) lines.pop_back();
    lines.push_back(line);
    if (lines.size() > max_last_lines) lines.pop_front();
}

ChildProcess::Result ChildProcess::send(std::string line, Clock::time_point deadline,
                                        const std::stop_token& stop) {
    line += '\n';
    for (std::string_view rest = line; !rest.empty();) {
        if (stop.stop_requested()) throw Cancelled();
        if (!running()) return Result::ended;
        if (Clock::now() > deadline) return Result::timeout;
        pollfd ready{input_.get(), POLLOUT, 0};
        if (::poll(&ready, 1, poll_milliseconds) <= 0) continue;
        const ssize_t written = write_to_pipe(input_.get(), rest);
        if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
        if (written >= 0 || errno == EAGAIN || errno == EINTR) continue;
        // It reads no more: most likely because it is ending.
        std::unique_lock lock(mutex_);
        heard_.wait_for(lock, grace, [this] { return !end_.empty(); });
        return Result::ended;
    }
    return Result::done;
}

ChildProcess::Result ChildProcess::receive(std::string& line, Clock::time_point deadline,
                                           const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    heard_.wait_until(lock, stop, deadline, [this] { return !lines_.empty() || too_long_ || !end_.empty(); });
    if (stop.stop_requested()) throw Cancelled();
    if (!lines_.empty()) {
        line = std::move(lines_.front());
        lines_.pop_front();
        waiting_bytes_ -= line.size() + 1;
        return Result::done;
    }
    if (too_long_) return Result::too_long;
    return end_.empty() ? Result::timeout : Result::ended;
}

bool ChildProcess::running() const {
    const std::lock_guard lock(mutex_);
    return end_.empty();
}

std::string ChildProcess::how_it_ended() const {
    const std::lock_guard lock(mutex_);
    return end_;
}

std::vector<std::string> ChildProcess::last_lines() const {
    const std::lock_guard lock(mutex_);
    std::deque<std::string> lines = last_lines_;
    if (const std::string line = printable(unfinished_error_); !trimmed(line).empty())
        keep_error_line(lines, line);
    return {lines.begin(), lines.end()};
}

}  // namespace gbs
