// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/status_line.h"

#include <QApplication>

#include "app/base/convert.h"

namespace gbs::app {

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent),
      activity_(new QLabel),
      busy_(new QProgressBar),
      values_(new QLabel),
      times_(new QLabel),
      model_(new QLabel),
      device_(new QLabel) {
    activity_->setMinimumWidth(170);
    times_->setToolTip(tr("Time for the photo and the last phrase, in milliseconds"));
    busy_->setRange(0, 0);
    busy_->setFixedSize(90, 8);
    busy_->setTextVisible(false);
    busy_->setAccessibleName(tr("Busy"));
    setContentsMargins(8, 2, 8, 2);
    addWidget(activity_);
    addWidget(busy_);
    addWidget(values_, 1);
    for (QLabel* const label : {times_, model_, device_}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(8, 0, 8, 0);
        addPermanentWidget(label);
    }
    set_activity({});
    set_no_model();
}

void StatusLine::set_activity(const QString& what) {
    activity_->setText(what.isEmpty() ? tr("Ready") : what);
    busy_->setVisible(!what.isEmpty());
}

void StatusLine::set_values(const QString& text) {
    values_->setText(text);
}

void StatusLine::set_times(const QString& text) {
    times_->setText(text);
}

void StatusLine::set_model(const ModelInfo& info) {
    model_->setText(QString::fromStdString(info.name));
    model_->setToolTip(tr("Model: %1\nImage encoder: %2, input %3 × %3 pixels\nText encoder: %4")
                           .arg(to_qstring(info.path), QString::fromStdString(info.image_encoder))
                           .arg(info.input_size)
                           .arg(QString::fromStdString(info.text_encoder)));
    const QString device = QString::fromStdString(info.device);
    const QString reason = QString::fromStdString(info.device_reason);
    device_->setText(device.toUpper());
    device_->setToolTip(tr("Device: %1").arg(reason.isEmpty() ? device : tr("%1: %2").arg(device, reason)));
}

void StatusLine::set_no_model() {
    model_->setText(tr("no model"));
    model_->setToolTip({});
    device_->clear();
}

}  // namespace gbs::app
