// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/system_theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace gbs::widgets {

namespace {

constexpr QLatin1String appearance("org.freedesktop.appearance");
constexpr QLatin1String color_scheme("color-scheme");
constexpr QLatin1String service("org.freedesktop.portal.Desktop");
constexpr QLatin1String object("/org/freedesktop/portal/desktop");
constexpr QLatin1String interface("org.freedesktop.portal.Settings");

/// Connecting to a missing bus would start one and block.
bool has_session_bus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

/// `Read` wraps the value twice, the signal once.
QVariant unwrapped(QVariant value) {
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

}  // namespace

SystemTheme::SystemTheme(QObject* parent) : QObject(parent) {}

bool SystemTheme::is_dark() const {
    return portal_scheme_ == 0 ? platform_dark_ : portal_scheme_ == 1;
}

void SystemTheme::set_platform_dark(bool dark) {
    const bool before = is_dark();
    platform_dark_ = dark;
    if (is_dark() != before) Q_EMIT changed();
}

void SystemTheme::set_portal_scheme(unsigned scheme) {
    const bool before = is_dark();
    portal_scheme_ = scheme > 2 ? 0 : scheme;
    if (is_dark() != before) Q_EMIT changed();
}

void SystemTheme::follow_portal() {
    if (!has_session_bus()) return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(service, object, interface, QStringLiteral("SettingChanged"), this, SLOT(hear(QDBusMessage)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(service, object, interface, QStringLiteral("Read"));
    question.setArguments({QString(appearance), QString(color_scheme)});
    auto* const answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (!reply.isError()) set_portal_scheme(unwrapped(QVariant::fromValue(reply.value())).toUInt());
        answer->deleteLater();
    });
}

void SystemTheme::hear(const QDBusMessage& message) {
    const QVariantList words = message.arguments();
    if (words.size() == 3 && words[0].toString() == appearance && words[1].toString() == color_scheme)
        set_portal_scheme(unwrapped(words[2]).toUInt());
}

}  // namespace gbs::widgets
