// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/detector_commands.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/detector/detector_command.h"

namespace gbs::app {

namespace {

struct DetectorCommands {
    Q_DECLARE_TR_FUNCTIONS(DetectorCommands)
};

const QString commands_key = QStringLiteral("recent/detectors");
constexpr qsizetype max_commands = 10;

bool is_program(const QString& word) {
    if (!word.contains(u'/')) return !QStandardPaths::findExecutable(word).isEmpty();
    const QFileInfo file(word);
    return file.isFile() && file.isExecutable();
}

}  // namespace

QStringList offered_detectors() {
    QStringList commands = QSettings().value(commands_key).toStringList();
    for (const std::string& name : list_detectors())
        commands << QString::fromStdString(name) + QStringLiteral(" --weights ");
    return commands;
}

void remember_detector(const QString& command) {
    QStringList commands = QSettings().value(commands_key).toStringList();
    commands.removeAll(command);
    commands.prepend(command);
    QSettings().setValue(commands_key, QStringList(commands.mid(0, max_commands)));
}

QString detector_problem(const QString& command) {
    try {
        const QString program = QString::fromStdString(detector_command(command.toStdString()).front());
        if (is_program(program)) return {};
        return DetectorCommands::tr(
                   "There is no program “%1”. Type the name of a bridge (%2) with its options, or a command.")
            .arg(program, QString::fromStdString(join(list_detectors(), ", ")));
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
}

}  // namespace gbs::app
