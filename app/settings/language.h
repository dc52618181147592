// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace gbs::app {

/// A language of the window: its code, as in translations/gbs_CODE.ts, and its native name.
struct Language {
    QString code;
    QString name;
};
const std::vector<Language>& languages();

/// The language for a setting ("system" or a code). For "system" and unknown codes it is the first match in
/// `preferred`, in the order of QLocale::uiLanguages, or English.
QString choose_language(const QString& setting, const QStringList& preferred);

/// Installs the translations, the layout direction and the number format for a setting and returns the
/// language. Existing widgets keep their texts.
QString apply_language(const QString& setting);

}  // namespace gbs::app
