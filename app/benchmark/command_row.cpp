// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/command_row.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include "app/session/detector_commands.h"
#include "core/detector/detector_command.h"
#include "widgets/style/icons.h"
#include "widgets/style/problem_color.h"

namespace gbs::app {

CommandRow::CommandRow(QWidget* parent)
    : QWidget(parent), command_(new QComboBox), add_(new QToolButton), problem_(new QLabel) {
    command_->setObjectName(QStringLiteral("command"));
    command_->setEditable(true);
    command_->setInsertPolicy(QComboBox::NoInsert);
    command_->setMinimumContentsLength(8);
    command_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    command_->setAccessibleName(tr("Command of a detector"));
    command_->setToolTip(tr(
        "A detector that is asked during the run, as in Model > Detector > Run: the name of a bridge with its "
        "options, or a command of your own. NAME=COMMAND gives its maps a name."));
    command_->lineEdit()->setPlaceholderText(tr("owlv2 --weights FOLDER"));
    add_->setObjectName(QStringLiteral("add_command"));
    // The word would widen the form.
    add_->setIcon(widgets::line_icon(QStringLiteral("add")));
    add_->setText(tr("Add"));
    add_->setAccessibleName(add_->text());
    add_->setToolTip(tr("Scores this detector, too"));
    add_->setFocusPolicy(Qt::StrongFocus);
    problem_->setObjectName(QStringLiteral("command_problem"));
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(command_, 0, 0);
    grid->addWidget(add_, 0, 1);
    grid->addWidget(problem_, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    setFocusProxy(command_);
    connect(add_, &QToolButton::clicked, this, &CommandRow::take);
    connect(command_->lineEdit(), &QLineEdit::returnPressed, this, &CommandRow::take);
    connect(command_->lineEdit(), &QLineEdit::textEdited, this, [this] { show_problem({}); });
    offer();
    show_problem({});
}

void CommandRow::offer() {
    const QString typed = command_->currentText();
    const QSignalBlocker quiet(command_);
    command_->clear();
    command_->addItems(offered_detectors());
    command_->setCurrentIndex(-1);
    command_->setEditText(typed);
}

bool CommandRow::is_empty() const {
    return command_->currentText().trimmed().isEmpty();
}

bool CommandRow::take() {
    const QString text = command_->currentText().trimmed();
    const QString command = QString::fromStdString(parse_named_command(text.toStdString()).command);
    show_problem(detector_problem(command));
    if (!problem_->text().isEmpty()) {
        command_->setFocus();
        return false;
    }
    remember_detector(command);
    command_->clearEditText();
    offer();
    Q_EMIT added(text);
    return true;
}

void CommandRow::show_problem(const QString& text) {
    QPalette reddish = palette();
    reddish.setColor(QPalette::WindowText, widgets::problem_color(reddish));
    problem_->setPalette(reddish);
    problem_->setText(text);
    problem_->setVisible(!text.isEmpty());
    command_->setAccessibleDescription(text);
}

}  // namespace gbs::app
