// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/diagnostics.h"

#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSettings>
#include <QSysInfo>

#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/model/model_card.h"
#include "core/tensor/device.h"

namespace gbs::app {

namespace {

constexpr qsizetype max_log_lines = 100;

/// Lines of "name: value" under headings.
class Report {
 public:
    void heading(const QString& text) {
        text_ += (text_.isEmpty() ? QString() : QStringLiteral("\n")) + text + QLatin1Char('\n');
    }
    void line(const QString& name, const QString& value) {
        text_ += QStringLiteral("  %1: %2\n").arg(name, value);
    }
    void add(const std::string& name, const std::string& value) {
        line(QString::fromStdString(name), QString::fromStdString(value));
    }
    void plain(const QString& text) { text_ += QStringLiteral("  ") + text + QLatin1Char('\n'); }
    const QString& text() const { return text_; }

 private:
    QString text_;
};

void add_versions(Report& report) {
    report.heading(QStringLiteral("GbS Explorer ") + QString::fromStdString(program_version()));
    report.line(QStringLiteral("system"),
                QSysInfo::prettyProductName() + QStringLiteral(", ") + QSysInfo::currentCpuArchitecture());
    report.line(QStringLiteral("Qt"),
                QStringLiteral("%1, platform %2, language %3")
                    .arg(QString::fromLatin1(qVersion()), QGuiApplication::platformName(), QLocale().name()));
    for (const auto& [name, version] : library_versions()) report.add(name, version);
    report.add("custom CUDA kernels", has_cuda_kernels() ? "yes" : "no");
}

void add_devices(Report& report) {
    report.heading(QStringLiteral("Devices"));
    for (const DeviceInfo& device : list_devices())
        report.add(device.name, (device.usable ? "usable, " : "not usable, ") + device.reason + " (" +
                                    device.description + ")");
}

void add_model(Report& report, const ModelInfo& model) {
    report.heading(QStringLiteral("Model"));
    if (model.name.empty()) return report.plain(QStringLiteral("none loaded"));
    report.add("file", model.path.string());
    report.add("device", model.device + ", " + model.device_reason);
    try {
        const ModelCard card = read_model_card(model.path);
        report.add("bytes", std::to_string(card.bytes));
        report.add("parameters", std::to_string(card.parameters));
        for (const auto& [key, value] : card.options) report.add(key, value);
        for (const auto& [key, value] : card.notes) report.add(key, value);
    } catch (const Error& error) {
        report.add("card", error.what());
    }
}

void add_settings(Report& report) {
    report.heading(QStringLiteral("Settings"));
    const QSettings settings;
    for (const QString& key : settings.allKeys()) {
        const QVariant value = settings.value(key);
        // Skip binary values, such as the window's geometry.
        if (value.metaType() == QMetaType::fromType<QByteArray>()) continue;
        report.line(key, value.toStringList().join(QStringLiteral(", ")));
    }
}

}  // namespace

QString abbreviate_home(const QString& text, const QString& home) {
    if (home.size() < 2) return text;
    // The folder itself or its contents, not another folder with the same prefix.
    const QRegularExpression folder(QRegularExpression::escape(home) + QStringLiteral("(?![\\w.-])"));
    return QString(text).replace(folder, QStringLiteral("~"));
}

QString diagnostics(const DiagnosticsSource& source) {
    Report report;
    add_versions(report);
    add_devices(report);
    add_model(report, source.model);
    add_settings(report);
    report.heading(QStringLiteral("Log"));
    for (const QString& line : source.log.mid(std::max<qsizetype>(0, source.log.size() - max_log_lines)))
        report.plain(line);
    return abbreviate_home(report.text(), QDir::homePath());
}

}  // namespace gbs::app
