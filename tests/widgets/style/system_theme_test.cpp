// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/system_theme.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace gbs;
using namespace gbs::widgets;

/// A fake desktop portal with its settings.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

 public:
    uint scheme = 0;
    int questions = 0;

    void change(uint to) {
        scheme = to;
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"),
                              QDBusVariant(1U));
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"),
                              QDBusVariant(scheme));
    }

 public Q_SLOTS:
    QDBusVariant Read(const QString& space, const QString& key) {
        ++questions;
        if (space != QStringLiteral("org.freedesktop.appearance") || key != QStringLiteral("color-scheme"))
            return QDBusVariant(QString());
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

 Q_SIGNALS:
    void SettingChanged(const QString& space, const QString& key, const QDBusVariant& value);
};

class SystemThemeTest : public QObject {
    Q_OBJECT

    QProcess daemon_;

 private Q_SLOTS:
    void initTestCase() {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty()) QSKIP("dbus-daemon is not installed");
        daemon_.start(program, {QStringLiteral("--session"), QStringLiteral("--print-address"),
                                QStringLiteral("--nofork")});
        if (!daemon_.waitForReadyRead(10'000)) QSKIP("dbus-daemon does not start here");
        qputenv("DBUS_SESSION_BUS_ADDRESS", daemon_.readLine().trimmed());
    }
    void cleanupTestCase() {
        daemon_.terminate();
        daemon_.waitForFinished();
    }

    void portal_is_queried_and_followed() {
        FakePortal portal;
        portal.scheme = 1;
        QDBusConnection bus = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                                                            QStringLiteral("desktop"));
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        SystemTheme system;
        QSignalSpy changed(&system, &SystemTheme::changed);
        system.follow_portal();
        QVERIFY(!system.is_dark());  // the query is asynchronous
        QTRY_VERIFY(system.is_dark());
        QCOMPARE(portal.questions, 1);
        portal.change(2);
        QTRY_VERIFY(!system.is_dark());
        portal.change(1);
        QTRY_VERIFY(system.is_dark());
        QCOMPARE(changed.count(), 3);
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    }

    void without_a_portal_the_palette_decides() {
        SystemTheme system;
        system.set_platform_dark(true);
        system.follow_portal();
        QTRY_VERIFY(!system.findChild<QDBusPendingCallWatcher*>());  // answered or never queried
        QVERIFY(system.is_dark());
    }
};

QTEST_GUILESS_MAIN(SystemThemeTest)
#include "system_theme_test.moc"
