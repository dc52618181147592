// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace gbs::app {

/// A language of the window: its code, as in translations/gbs_CODE.ts, and its name in itself.
struct Language {
    QString code;
    QString name;
};
const std::vector<Language>& languages();

/// The language for a wish ("system" or a code) of a person who prefers the languages of `preferred`, the
/// best first, as QLocale::uiLanguages gives them. English where none of ours fits.
QString language_for(const QString& wish, const QStringList& preferred);

/// Installs the translations for the wish, the direction of reading and the way to write numbers, for the
/// whole program; returns the language. Widgets made afterwards speak it; those that exist keep their words.
QString apply_language(const QString& wish);

}  // namespace gbs::app
