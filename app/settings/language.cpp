// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/language.h"

#include <spdlog/spdlog.h>

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>

// A resource inside a static library is dropped by the linker unless somebody asks for it.
static void load_translation_resource() {
    Q_INIT_RESOURCE(i18n);
}

namespace gbs::app {

namespace {

bool fits(const QLocale& preferred, const QLocale& language) {
    return preferred.language() == language.language() && preferred.script() == language.script();
}

/// An empty translator in place of the one that had this name.
QTranslator* translator_of(const QString& name) {
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

QString language_for(const QString& wish, const QStringList& preferred) {
    const auto known = [](const QString& code) {
        return std::any_of(languages().begin(), languages().end(),
                           [&](const Language& language) { return language.code == code; });
    };
    if (known(wish)) return wish;
    for (const QString& name : preferred)
        for (const Language& language : languages())
            if (fits(QLocale(name), QLocale(language.code))) return language.code;
    return languages().front().code;
}

QString apply_language(const QString& wish) {
    load_translation_resource();
    const QLocale system = QLocale::system();
    const QString code = language_for(wish, system.uiLanguages());
    const QLocale locale(code);
    // A person's own country keeps its way to write numbers and dates.
    QLocale::setDefault(fits(system, locale) ? system : locale);
    QTranslator* const qt = translator_of(QStringLiteral("qt"));
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    QTranslator* const ours = translator_of(QStringLiteral("gbs"));
    if (ours->load(QStringLiteral(":/i18n/gbs_%1.qm").arg(code)))
        QCoreApplication::installTranslator(ours);
    else
        spdlog::error("language {}: its translation is missing from the program", code.toStdString());
    QApplication::setLayoutDirection(locale.textDirection());
    return code;
}

}  // namespace gbs::app
