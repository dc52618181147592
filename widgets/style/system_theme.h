// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QDBusMessage;

namespace gbs::widgets {

/// Whether the system uses dark colors, with change notification: from the desktop portal's "color-scheme" if
/// available, otherwise from the platform's palette.
class SystemTheme : public QObject {
    Q_OBJECT

 public:
    explicit SystemTheme(QObject* parent = nullptr);

    bool is_dark() const;
    void set_platform_dark(bool dark);
    /// 0: no preference, 1: dark, 2: light (org.freedesktop.appearance).
    void set_portal_scheme(unsigned scheme);
    /// Queries the portal asynchronously and listens for changes.
    void follow_portal();

 Q_SIGNALS:
    void changed();

 private Q_SLOTS:
    void hear(const QDBusMessage& message);

 private:
    bool platform_dark_ = false;
    unsigned portal_scheme_ = 0;
};

}  // namespace gbs::widgets
