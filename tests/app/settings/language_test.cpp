// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/language.h"

#include <QApplication>
#include <QLocale>
#include <QPushButton>
#include <QTest>

using namespace gbs;
using namespace gbs::app;

class LanguageTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void cleanup() { apply_language(QStringLiteral("en")); }

    void setting_overrides_the_system_data() {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QStringList>("preferred");
        QTest::addColumn<QString>("language");
        const auto row = [](const char* name, const char* setting, const char* preferred,
                            const char* language) {
            QTest::newRow(name) << QString::fromLatin1(setting)
                                << QString::fromLatin1(preferred).split(QLatin1Char(' '))
                                << QString::fromLatin1(language);
        };
        row("chosen", "he", "de-DE de", "he");
        row("system", "system", "de-AT de", "de");
        row("system, second choice", "system", "fr-FR fr de-DE de", "de");
        row("English before German", "system", "en-GB en de", "en");
        row("Chinese in China", "system", "zh-Hans-CN zh-CN zh", "zh_CN");
        row("Chinese in Singapore", "system", "zh-Hans-SG", "zh_CN");
        row("traditional Chinese", "system", "zh-TW", "en");
        row("Hebrew", "system", "he-IL he", "he");
        row("no supported language", "system", "fr-FR fr", "en");
        row("unknown setting", "klingon", "de", "de");
        row("no system language", "system", "C", "en");
    }
    void setting_overrides_the_system() {
        QFETCH(QString, setting);
        QFETCH(QStringList, preferred);
        QFETCH(QString, language);
        QCOMPARE(choose_language(setting, preferred), language);
    }

    void hebrew_is_right_to_left() {
        QCOMPARE(apply_language(QStringLiteral("he")), QStringLiteral("he"));
        QCOMPARE(QApplication::layoutDirection(), Qt::RightToLeft);
        QPushButton button;
        QCOMPARE(button.layoutDirection(), Qt::RightToLeft);
        apply_language(QStringLiteral("de"));
        QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
    }

    void numbers_follow_the_language() {
        apply_language(QStringLiteral("de"));
        QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1.234,5"));
        apply_language(QStringLiteral("en"));
        QCOMPARE(QLocale().toString(1234.5, 'f', 1), QStringLiteral("1,234.5"));
    }

    void english_has_plurals() {
        apply_language(QStringLiteral("en"));
        const auto images = [](int count) {
            return QCoreApplication::translate("gbs::widgets::ImageListPanel", "%Ln image(s)", nullptr,
                                               count);
        };
        QCOMPARE(images(1), QStringLiteral("1 image"));
        QCOMPARE(images(0), QStringLiteral("0 images"));
        QCOMPARE(images(5000), QStringLiteral("5,000 images"));
    }

    void second_language_replaces_the_first() {
        apply_language(QStringLiteral("de"));
        apply_language(QStringLiteral("he"));
        apply_language(QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("gbs::app::MainWindow", "&File"), QStringLiteral("&File"));
        QCOMPARE(QApplication::layoutDirection(), Qt::LeftToRight);
    }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
