// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/present/speaker_window.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTime>
#include <QVBoxLayout>

#include "widgets/style/theme.h"

namespace gbs::app {

namespace {

QLabel* make_line(const char* name, double factor, bool bold) {
    auto* const label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    label->setFont(font);
    return label;
}

}  // namespace

SpeakerWindow::SpeakerWindow(const Presenter* presenter, QWidget* parent)
    : QWidget(parent, Qt::Window),
      presenter_(presenter),
      phrase_(make_line("phrase", 2, true)),
      note_(make_line("note", 2, false)),
      next_(make_line("next", 1.3, false)),
      place_(make_line("place", 1.3, false)),
      time_(make_line("time", 1.3, true)) {
    setWindowTitle(tr("Speaker Notes"));
    setPalette(widgets::theme_palette(widgets::Theme::dark, true));
    setAutoFillBackground(true);
    next_->setForegroundRole(QPalette::PlaceholderText);
    auto* const foot = new QHBoxLayout;
    foot->addWidget(place_);
    foot->addStretch();
    foot->addWidget(time_);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(phrase_);
    layout->addWidget(note_, 1, Qt::AlignTop);
    layout->addWidget(next_);
    layout->addLayout(foot);
    resize(900, 560);
    setFocusPolicy(Qt::StrongFocus);
    connect(presenter_, &Presenter::changed, this, &SpeakerWindow::refresh);
    clock_.start();
    timer_.setInterval(1000);
    connect(&timer_, &QTimer::timeout, this, &SpeakerWindow::show_time);
    timer_.start();
    refresh();
    show_time();
}

void SpeakerWindow::refresh() {
    const Script& script = presenter_->script();
    const ScriptPlace place = presenter_->place();
    phrase_->setText(presenter_->phrase().isEmpty() ? tr("The photo alone") : presenter_->phrase());
    QStringList notes;
    for (const std::string& each : {presenter_->slide().speaker, presenter_->slide().note})
        if (!each.empty()) notes << QString::fromStdString(each);
    const QString note = notes.join(QStringLiteral("\n\n"));
    note_->setText(note.isEmpty() ? tr("No note") : note);
    note_->setForegroundRole(note.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    const auto next = next_place(script, place);
    if (!next) {
        next_->setText(tr("This is the last one."));
    } else {
        const Slide& slide = script.slides[next->slide];
        const QString phrase = slide.phrases.empty()
                                   ? QString::fromStdString(slide.image.filename().string())
                                   : QString::fromStdString(slide.phrases[next->phrase]).simplified();
        next_->setText(next->slide == place.slide ? tr("Next: %1").arg(phrase)
                                                  : tr("Next photo: %1").arg(phrase));
    }
    place_->setText(tr("%1 / %2").arg(place.slide + 1).arg(script.slides.size()));
}

void SpeakerWindow::show_time() {
    const QTime passed = QTime(0, 0).addMSecs(static_cast<int>(clock_.elapsed()));
    time_->setText(passed.toString(passed.hour() > 0 ? QStringLiteral("h:mm:ss") : QStringLiteral("mm:ss")));
}

void SpeakerWindow::keyPressEvent(QKeyEvent* event) {
    Q_EMIT key_pressed(event);
}

}  // namespace gbs::app
