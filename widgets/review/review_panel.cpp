// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/review/review_panel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "widgets/style/bidi.h"
#include "widgets/style/heading.h"
#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

constexpr int note_pause = 700;  // milliseconds
constexpr std::size_t index_of(Verdict verdict) {
    return static_cast<std::size_t>(verdict);
}

/// Orange of the color-blind-safe palette of Okabe and Ito, visible on light and dark.
const QColor warning_color(0xd5, 0x5e, 0x00);

}  // namespace

ReviewPanel::ReviewPanel(QWidget* parent)
    : QWidget(parent),
      subject_(new QLabel),
      problem_(new QLabel),
      others_(new QLabel),
      saved_(new QLabel),
      saved_icon_(new QLabel),
      counts_(new QLabel),
      note_(new QPlainTextEdit),
      truths_(new TruthPanel),
      after_(new QComboBox),
      retry_(new QPushButton(tr("Try &again"))),
      statistics_(new QPushButton(tr("Stat&istics…"))) {
    for (QLabel* const label : {subject_, problem_, others_, saved_, counts_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    problem_->setObjectName(QStringLiteral("problem"));
    others_->setObjectName(QStringLiteral("others"));
    saved_->setObjectName(QStringLiteral("saved"));
    saved_icon_->setObjectName(QStringLiteral("saved_icon"));
    counts_->setObjectName(QStringLiteral("counts"));
    retry_->setObjectName(QStringLiteral("retry"));
    problem_->setForegroundRole(QPalette::PlaceholderText);

    note_->setPlaceholderText(tr("Note"));
    note_->setAccessibleName(tr("Note on this phrase"));
    note_->setToolTip(tr("Stored with the verdict for this phrase, photo, and model"));
    note_->setTabChangesFocus(true);
    note_->setFixedHeight(note_->fontMetrics().lineSpacing() * 2 + 14);
    pause_.setSingleShot(true);
    pause_.setInterval(note_pause);
    connect(note_, &QPlainTextEdit::textChanged, &pause_, qOverload<>(&QTimer::start));
    connect(&pause_, &QTimer::timeout, this, &ReviewPanel::flush_note);

    after_->addItem(tr("Stay here"), static_cast<int>(AfterVerdict::stay));
    after_->addItem(tr("Next phrase, then next photo"), static_cast<int>(AfterVerdict::next_phrase));
    after_->addItem(tr("Next photo"), static_cast<int>(AfterVerdict::next_photo));
    after_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    after_->setMinimumContentsLength(8);
    after_->setAccessibleName(tr("After judging"));
    after_->setToolTip(tr("What to show after judging"));
    connect(after_, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT after_verdict_changed(after_verdict()); });

    auto* const after_label = new QLabel(tr("&After judging:"));
    after_label->setBuddy(after_);
    auto* const after_row = new QHBoxLayout;
    after_row->addWidget(after_label);
    after_row->addWidget(after_, 1);

    auto* const note_row = new QHBoxLayout;
    note_row->addWidget(note_, 1);
    note_row->addWidget(add_button(Verdict::none, tr("Clear"), tr("Remove the verdict and the note")), 0,
                        Qt::AlignTop);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(subject_);
    layout->addWidget(problem_);
    layout->addLayout(build_buttons());
    layout->addWidget(others_);
    layout->addLayout(note_row);
    layout->addLayout(after_row);
    layout->addWidget(make_heading(tr("Ground truth")));
    layout->addWidget(truths_, 1);
    layout->addLayout(build_footer());
    set_saved(SavedAs::untouched, {}, {});
    set_content({});
}

QToolButton* ReviewPanel::add_button(Verdict verdict, const QString& text, const QString& tip) {
    auto* const button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    texts_[index_of(verdict)] = text;
    buttons_[index_of(verdict)] = button;
    connect(button, &QToolButton::clicked, this, [this, verdict] {
        show_verdict(content_.verdict);  // show the stored verdict, not the click
        flush_note();
        if (verdict == Verdict::none)
            Q_EMIT clear_requested();
        else
            Q_EMIT verdict_given(verdict);
    });
    return button;
}

QLayout* ReviewPanel::build_buttons() {
    // In two rows: four next to each other are wider than the panel in some languages.
    auto* const grid = new QGridLayout;
    grid->setSpacing(4);
    grid->addWidget(add_button(Verdict::right, tr("Correct"), tr("The map shows where the phrase is")), 0, 0);
    grid->addWidget(add_button(Verdict::wrong, tr("Incorrect"),
                               tr("The phrase is in the photo, but the map points elsewhere")),
                    0, 1);
    grid->addWidget(
        add_button(Verdict::unsure, tr("Unsure"), tr("Cannot be decided; not counted in the accuracy")), 1,
        0);
    grid->addWidget(add_button(Verdict::absent, tr("Absent"),
                               tr("The phrase is not in the photo; not counted in the accuracy")),
                    1, 1);
    for (const Verdict verdict : given_verdicts) {
        QToolButton* const big = button(verdict);
        big->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        big->setIconSize({22, 22});
        big->setMinimumHeight(38);
        big->setMinimumWidth(120);
        big->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        big->setCheckable(true);
    }
    return grid;
}

QLayout* ReviewPanel::build_footer() {
    retry_->setToolTip(tr("Save now; saving is also retried every two seconds"));
    statistics_->setToolTip(tr("Accuracy and hits by model and by phrase"));
    connect(retry_, &QPushButton::clicked, this, &ReviewPanel::retry_requested);
    connect(statistics_, &QPushButton::clicked, this, &ReviewPanel::statistics_requested);
    auto* const counts = new QHBoxLayout;
    counts->addWidget(counts_, 1);
    counts->addWidget(statistics_, 0, Qt::AlignTop);
    auto* const saved = new QHBoxLayout;
    saved->addWidget(saved_icon_, 0, Qt::AlignTop);
    saved->addWidget(saved_, 1);
    saved->addWidget(retry_, 0, Qt::AlignTop);
    auto* const footer = new QVBoxLayout;
    footer->addLayout(counts);
    footer->addLayout(saved);
    return footer;
}

void ReviewPanel::set_content(const ReviewPanelContent& content) {
    const bool other = content.phrase != content_.phrase || content.photo != content_.photo ||
                       content.model != content_.model;
    if (other) flush_note();  // for the phrase it was typed for
    const bool untouched = note_->toPlainText() == content_.note;
    content_ = content;
    const bool judgeable = content.problem.isEmpty() && !content.phrase.isEmpty();
    subject_->setText(content.phrase.isEmpty()
                          ? tr("Nothing to judge")
                          : tr("“%1” in %2").arg(isolated(content.phrase), isolated_name(content.photo)));
    subject_->setToolTip(content.model.isEmpty() ? QString() : tr("Model %1").arg(content.model));
    problem_->setText(content.problem.isEmpty() && !content.model.isEmpty()
                          ? tr("Model %1").arg(content.model)
                          : content.problem);
    problem_->setVisible(!problem_->text().isEmpty());
    for (QToolButton* const button : buttons_) button->setEnabled(judgeable);
    button(Verdict::none)
        ->setEnabled(judgeable && (content.verdict != Verdict::none || !content.note.isEmpty()));
    note_->setEnabled(judgeable);
    truths_->setEnabled(judgeable);
    show_verdict(content.verdict);
    // Text being typed is newer than the stored note.
    if (other || untouched) {
        const QSignalBlocker blocker(note_);
        if (note_->toPlainText() != content.note) note_->setPlainText(content.note);
    }
    others_->setText(content.others);
    others_->setVisible(!content.others.isEmpty());
    truths_->set_truths(content.truths);
    truths_->set_peak_known(content.peak_known);
    show_statistics(content.tally);
}

void ReviewPanel::show_verdict(Verdict verdict) {
    for (const Verdict each : given_verdicts) {
        QToolButton* const big = button(each);
        const bool given = each == verdict;
        big->setChecked(given);
        // The style's checked buttons are hard to see in the dark theme.
        QPalette palette;
        const bool dark = palette.color(QPalette::Window).lightness() < 128;
        QColor sign = verdict_color(each).lighter(dark ? 160 : 100);
        if (given) {
            // The style lightens checked buttons; darken the color to keep the text readable.
            palette.setColor(QPalette::Button, verdict_color(each).darker(115));
            palette.setColor(QPalette::ButtonText, Qt::white);
            sign = Qt::white;
        }
        big->setPalette(palette);
        big->setIcon(line_icon(verdict_name(each), sign));
    }
}

void ReviewPanel::show_statistics(const ReviewTally& tally) {
    const VerdictSummary& sum = tally.verdicts;
    QStringList lines{tr("%1 correct, %2 incorrect, %3 unsure, %4 absent")
                          .arg(sum.right)
                          .arg(sum.wrong)
                          .arg(sum.unsure)
                          .arg(sum.absent)};
    if (sum.right + sum.wrong > 0)
        lines << tr("Accuracy %1").arg(percent_text(wilson_interval(sum.right, sum.right + sum.wrong)));
    if (tally.pointed > 0) lines << tr("Mean map hits %1 of %2 marked").arg(tally.hits[2]).arg(tally.pointed);
    counts_->setText(lines.join(QLatin1Char('\n')));
    counts_->setToolTip(tr(
        "For this folder and model: correct / (correct + incorrect) with Wilson's 95 % interval. A map hits if "
        "its peak is in a marked box, or within 5 % of the photo's diagonal from a marked point."));
}

void ReviewPanel::set_saved(SavedAs state, const QString& problem, const QString& file) {
    const bool failed = state == SavedAs::failed;
    saved_->setText(failed                     ? tr("Not saved: %1").arg(problem)
                    : state == SavedAs::saving ? tr("Saving…")
                    : state == SavedAs::saved  ? tr("Saved")
                                               : QString());
    saved_->setToolTip(file);
    saved_as_ = state;
    show_saved_icon();
    retry_->setVisible(failed);
}

void ReviewPanel::show_saved_icon() {
    const bool failed = saved_as_ == SavedAs::failed;
    const QString icon = failed                         ? QStringLiteral("warning")
                         : saved_as_ == SavedAs::saving ? QStringLiteral("clock")
                                                        : QStringLiteral("right");
    saved_icon_->setVisible(saved_as_ != SavedAs::untouched);
    saved_icon_->setPixmap(
        line_icon(icon, failed ? warning_color : QColor()).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void ReviewPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    show_verdict(content_.verdict);
    show_saved_icon();
}

void ReviewPanel::set_keys(const std::array<QString, 5>& keys) {
    const std::array order{Verdict::right, Verdict::wrong, Verdict::unsure, Verdict::absent, Verdict::none};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const QString& text = texts_[index_of(order[i])];
        button(order[i])->setText(keys[i].isEmpty() ? text
                                                    : tr("%1  %2", "button and its key").arg(text, keys[i]));
    }
}

AfterVerdict ReviewPanel::after_verdict() const {
    return static_cast<AfterVerdict>(after_->currentData().toInt());
}

void ReviewPanel::set_after_verdict(AfterVerdict what) {
    after_->setCurrentIndex(std::max(0, after_->findData(static_cast<int>(what))));
}

void ReviewPanel::flush_note() {
    pause_.stop();
    const QString note = note_->toPlainText();
    if (note == content_.note || !note_->isEnabled()) return;
    content_.note = note;
    Q_EMIT note_edited(note);
}

}  // namespace gbs::widgets
