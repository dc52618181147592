// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/language.h"

#include <spdlog/spdlog.h>

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>

// The linker drops a resource in a static library unless it is referenced.
static void load_translation_resource() {
    Q_INIT_RESOURCE(i18n);
}

namespace gbs::app {

namespace {

bool fits(const QLocale& preferred, const QLocale& language) {
    return preferred.language() == language.language() && preferred.script() == language.script();
}

/// Replaces the translator of this name with an empty one.
QTranslator* replace_translator(const QString& name) {
    const QString object = QStringLiteral("gbs-translator-") + name;
    if (auto* const old = qApp->findChild<QTranslator*>(object)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    auto* const translator = new QTranslator(qApp);
    translator->setObjectName(object);
    return translator;
}

}  // namespace

const std::vector<Language>& languages() {
    static const std::vector<Language> all{{QStringLiteral("en"), QStringLiteral("English")},
                                           {QStringLiteral("de"), QStringLiteral("Deutsch")},
                                           {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
                                           {QStringLiteral("he"), QStringLiteral("עברית")}};
    return all;
}

QString choose_language(const QString& setting, const QStringList& preferred) {
    const auto known = [](const QString& code) {
        return std::any_of(languages().begin(), languages().end(),
                           [&](const Language& language) { return language.code == code; });
    };
    if (known(setting)) return setting;
    for (const QString& name : preferred)
        for (const Language& language : languages())
            if (fits(QLocale(name), QLocale(language.code))) return language.code;
    return languages().front().code;
}

QString apply_language(const QString& setting) {
    load_translation_resource();
    const QLocale system = QLocale::system();
    const QString code = choose_language(setting, system.uiLanguages());
    const QLocale locale(code);
    // If the language matches the system's, keep the number and date format of the user's country.
    QLocale::setDefault(fits(system, locale) ? system : locale);
    QTranslator* const qt = replace_translator(QStringLiteral("qt"));
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    QTranslator* const ours = replace_translator(QStringLiteral("gbs"));
    if (ours->load(QStringLiteral(":/i18n/gbs_%1.qm").arg(code)))
        QCoreApplication::installTranslator(ours);
    else
        spdlog::error("language {}: the program contains no translation", code.toStdString());
    QApplication::setLayoutDirection(locale.textDirection());
    return code;
}

}  // namespace gbs::app
