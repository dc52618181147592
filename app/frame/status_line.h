// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>

#include "core/model/grounding_session.h"

namespace gbs::app {

/// The status bar: activity, values under the pointer, times, model, and device, whose tool tip has the reason for it.
class StatusLine : public QStatusBar {
    Q_OBJECT

 public:
    explicit StatusLine(QWidget* parent = nullptr);

    void set_activity(const QString& what);  ///< empty: idle
    void set_values(const QString& text);
    void set_times(const QString& text);
    void set_model(const ModelInfo& info);
    void set_no_model();

    QString activity() const { return activity_->text(); }
    QString values() const { return values_->text(); }
    QString device() const { return device_->text(); }
    QString device_reason() const { return device_->toolTip(); }

 private:
    QLabel* activity_;
    QProgressBar* busy_;
    QLabel* values_;
    QLabel* times_;
    QLabel* model_;
    QLabel* device_;
};

}  // namespace gbs::app
