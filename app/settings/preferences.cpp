// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/preferences.h"

#include <spdlog/spdlog.h>

#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStringList>
#include <algorithm>

#include "app/settings/language.h"

namespace gbs::app {

namespace {

/// Reads and checks settings, since users and other versions edit the file.
class Reader {
 public:
    void read(const char* key, bool& field) {
        const QString text = read_text(key);
        if (text.isNull()) return;
        const bool yes = text == QStringLiteral("true") || text == QStringLiteral("1");
        const bool no = text == QStringLiteral("false") || text == QStringLiteral("0");
        if (yes || no)
            field = yes;
        else
            refuse(key, text, "is neither true nor false");
    }
    void read(const char* key, int& field, Preferences::Range range) {
        const QString text = read_text(key);
        if (text.isNull()) return;
        bool number = false;
        const int value = text.toInt(&number);
        if (number && value >= range.low && value <= range.high)
            field = value;
        else
            refuse(key, text, "is not an integer from {} to {}", range.low, range.high);
    }
    template <class Check>
    void read(const char* key, QString& field, const Check& check) {
        const QString text = read_text(key);
        if (text.isNull()) return;
        if (check(text))
            field = text;
        else
            refuse(key, text, "is unknown");
    }

 private:
    /// Null if the setting is missing.
    QString read_text(const char* key) const {
        const QVariant value = settings_.value(QLatin1String(key));
        if (!value.isValid()) return {};
        return value.toString().isNull() ? QStringLiteral("") : value.toString();
    }
    template <class... Words>
    static void refuse(const char* key, const QString& text, const char* why, const Words&... words) {
        spdlog::warn("setting {}: '{}' {}; using the default", key, text.toStdString(),
                     fmt::format(fmt::runtime(why), words...));
    }

    QSettings settings_;
};

bool is_language(const QString& text) {
    return text == QStringLiteral("system") ||
           std::any_of(languages().begin(), languages().end(),
                       [&](const Language& language) { return language.code == text; });
}

bool is_device(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("^(auto|cpu|cuda|cuda:[0-9]{1,3})$"));
    return pattern.match(text).hasMatch();
}

bool is_person(const QString& text) {
    return text == text.simplified() && !text.isEmpty() && text.size() <= 200;
}

bool is_theme(const QString& text) {
    return widgets::theme_name(widgets::parse_theme(text)) == text;
}

}  // namespace

QString login_name() {
    for (const char* const variable : {"USER", "LOGNAME"})
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty()) return name;
    return QDir::home().dirName();
}

Preferences load_preferences() {
    Preferences loaded;
    Reader reader;
    QString theme = widgets::theme_name(loaded.theme);
    reader.read("language", loaded.language, is_language);
    reader.read("theme", theme, is_theme);
    loaded.theme = widgets::parse_theme(theme);
    reader.read("scale", loaded.scale, Preferences::scale_range);
    reader.read("phrases/map_while_typing", loaded.map_while_typing);
    reader.read("phrases/typing_pause", loaded.typing_pause, Preferences::typing_pause_range);
    reader.read("canvas/keep_zoom", loaded.keep_zoom);
    reader.read("images/encode_ahead", loaded.encode_neighbors);
    reader.read("model/encoding_cache", loaded.encoding_cache, Preferences::encoding_cache_range);
    reader.read("model/map_cache", loaded.map_cache, Preferences::map_cache_range);
    reader.read("model/device", loaded.device, is_device);
    reader.read("session/restore", loaded.restore_session);
    reader.read("review/annotator", loaded.annotator, is_person);
    return loaded;
}

void save_preferences(const Preferences& preferences) {
    QSettings settings;
    const auto write = [&settings](const char* key, const QVariant& value) {
        settings.setValue(QLatin1String(key), value);
    };
    write("language", preferences.language);
    write("theme", widgets::theme_name(preferences.theme));
    write("scale", preferences.scale);
    write("phrases/map_while_typing", preferences.map_while_typing);
    write("phrases/typing_pause", preferences.typing_pause);
    write("canvas/keep_zoom", preferences.keep_zoom);
    write("images/encode_ahead", preferences.encode_neighbors);
    write("model/encoding_cache", preferences.encoding_cache);
    write("model/map_cache", preferences.map_cache);
    write("model/device", preferences.device);
    write("session/restore", preferences.restore_session);
    write("review/annotator", preferences.annotator);
}

}  // namespace gbs::app
