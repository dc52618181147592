#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <QApplication>
#include <iostream>

#include "app/window/convert.h"
#include "app/window/sample_phrases.h"
#include "app/window/screenshots.h"
#include "app/window/window_arguments.h"
#include "app/window/window_host.h"
#include "core/paths.h"

namespace gbs {

namespace {

/// Whether Qt could show a window here; asked before QApplication, which would abort.
bool has_display() {
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) return true;
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

GrounderFactory factory_of(const WindowArguments& arguments) {
    return [arguments] {
        const auto model = arguments.model.isEmpty() ? default_model() : to_path(arguments.model);
        return load_grounder(model, arguments.device.isEmpty() ? "auto" : arguments.device.toStdString());
    };
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
        std::cerr << "gbs: there is no display (DISPLAY and WAYLAND_DISPLAY are not set), so no window can "
                     "be shown.\n"
                     "Draw it to files with `gbs --screenshots DIR`, or use a command: `gbs --help`.\n";
        return 1;
    }
    // Standard output is for results: the paths of screenshots.
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("gbs", std::make_shared<spdlog::sinks::stderr_color_sink_mt>()));
    int count = 1;
    char name[] = "gbs";
    char* words[] = {name, nullptr};
    QApplication application(count, words);
    QApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
    QApplication::setApplicationName(QStringLiteral("GbS Explorer"));
    QApplication::setApplicationVersion(QString::fromStdString(program_version()));
    // Screenshots show the window as it is at first, whatever a person has set.
    if (screenshots) QApplication::setApplicationName(QStringLiteral("GbS Explorer screenshots"));

    QStringList paths = arguments.paths;
    if (paths.isEmpty() && !sample_folder().isEmpty()) paths << sample_folder();
    WindowHost host(factory_of(arguments));
    if (screenshots) return write_screenshots(*host.window(), arguments, paths);
    host.window()->show();
    host.explorer()->open(paths);
    return QApplication::exec();
}

}  // namespace gbs
