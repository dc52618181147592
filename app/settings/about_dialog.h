// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QPushButton>
#include <functional>

#include "app/settings/diagnostics.h"

class QLabel;

namespace gbs::app {

/// Shows the version of the program and its libraries, the device in use, and the notices of third parties. Copies
/// diagnostics to the clipboard.
class AboutDialog : public QDialog {
    Q_OBJECT

 public:
    explicit AboutDialog(const DiagnosticsSource& source, QWidget* parent = nullptr);

 Q_SIGNALS:
    void copied(const QString& text);

 private:
    void copy(const DiagnosticsSource& source);
    void show_notices();

    QLabel* versions_;
    QPushButton *copy_, *notices_;
};

/// Collects the diagnostics in a worker and copies them to the clipboard, then calls `done` unless `receiver`
/// has been destroyed.
void copy_diagnostics(const DiagnosticsSource& source, QObject* receiver,
                      std::function<void(const QString&)> done);

}  // namespace gbs::app
