// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/frame/job_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

QToolButton* make_button(const char* name, const QString& text, const QString& tip, const QString& icon) {
    auto* const button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(tip);
    button->setIcon(line_icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

JobRow::JobRow(QWidget* parent)
    : QFrame(parent),
      title_(new QLabel),
      text_(new QLabel),
      bar_(new QProgressBar),
      pause_(make_button("pause", {}, {}, QStringLiteral("pause"))),
      cancel_(make_button("cancel", tr("Cancel"),
                          tr("Cancel this job; the files written so far stay complete"),
                          QStringLiteral("close"))),
      open_(make_button("open", tr("Open"), tr("Open the result"), QStringLiteral("folder"))),
      dismiss_(make_button("dismiss", tr("Dismiss"), tr("Remove this job from the list"),
                           QStringLiteral("close"))) {
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setTextFormat(Qt::PlainText);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setObjectName(QStringLiteral("state"));
    bar_->setObjectName(QStringLiteral("progress"));
    bar_->setTextVisible(false);
    bar_->setFixedHeight(8);
    bar_->setToolTip(tr("Progress in percent"));
    auto* const head = new QHBoxLayout;
    head->addWidget(title_, 1);
    for (QToolButton* const button : {open_, pause_, cancel_, dismiss_}) head->addWidget(button);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(bar_);
    layout->addWidget(text_);
    connect(pause_, &QToolButton::clicked, this, [this] {
        if (is_paused_)
            Q_EMIT resume_requested();
        else
            Q_EMIT pause_requested();
    });
    connect(cancel_, &QToolButton::clicked, this, &JobRow::cancel_requested);
    connect(open_, &QToolButton::clicked, this, &JobRow::open_requested);
    connect(dismiss_, &QToolButton::clicked, this, &JobRow::dismissed);
}

void JobRow::set_state(const JobState& state) {
    ended_ = state.ended();
    title_->setText(state.title);
    text_->setText(describe(state));
    // A busy indicator until the total is known.
    const bool unknown = !state.ended() && state.total == 0;
    bar_->setRange(0, unknown ? 0 : 100);
    if (!unknown) bar_->setValue(state.phase == JobState::Phase::finished ? 100 : state.percent());
    bar_->setVisible(!state.ended() && state.phase != JobState::Phase::waiting);
    bar_->setAccessibleName(tr("Progress of %1").arg(state.title));
    bar_->setAccessibleDescription(text_->text());
    show_pause(state);
    cancel_->setVisible(!state.ended());
    cancel_->setEnabled(state.phase != JobState::Phase::cancelling);
    cancel_->setAccessibleName(tr("Cancel %1").arg(state.title));
    open_->setVisible(state.ended() && !state.path.isEmpty());
    open_->setAccessibleName(tr("Open %1").arg(state.path));
    dismiss_->setVisible(state.ended());
    dismiss_->setAccessibleName(tr("Dismiss %1").arg(state.title));
}

/// One button, so that the keyboard stays on it.
void JobRow::show_pause(const JobState& state) {
    pause_->setVisible(state.is_paused() || state.phase == JobState::Phase::running);
    if (is_paused_ == state.is_paused() && !pause_->text().isEmpty()) return;
    is_paused_ = state.is_paused();
    pause_->setText(is_paused_ ? tr("Resume") : tr("Pause"));
    pause_->setToolTip(is_paused_ ? tr("Continue this job where it was")
                                  : tr("Let this job wait; what it has begun is finished first"));
    pause_->setIcon(line_icon(is_paused_ ? QStringLiteral("play") : QStringLiteral("pause")));
    pause_->setAccessibleName((is_paused_ ? tr("Resume %1") : tr("Pause %1")).arg(state.title));
}

}  // namespace gbs::widgets
