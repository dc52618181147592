// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/detector_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>

#include "app/session/detector_commands.h"
#include "app/session/running_detector.h"

namespace gbs::app {

DetectorDialog::DetectorDialog(RunningDetector& detector, QWidget* parent)
    : QDialog(parent),
      detector_(detector),
      command_(new QComboBox),
      state_(new QLabel),
      log_(new QPlainTextEdit),
      start_(new QPushButton(tr("&Start"))),
      stop_(new QPushButton(tr("S&top"))) {
    setObjectName(QStringLiteral("detector_dialog"));
    setWindowTitle(tr("Run a Detector"));
    command_->setObjectName(QStringLiteral("command"));
    command_->setEditable(true);
    command_->setMinimumContentsLength(50);
    command_->setToolTip(tr(
        "The name of a bridge with its options, such as owlv2 --weights FOLDER, or a command of your own"));
    command_->setAccessibleName(tr("Detector"));
    state_->setObjectName(QStringLiteral("state"));
    state_->setTextFormat(Qt::PlainText);
    state_->setWordWrap(true);
    log_->setObjectName(QStringLiteral("log"));
    log_->setReadOnly(true);
    log_->setMaximumBlockCount(500);
    log_->setAccessibleName(tr("What the detector writes"));
    start_->setObjectName(QStringLiteral("start"));
    stop_->setObjectName(QStringLiteral("stop"));
    auto* const form = new QFormLayout;
    form->addRow(tr("&Detector:"), command_);
    form->addRow(tr("State:"), state_);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(start_);
    buttons->addWidget(stop_);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(log_, 1);
    layout->addLayout(buttons);
    start_->setDefault(true);
    connect(start_, &QPushButton::clicked, this, &DetectorDialog::start);
    connect(stop_, &QPushButton::clicked, &detector_, &RunningDetector::stop);
    connect(command_->lineEdit(), &QLineEdit::textChanged, this, &DetectorDialog::refresh);
    connect(&detector_, &RunningDetector::state_changed, this, &DetectorDialog::refresh);
    connect(&detector_, &RunningDetector::said, this, &DetectorDialog::show_line);
    log_->setPlainText(detector_.log().join(u'\n'));
    fill_commands();
    refresh();
}

void DetectorDialog::fill_commands() {
    command_->addItems(offered_detectors());
    if (!detector_.command().isEmpty()) command_->setEditText(detector_.command());
}

void DetectorDialog::start() {
    const QString command = command_->currentText().trimmed();
    if (command.isEmpty()) return;
    remember_detector(command);
    log_->clear();
    detector_.start(command);
}

void DetectorDialog::show_line(const QString& line, bool again) {
    if (!again) return log_->appendPlainText(line);
    QTextCursor last(log_->document());
    last.movePosition(QTextCursor::End);
    last.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
    last.insertText(line);
}

void DetectorDialog::refresh() {
    const auto text = [this] {
        switch (detector_.state()) {
            case RunningDetector::State::starting:
                return tr("starting…");
            case RunningDetector::State::ready:
                return detector_.busy() ? tr("answering: %1").arg(detector_.description())
                                        : tr("ready: %1").arg(detector_.description());
            case RunningDetector::State::failed:
                return tr("failed: %1").arg(detector_.description());
            case RunningDetector::State::off:
                break;
        }
        return tr("off");
    };
    state_->setText(text());
    start_->setEnabled(!command_->currentText().trimmed().isEmpty());
    stop_->setEnabled(detector_.is_open());
}

}  // namespace gbs::app
