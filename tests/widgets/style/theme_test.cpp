// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "widgets/style/system_theme.h"

using namespace gbs;
using namespace gbs::widgets;

class ThemeTest : public QObject {
    Q_OBJECT

    static double luminance(const QColor& color) {
        const auto linear = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    }
    static double contrast(const QColor& a, const QColor& b) {
        const double x = luminance(a), y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    }

 private Q_SLOTS:
    void text_has_enough_contrast() {
        for (const Theme theme : {Theme::light, Theme::dark}) {
            const QPalette palette = theme_palette(theme, false);
            for (const auto& [text, background] : {std::pair{QPalette::WindowText, QPalette::Window},
                                                   std::pair{QPalette::Text, QPalette::Base},
                                                   std::pair{QPalette::ButtonText, QPalette::Button},
                                                   std::pair{QPalette::PlaceholderText, QPalette::Base},
                                                   std::pair{QPalette::PlaceholderText, QPalette::Window},
                                                   std::pair{QPalette::HighlightedText, QPalette::Highlight},
                                                   std::pair{QPalette::Link, QPalette::Window}}) {
                const double ratio = contrast(palette.color(text), palette.color(background));
                QVERIFY2(ratio >= 4.5,
                         qPrintable(QStringLiteral("%1 on %2: %3").arg(text).arg(background).arg(ratio)));
            }
        }
    }
    void system_follows_the_system() {
        QCOMPARE(theme_palette(Theme::system, true), theme_palette(Theme::dark, false));
        QCOMPARE(theme_palette(Theme::system, false), theme_palette(Theme::light, true));
    }
    void names_round_trip() {
        for (const Theme theme : {Theme::system, Theme::light, Theme::dark})
            QCOMPARE(parse_theme(theme_name(theme)), theme);
    }
    void portal_overrides_the_palette() {
        SystemTheme system;
        QSignalSpy changed(&system, &SystemTheme::changed);
        QVERIFY(!system.is_dark());
        system.set_platform_dark(true);
        QVERIFY(system.is_dark());
        QCOMPARE(changed.count(), 1);
        system.set_portal_scheme(2);
        QVERIFY(!system.is_dark());
        system.set_platform_dark(false);
        QCOMPARE(changed.count(), 2);  // the portal prefers light
        system.set_portal_scheme(1);
        QVERIFY(system.is_dark());
        system.set_portal_scheme(0);
        QVERIFY(!system.is_dark());
        system.set_portal_scheme(77);  // a value of a later version
        QVERIFY(!system.is_dark());
        QCOMPARE(changed.count(), 4);
    }
    void application_uses_the_palette() {
        for (const Theme theme : {Theme::dark, Theme::light, Theme::dark}) {
            apply_theme(theme);
            QCOMPARE(QApplication::palette().color(QPalette::Window),
                     theme_palette(theme, false).color(QPalette::Window));
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
