// SPDX-License-Identifier: GPL-3.0-or-later

// `gbs`: chooses how idle threads wait, then becomes gbs-program. OpenMP reads its settings when it is loaded, which is
// before main() of a program that is linked with LibTorch.

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

}  // namespace

int main(int, char** argv) {
    if (!chosen_by_user()) setenv("GOMP_SPINCOUNT", spin_count, 1);
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
