// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/settings_format.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include "app/settings/preferences.h"
#include "core/base/file_format.h"
#include "support/error_of.h"
#include "support/log_lines.h"

using namespace gbs;
using namespace gbs::app;

class SettingsFormatTest : public QObject {
    Q_OBJECT

    const QString key_ = QStringLiteral("format");

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer settings format test"));
    }
    void init() { QSettings().clear(); }

    void new_settings_carry_their_number() {
        check_settings_format();
        QCOMPARE(QSettings().value(key_).toInt(), settings_format);
        check_settings_format();
    }

    void newer_settings_are_refused_and_unchanged() {
        QSettings().setValue(key_, settings_format + 1);
        const QString error = error_of([] { check_settings_format(); });
        for (const char* const part : {".conf", "newer version", "update the program"})
            QVERIFY2(error.contains(QString::fromLatin1(part)), qPrintable(error));
        QCOMPARE(QSettings().value(key_).toInt(), settings_format + 1);
        QCOMPARE(QSettings().allKeys().size(), 1);
    }

    void settings_of_the_first_format_are_read() {
        const QString place = QStringLiteral(GBS_TEST_FIXTURES "/formats/settings-1.conf");
        QSettings kept(place, QSettings::IniFormat);
        QSettings settings;
        for (const QString& key : kept.allKeys()) settings.setValue(key, kept.value(key));
        check_settings_format();
        Preferences expected;
        expected.language = QStringLiteral("he");
        expected.theme = widgets::Theme::dark;
        expected.map_while_typing = false;
        expected.typing_pause = 700;
        expected.keep_zoom = true;
        expected.encode_neighbors = false;
        expected.encoding_cache = 1024;
        expected.map_cache = 128;
        expected.device = QStringLiteral("cuda:1");
        expected.restore_session = false;
        const LogLines log;
        QVERIFY(load_preferences() == expected);
        QVERIFY(log.lines().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SettingsFormatTest)
#include "settings_format_test.moc"
