// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/run_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/runs/run_values.h"

namespace gbs::app {

RunBar::RunBar(QWidget* parent)
    : QWidget(parent),
      start_(new QPushButton(tr("St&art"))),
      resume_(new QPushButton(tr("&Resume"))),
      pause_(new QPushButton(tr("Pa&use"))),
      stop_(new QPushButton(tr("Sto&p"))),
      bar_(new QProgressBar),
      label_(new QLabel) {
    start_->setObjectName(QStringLiteral("start"));
    resume_->setObjectName(QStringLiteral("resume"));
    pause_->setObjectName(QStringLiteral("pause"));
    stop_->setObjectName(QStringLiteral("stop"));
    start_->setToolTip(tr("Starts scoring from the beginning"));
    resume_->setToolTip(tr("Resumes a paused run, or a stopped one from the scores in the file"));
    pause_->setToolTip(tr("Lets the run wait; the photo that it has begun is finished first"));
    stop_->setToolTip(tr("Stops the run and keeps the scores so far"));
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress"));
    bar_->setMaximumHeight(8);
    label_->setObjectName(QStringLiteral("progress"));
    label_->setWordWrap(true);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {start_, resume_, pause_, stop_}) buttons->addWidget(button);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(bar_);
    layout->addWidget(label_);
    connect(start_, &QPushButton::clicked, this, [this] { Q_EMIT start_requested(false); });
    connect(resume_, &QPushButton::clicked, this, [this] {
        if (paused_)
            Q_EMIT resume_requested();
        else
            Q_EMIT start_requested(true);
    });
    connect(pause_, &QPushButton::clicked, this, &RunBar::pause_requested);
    connect(stop_, &QPushButton::clicked, this, &RunBar::stop_requested);
    refresh();
}

void RunBar::set_ready(bool start, bool resume) {
    may_start_ = start;
    may_resume_ = resume;
    refresh();
}

void RunBar::set_running(bool running) {
    running_ = running;
    paused_ = at_rest_ = false;
    progress_ = {};
    if (!running) bar_->setRange(0, 1);
    refresh();
}

void RunBar::set_paused(bool paused) {
    const bool had_focus = pause_->hasFocus() || resume_->hasFocus();
    paused_ = paused;
    at_rest_ = false;
    refresh();
    if (had_focus) (paused ? resume_ : pause_)->setFocus();
}

void RunBar::refresh() {
    start_->setEnabled(may_start_ && !running_);
    resume_->setEnabled(paused_ || (may_resume_ && !running_));
    resume_->setVisible(!running_ || paused_);
    pause_->setVisible(running_ && !paused_);
    stop_->setEnabled(running_);
}

void RunBar::show_progress(const BenchmarkProgress& progress) {
    progress_ = progress;
    bar_->setRange(0, static_cast<int>(qMax<qint64>(1, progress.total)));
    bar_->setValue(static_cast<int>(progress.done));
    const QLocale locale;
    QStringList parts{
        tr("%1 of %2 phrases").arg(locale.toString(progress.done), locale.toString(progress.total))};
    if (progress.per_second > 0 && !paused_)
        parts << tr("%1/s").arg(locale.toString(progress.per_second, 'f', 1));
    if (progress.seconds_left > 0) parts << tr("%1 left").arg(widgets::duration_text(progress.seconds_left));
    const QString text = parts.join(QStringLiteral(" · "));
    label_->setText(at_rest_ ? tr("Paused. %1").arg(text) : text);
}

void RunBar::show_paused() {
    at_rest_ = paused_;
    if (paused_) show_progress(progress_);
}

void RunBar::show_activity(const QString& text) {
    if (!text.isEmpty()) bar_->setRange(0, 0);
    label_->setText(text);
}

}  // namespace gbs::app
