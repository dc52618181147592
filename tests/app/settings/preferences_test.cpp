// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/preferences_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTest>

#include "support/find_child.h"
#include "support/log_lines.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

class PreferencesTest : public QObject {
    Q_OBJECT

    static Preferences other() {
        Preferences set;
        set.language = QStringLiteral("he");
        set.theme = Theme::dark;
        set.map_while_typing = false;
        set.typing_pause = 700;
        set.keep_zoom = true;
        set.encode_neighbors = false;
        set.encoding_cache = 1024;
        set.map_cache = 128;
        set.scale = 175;
        set.device = QStringLiteral("cuda:1");
        set.restore_session = false;
        set.annotator = QStringLiteral("Anna Müller");
        return set;
    }
    static void press(PreferencesDialog& dialog, QDialogButtonBox::StandardButton button) {
        child<QDialogButtonBox>(&dialog)->button(button)->click();
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer preferences test"));
    }
    void init() { QSettings().clear(); }

    void first_start_has_the_defaults() {
        const LogLines log;
        QVERIFY(load_preferences() == Preferences{});
        QVERIFY(log.lines().isEmpty());
    }

    void preferences_round_trip() {
        QVERIFY(!(other() == Preferences{}));
        save_preferences(other());
        QVERIFY(load_preferences() == other());
    }

    void bad_values_fall_back_to_defaults_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char* key, const QVariant& value) {
            QTest::newRow(key) << QString::fromLatin1(key) << value;
        };
        row("language", QStringLiteral("xx"));
        row("theme", QStringLiteral("pink"));
        row("phrases/map_while_typing", QStringLiteral("perhaps"));
        row("phrases/typing_pause", -5);
        row("canvas/keep_zoom", QStringLiteral("2"));
        row("images/encode_ahead", QString());
        row("model/encoding_cache", QStringLiteral("much"));
        row("model/map_cache", 1e9);
        row("scale", 50);
        row("model/device", QStringLiteral("tpu"));
        row("review/annotator", QStringLiteral(" two\nlines "));
        row("session/restore", QStringList{QStringLiteral("a"), QStringLiteral("b")});
    }
    void bad_values_fall_back_to_defaults() {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        save_preferences({});
        QSettings().setValue(key, value);
        const LogLines log;
        QVERIFY(load_preferences() == Preferences{});
        QCOMPARE(log.lines().size(), 1);
        QVERIFY2(log.lines().front().contains(key), qPrintable(log.lines().front()));
    }

    void dialog_shows_and_emits_preferences() {
        PreferencesDialog dialog(other());
        QVERIFY(dialog.preferences() == other());
        QSignalSpy emitted(&dialog, &PreferencesDialog::preferences_changed);
        press(dialog, QDialogButtonBox::Apply);
        QCOMPARE(emitted.count(), 0);  // no change
        child<QSpinBox>(&dialog, "typing_pause")->setValue(900);
        QCOMPARE(emitted.count(), 0);
        press(dialog, QDialogButtonBox::Apply);
        QCOMPARE(emitted.count(), 1);
        QCOMPARE(emitted.takeFirst().front().value<Preferences>().typing_pause, 900);
        press(dialog, QDialogButtonBox::Ok);
        QCOMPARE(emitted.count(), 0);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }

    void restored_defaults_wait_for_ok() {
        PreferencesDialog dialog(other());
        QSignalSpy emitted(&dialog, &PreferencesDialog::preferences_changed);
        press(dialog, QDialogButtonBox::RestoreDefaults);
        QCOMPARE(emitted.count(), 0);
        press(dialog, QDialogButtonBox::Ok);
        QCOMPARE(emitted.count(), 1);
        QVERIFY(emitted.front().front().value<Preferences>() == Preferences{});
    }

    void cancel_emits_nothing() {
        PreferencesDialog dialog(other());
        QSignalSpy emitted(&dialog, &PreferencesDialog::preferences_changed);
        child<QCheckBox>(&dialog, "map_while_typing")->setChecked(true);
        QVERIFY(child<QSpinBox>(&dialog, "typing_pause")->isEnabled());
        press(dialog, QDialogButtonBox::Cancel);
        QCOMPARE(emitted.count(), 0);
    }

    void unusable_devices_give_a_reason() {
        PreferencesDialog dialog({});
        dialog.set_devices(
            {{"cuda:0", "a GPU", true, "works"}, {"cuda:1", "another", false, "no memory left"}});
        const auto* const devices = child<QComboBox>(&dialog, "device");
        auto* const items = qobject_cast<QStandardItemModel*>(devices->model());
        const int good = devices->findData(QStringLiteral("cuda:0"));
        const int bad = devices->findData(QStringLiteral("cuda:1"));
        QVERIFY(items->item(good)->isEnabled());
        QVERIFY(!items->item(bad)->isEnabled());
        QVERIFY(devices->itemText(bad).contains(QStringLiteral("no memory left")));
    }

    void every_control_has_a_name_and_a_tool_tip() {
        PreferencesDialog dialog({});
        for (QWidget* const control : dialog.findChildren<QWidget*>()) {
            const bool box = qobject_cast<QComboBox*>(control) || qobject_cast<QSpinBox*>(control);
            if (!box && !qobject_cast<QCheckBox*>(control)) continue;
            QVERIFY(!control->toolTip().isEmpty());
            if (box) QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->toolTip()));
        }
    }
};

QTEST_MAIN(PreferencesTest)
#include "preferences_test.moc"
