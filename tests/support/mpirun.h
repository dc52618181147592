// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/file_io.h"
#include "support/sanitized.h"

namespace gbs {

/// Whether Open MPI's launcher is installed.
inline bool has_mpirun() {
    return !QStandardPaths::findExecutable(QStringLiteral("mpirun")).isEmpty();
}

/// Runs `count` ranks of a program on this machine, one thread each, regardless of the number of cores.
inline void start_ranks(QProcess& process, int count, const QString& program, const QStringList& arguments) {
    // Open MPI does not free what its plugins have allocated, and unloads them.
    QProcessEnvironment environment = environment_without_leak_check();
    environment.insert(QStringLiteral("OMP_NUM_THREADS"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("mpirun"),
                  QStringList{QStringLiteral("--allow-run-as-root"), QStringLiteral("--oversubscribe"),
                              QStringLiteral("--bind-to"), QStringLiteral("none"), QStringLiteral("-np"),
                              QString::number(count), program} +
                      arguments);
}

/// Waits for the ranks and returns their output.
inline std::pair<int, QByteArray> run_ranks(int count, const QString& program, const QStringList& arguments) {
    QProcess process;
    start_ranks(process, count, program, arguments);
    if (!process.waitForFinished(240000)) {
        process.kill();
        process.waitForFinished();
        return {-1, "it did not end: " + process.readAll()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

/// The rank processes of a run below `parent`.
inline std::vector<qint64> children_of(qint64 parent) {
    std::vector<qint64> pids;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        try {
            const std::string status = read_text(entry.path() / "stat", 1 << 16);
            const auto after = status.rfind(')');
            if (std::stoll(status.substr(after + 4)) == parent) pids.push_back(std::stoll(name));
        } catch (const std::exception&) {  // it has exited meanwhile
        }
    }
    return pids;
}

}  // namespace gbs
