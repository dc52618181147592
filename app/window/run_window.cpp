// SPDX-License-Identifier: GPL-3.0-or-later

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <QLoggingCategory>
#include <QMessageBox>
#include <clocale>
#include <iostream>
#include <optional>

#include "app/base/guarded_application.h"
#include "app/session/model_factory.h"
#include "app/session/sample_phrases.h"
#include "app/settings/language.h"
#include "app/settings/preferences.h"
#include "app/settings/settings_format.h"
#include "app/window/screenshots.h"
#include "app/window/session_controller.h"
#include "app/window/window_arguments.h"
#include "app/window/window_host.h"
#include "core/base/error.h"
#include "core/base/paths.h"

namespace gbs::app {

namespace {

/// Whether Qt can show a window. Checked before creating a QApplication, which would abort.
bool has_display() {
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) return true;
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

/// The model and the device of the command line, else the model of the last session and the device of the
/// preferences. If the latter cannot be used, it falls back to the default model and another device.
GrounderFactory first_model(const WindowArguments& arguments, const std::optional<Session>& session) {
    const Preferences set = load_preferences();
    const bool asked = !arguments.device.isEmpty();
    const auto factory = [&](const QString& model) {
        return model_factory(model, asked ? arguments.device : set.device, set.encoding_cache, !asked);
    };
    if (!arguments.model.isEmpty() || !session || session->model.isEmpty()) return factory(arguments.model);
    return [last = factory(session->model), standard = factory({})] {
        try {
            return last();
        } catch (const Error& error) {
            spdlog::warn("{}; using the default model", error.what());
            return standard();
        }
    };
}

/// Qt reads the scale before there are settings of an application.
void take_scale() {
    QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
    QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer"));
    const int percent = load_preferences().scale;
    if (percent != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
}

int write_screenshots(MainWindow& window, const WindowArguments& arguments, const QStringList& paths) {
    try {
        for (const QString& path : make_screenshots(window, paths, arguments.screenshots))
            std::cout << path.toStdString() << std::endl;
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "gbs: " << error.what() << std::endl;
        return 1;
    }
}

}  // namespace

int run_window(const WindowArguments& arguments) {
    const bool screenshots = !arguments.screenshots.isEmpty();
    if (screenshots)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    else if (!has_display()) {
        std::cerr << "gbs: cannot show a window: there is no display (DISPLAY and WAYLAND_DISPLAY are not "
                     "set).\n"
                     "Use `gbs --screenshots DIR` to draw it to files, or a command: `gbs --help`.\n";
        return 1;
    }
    // Keep standard output for the paths of the screenshots.
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("gbs", std::make_shared<spdlog::sinks::stderr_color_sink_mt>()));
    // What is wrong with the pictures of a preview is said in the window.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
    int count = 1;
    char name[] = "gbs";
    char* words[] = {name, nullptr};
    if (!screenshots) take_scale();
    GuardedApplication application(count, words);
    // QApplication takes the user's locale. Files, options and SVG need the decimal point of C in every library.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
    QApplication::setApplicationName(QStringLiteral("GbS Explorer"));
    QApplication::setApplicationVersion(QString::fromStdString(program_version()));
    // Screenshots use the default settings, not those of the user.
    if (screenshots) QApplication::setApplicationName(QStringLiteral("GbS Explorer screenshots"));

    try {
        if (!screenshots) check_settings_format();
    } catch (const Error& error) {
        std::cerr << "gbs: " << error.what() << std::endl;
        QMessageBox::critical(nullptr, QApplication::applicationName(), QString::fromUtf8(error.what()));
        return 1;
    }
    apply_language(load_preferences().language);
    if (screenshots) {
        QStringList paths = arguments.paths;
        if (paths.isEmpty() && !sample_folder().isEmpty()) paths << sample_folder();
        WindowHost host(first_model(arguments, {}));
        return write_screenshots(*host.window(), arguments, paths);
    }
    const std::optional<Session> session =
        load_preferences().restore_session ? load_session(session_path()) : std::nullopt;
    WindowHost host(first_model(arguments, session));
    SessionController keeper(host, session_path());
    tell_failures(
        [&host](const QString& reason) { host.window()->show_message(widgets::Severity::error, reason); });
    host.window()->show();
    // Paths on the command line take precedence over the last session.
    if (!arguments.paths.isEmpty())
        host.explorer()->open(arguments.paths);
    else if (session)
        keeper.restore(*session);
    QObject::connect(&application, &QApplication::aboutToQuit, &keeper, &SessionController::save_now);
    const int code = QApplication::exec();
    tell_failures({});
    return code;
}

}  // namespace gbs::app
