// SPDX-License-Identifier: GPL-3.0-or-later

// `gbs`: chooses how idle threads wait, then becomes gbs-program. OpenMP reads its settings when it is loaded, which is
// before main() of a program that is linked with LibTorch. The version and the help are answered without loading that
// program.

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

// By default a thread that waits for others spins for milliseconds and keeps the core from the thread that it waits
// for. With two busy programs on two cores that makes the program up to ten times slower. Three thousand turns,
// some ten microseconds, cover the waits within an operation.
constexpr const char* spin_count = "3000";

bool chosen_by_user() {
    return std::getenv("GOMP_SPINCOUNT") != nullptr || std::getenv("OMP_WAIT_POLICY") != nullptr;
}

/// Files that the program opens would get the numbers of closed standard streams, and what it prints would end in them.
bool open_standard_streams() {
    for (int stream = 0; stream < 3; ++stream)
        // The lowest number that is free is this one.
        if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", stream == 0 ? O_RDONLY : O_WRONLY) != stream)
            return false;
    return true;
}

/// "gbs 0.2.0 (1a2b3c4)", with the commit of the sources if they were a clone.
constexpr const char* version = "gbs " GBS_VERSION
#include "commit.inc"
                                "\n";

struct Help {
    const char* command;
    const char* text;
};
/// Of gbs-program, written by the build.
constexpr Help helps[] = {
#include "help_rows.inc"
};

/// The answer to --help and COMMAND --help, or null.
const char* find_help(int argc, char** argv) {
    const auto asks = [](const char* word) {
        return std::strcmp(word, "--help") == 0 || std::strcmp(word, "-h") == 0;
    };
    if (argc < 2 || argc > 3 || !asks(argv[argc - 1])) return nullptr;
    for (const Help& help : helps)
        if (std::strcmp(help.command, argc == 2 ? "" : argv[1]) == 0) return help.text;
    return nullptr;
}

int print(const char* text) {
    if (std::fputs(text, stdout) >= 0 && std::fflush(stdout) == 0) return 0;
    std::fprintf(stderr, "gbs: cannot write to standard output: %s\n", std::strerror(errno));
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (!open_standard_streams()) return 1;
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) return print(version);
    if (const char* help = find_help(argc, argv)) return print(help);
    if (!chosen_by_user()) setenv("GOMP_SPINCOUNT", spin_count, 1);
    // LibTorch's own warnings, such as that of its allocator when memory is counted, say nothing to people.
    setenv("TORCH_CPP_LOG_LEVEL", "ERROR", 0);
    static constexpr char suffix[] = "-program";
    char path[PATH_MAX + sizeof suffix];
    const ssize_t length = readlink("/proc/self/exe", path, PATH_MAX);
    if (length <= 0) {
        std::perror("gbs: cannot read /proc/self/exe");
        return 1;
    }
    std::memcpy(path + length, suffix, sizeof suffix);
    execv(path, argv);
    std::fprintf(stderr, "gbs: cannot start %s: %s\n", path, std::strerror(errno));
    return 1;
}
