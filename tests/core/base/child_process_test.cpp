// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/child_process.h"

#include <signal.h>

#include <QtTest>
#include <fstream>
#include <thread>

#include "core/base/shell_word.h"
#include "support/error_of.h"

using namespace gbs;
using namespace std::chrono_literals;

namespace {

ChildProcess::Clock::time_point in(std::chrono::milliseconds time) {
    return ChildProcess::Clock::now() + time;
}

/// Whether a process runs: not gone, and no zombie.
bool runs(int id) {
    std::ifstream status("/proc/" + std::to_string(id) + "/stat");
    std::string text;
    std::getline(status, text);
    return !text.empty() && text[text.rfind(')') + 2] != 'Z';
}

}  // namespace

class ChildProcessTest : public QObject {
    Q_OBJECT

    using Result = ChildProcess::Result;

    static std::vector<std::string> shell(const std::string& script) { return {"sh", "-c", script}; }
    static std::string next_line(ChildProcess& child) {
        std::string line;
        return child.receive(line, in(10s)) == Result::done ? line : "none";
    }

 private Q_SLOTS:
    void commands_are_split_as_a_shell_does() {
        const std::vector<std::string> words{"a", "b c", "d\"e", "", "f\\g", "h i"};
        QCOMPARE(split_shell_words(" a  'b c'\td\\\"e '' \"f\\g\" h\\ i"), words);
        for (const std::string& word : words)
            QCOMPARE(split_shell_words(shell_word(word)), std::vector<std::string>{word});
        QVERIFY(split_shell_words(" \n").empty());
        QVERIFY(error_of([] { split_shell_words("a 'b"); }).contains(QStringLiteral("does not end")));
        QVERIFY(error_of([] { split_shell_words("a\\"); }).contains(QStringLiteral("backslash")));
    }

    void lines_are_answered_by_lines() {
        ChildProcess child({"cat"}, {});
        QVERIFY(child.send("one", in(10s)) == Result::done);
        QVERIFY(child.send("two", in(10s)) == Result::done);
        QCOMPARE(next_line(child), std::string("one"));
        QCOMPARE(next_line(child), std::string("two"));
        QVERIFY(child.running());
        std::string line;
        QVERIFY(child.receive(line, in(50ms)) == Result::timeout);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(child.receive(line, in(10s), stop.get_token()), Cancelled);
    }

    void a_program_that_is_missing_is_an_error() {
        QVERIFY(error_of([] {
                    ChildProcess({"/no/such/program"}, {});
                }).startsWith(QStringLiteral("cannot start /no/such/program: No such file")));
    }

    void the_end_is_told_after_all_that_was_written() {
        ChildProcess child(shell("echo last; echo wrong >&2; printf 'bar 1%%\\rbar 2%%' >&2; exit 3"), {});
        QCOMPARE(next_line(child), std::string("last"));
        std::string line;
        QVERIFY(child.receive(line, in(10s)) == Result::ended);
        QVERIFY(!child.running());
        QCOMPARE(child.how_it_ended(), std::string("it ended with exit status 3"));
        QCOMPARE(child.last_lines(), (std::vector<std::string>{"wrong", "bar 2%"}));
    }

    void what_a_carriage_return_overwrites_is_one_line() {
        const std::vector<std::pair<std::string, std::vector<std::string>>> written{
            {"load 0%%\\rload 50%%\\rload 100%%\\ndone\\n", {"load 100%", "done"}},
            {"\\rload 0%%\\rload 100%%\\n\\rnext 1%%", {"load 100%", "next 1%"}},  // as tqdm does
            {"one\\r\\ntwo\\r\\n", {"one", "two"}},
            {"before\\nbar 9%%\\r      \\rafter\\n", {"before", "after"}},
            {"bar 9%%\\r    \\r", {"bar 9%"}},
            {"bar 9%%\\r\\r\\n\\nlast", {"bar 9%", "last"}},
        };
        for (const auto& [text, lines] : written) {
            std::vector<std::string> shown;
            ChildProcess child(shell("printf '" + text + "' >&2"),
                               {.said = [&](const std::string& line, bool again) {
                                   if (again) shown.pop_back();
                                   shown.push_back(line);
                               }});
            QCOMPARE(next_line(child), std::string("none"));
            QCOMPARE(child.last_lines(), lines);
            QCOMPARE(shown, lines);
        }
    }

    void a_line_without_an_end_is_among_the_last() {
        ChildProcess child(shell("printf 'start\\n\\rbar 1%%\\rbar 2%%' >&2; sleep 60"), {});
        QTRY_COMPARE(child.last_lines(), (std::vector<std::string>{"start", "bar 2%"}));
    }

    void a_killed_program_is_told_with_its_signal() {
        ChildProcess child({"cat"}, {});
        ::kill(child.id(), SIGKILL);
        std::string line;
        QVERIFY(child.receive(line, in(10s)) == Result::ended);
        QCOMPARE(child.how_it_ended(), std::string("it was ended by signal 9 (Killed)"));
        // Writing to it does not end this program.
        QVERIFY(child.send(std::string(1 << 20, 'x'), in(10s)) == Result::ended);
    }

    void a_program_that_reads_nothing_does_not_end_this_one() {
        ChildProcess closed(shell("exec <&-; echo closed; sleep 60"), {});
        QCOMPARE(next_line(closed), std::string("closed"));
        QVERIFY(closed.send("x", in(10s)) == Result::ended);
        ChildProcess lazy({"sleep", "60"}, {});
        QVERIFY(lazy.send(std::string(1 << 20, 'x'), in(300ms)) == Result::timeout);
    }

    void the_whole_group_ends_with_its_owner() {
        int first = 0, second = 0;
        QElapsedTimer time;
        {
            // Neither minds SIGTERM.
            ChildProcess child(shell("trap '' TERM; sleep 100 & echo $!; wait; sleep 100"), {});
            first = child.id();
            second = std::stoi(next_line(child));
            QVERIFY(runs(first) && runs(second));
            time.start();
        }
        QVERIFY(time.elapsed() >= 1900 && time.elapsed() < 4000);
        QTRY_VERIFY(!runs(first) && !runs(second));
    }

    void an_end_is_noticed_though_a_grandchild_keeps_the_pipes() {
        std::atomic<int> ended = 0;
        int grandchild = 0;
        {
            ChildProcess child(shell("sleep 100 & echo $!"), {.ended = [&] { ++ended; }});
            grandchild = std::stoi(next_line(child));
            QTRY_COMPARE(ended.load(), 1);
            QVERIFY(runs(grandchild));
        }
        QTRY_VERIFY(!runs(grandchild));
    }

    void what_it_writes_is_bounded() {
        std::vector<std::string> said;
        std::mutex mutex;
        ChildProcess child(
            shell("i=0; while [ $i -lt 500 ]; do echo line $i >&2; i=$((i+1)); done; "
                  "head -c 3000 /dev/zero | tr '\\0' x >&2; head -c 300000 /dev/zero; sleep 9"),
            {.max_line = 100'000, .said = [&](const std::string& line, bool) {
                 const std::lock_guard lock(mutex);
                 said.push_back(line);
             }});
        std::string line;
        QVERIFY(child.receive(line, in(10s)) == Result::too_long);
        QCOMPARE(child.last_lines().size(), 20U);
        QCOMPARE(child.last_lines().back(), std::string(1000, 'x'));
        const std::lock_guard lock(mutex);
        QCOMPARE(said.size(), 503U);
    }

    void the_environment_and_the_signals_are_as_asked() {
        sigset_t blocked, before;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &blocked, &before);
        {
            ChildProcess child(shell("echo $GBS_A $HOME; grep SigBlk /proc/self/status"),
                               {.variables = {"GBS_A=1", "HOME=two"}});
            QCOMPARE(next_line(child), std::string("1 two"));
            QCOMPARE(next_line(child), std::string("SigBlk:\t0000000000000000"));
        }
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
    }
};

QTEST_GUILESS_MAIN(ChildProcessTest)
#include "child_process_test.moc"
