// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/trainer_launch.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <nlohmann/json.hpp>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/shell_word.h"
#include "training/run/run_files.h"

namespace gbs::app {

namespace {

QStringList with_assignments(QStringList arguments, const QStringList& assignments) {
    for (const QString& assignment : assignments) arguments << QStringLiteral("--set") << assignment;
    return arguments;
}

}  // namespace

QString trainer_program() {
    const QString program = qEnvironmentVariable("GBS_TRAINER");
    return program.isEmpty() ? QCoreApplication::applicationFilePath() : program;
}

QStringList new_run_arguments(const QString& recipe, const QString& run, const QStringList& assignments) {
    return with_assignments({QStringLiteral("train"), recipe, QStringLiteral("--run"), run}, assignments);
}

QStringList resume_arguments(const QString& run, const QStringList& assignments) {
    return with_assignments({QStringLiteral("train"), QStringLiteral("--resume"), run}, assignments);
}

QStringList continue_arguments(const QString& run, const QStringList& assignments) {
    if (QFileInfo::exists(run + QStringLiteral("/config.yaml"))) return resume_arguments(run, assignments);
    const auto note =
        parse_json(read_text(to_path(run + QStringLiteral("/launch.json")), 1 << 20)).value_or(nullptr);
    QStringList first;
    if (note.is_object() && note.contains("arguments"))
        for (const auto& word : note["arguments"])
            if (word.is_string()) first << QString::fromStdString(word.get<std::string>());
    if (first.isEmpty())
        throw Error(run.toStdString() +
                    ": found neither config.yaml nor a valid launch.json to continue from; start a new run");
    return first;
}

QString command_line(const QStringList& arguments) {
    QStringList words{QStringLiteral("gbs")};
    for (const QString& argument : arguments)
        words << QString::fromStdString(shell_word(argument.toStdString()));
    return words.join(QLatin1Char(' '));
}

void launch_trainer(const QString& run, const QStringList& arguments) {
    if (!QDir().mkpath(run))
        throw Error(run.toStdString() + ": cannot create the run folder; choose another location");
    const QString log = run + QStringLiteral("/trainer.log");
    QProcess process;
    process.setProgram(trainer_program());
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(log, QIODevice::Append);
    process.setStandardErrorFile(log, QIODevice::Append);
    const QDateTime time = QDateTime::currentDateTimeUtc();
    qint64 pid = 0;
    if (!process.startDetached(&pid))
        throw Error(trainer_program().toStdString() +
                    " could not be started: " + process.errorString().toStdString());
    std::vector<std::string> words;
    for (const QString& argument : arguments) words.push_back(argument.toStdString());
    const nlohmann::json note{{"pid", pid},
                              {"host", training::host_name()},
                              {"time", time.toString(Qt::ISODateWithMs).toStdString()},
                              {"command", command_line(arguments).toStdString()},
                              {"arguments", words}};
    write_atomically(to_path(run + QStringLiteral("/launch.json")), json_text(note, 1) + "\n");
}

}  // namespace gbs::app
