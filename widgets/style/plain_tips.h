// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace gbs::widgets {

/// Shows tool tips as the text that they are. Qt takes a tip that looks like HTML for HTML, and opens the files that it
/// names; tips have phrases, captions and paths from outside. Install it on the application.
class PlainTips : public QObject {
 public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// Breaks lines longer than some 80 letters where the language allows it: Qt does so in HTML only.
QString wrapped_tip(const QString& text);

}  // namespace gbs::widgets
