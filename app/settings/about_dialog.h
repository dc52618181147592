// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QPushButton>
#include <functional>

#include "app/settings/diagnostics.h"

class QLabel;

namespace gbs::app {

/// The program, its versions, the device and why that one; and the diagnostics for the clipboard.
class AboutDialog : public QDialog {
    Q_OBJECT

 public:
    explicit AboutDialog(const DiagnosticsSource& source, QWidget* parent = nullptr);

    QPushButton* copy_button() const { return copy_; }
    QString versions_text() const;

 Q_SIGNALS:
    void copied(const QString& text);

 private:
    void copy(const DiagnosticsSource& source);

    QLabel* versions_;
    QPushButton* copy_;
};

/// Gathers the diagnostics in a worker and puts them on the clipboard; `done` hears of it while `receiver`
/// lives.
void copy_diagnostics(const DiagnosticsSource& source, QObject* receiver,
                      std::function<void(const QString&)> done);

}  // namespace gbs::app
