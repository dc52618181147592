// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QWidget>

#include "widgets/review/truth_panel.h"

class QLabel;

namespace gbs::widgets {

/// Whether the reviews of the folder are saved, being saved, or cannot be saved.
enum class SavedAs { untouched, saved, saving, failed };

/// What to show after a verdict.
enum class AfterVerdict { stay, next_phrase, next_photo };

/// The phrase to judge and its stored review.
struct ReviewPanelContent {
    QString phrase;   ///< empty if there is none
    QString photo;    ///< file name
    QString model;    ///< display name
    QString problem;  ///< why judging is impossible; empty if it is possible
    Verdict verdict = Verdict::none;
    QString note;
    QString others;  ///< what other people say
    QVector<Truth> truths;
    bool peak_known = false;
    ReviewTally tally;  ///< of the folder and model
};

/// Verdict buttons, a note, the ground truth, and the statistics so far. Only emits requests;
/// shows plain values.
class ReviewPanel : public QWidget {
    Q_OBJECT

 public:
    explicit ReviewPanel(QWidget* parent = nullptr);

    void set_content(const ReviewPanelContent& content);
    void set_saved(SavedAs state, const QString& problem, const QString& file);
    /// The keys shown on the buttons: right, wrong, unsure, clear.
    void set_keys(const std::array<QString, 5>& keys);
    AfterVerdict after_verdict() const;
    void set_after_verdict(AfterVerdict what);
    /// Reports an edited note now, without waiting for a pause in typing.
    void flush_note();
    void focus_note() { note_->setFocus(Qt::ShortcutFocusReason); }

    QToolButton* button(Verdict verdict) const { return buttons_[static_cast<std::size_t>(verdict)]; }
    QPlainTextEdit* note() const { return note_; }
    TruthPanel* truths() const { return truths_; }

 Q_SIGNALS:
    void verdict_given(gbs::widgets::Verdict verdict);
    void clear_requested();
    void note_edited(const QString& note);
    void after_verdict_changed(gbs::widgets::AfterVerdict what);
    void retry_requested();
    void statistics_requested();

 protected:
    void changeEvent(QEvent* event) override;

 private:
    QLayout* build_buttons();
    QToolButton* add_button(Verdict verdict, const QString& text, const QString& tip);
    QLayout* build_footer();
    void show_verdict(Verdict verdict);
    void show_saved_icon();
    void show_statistics(const ReviewTally& tally);

    ReviewPanelContent content_;
    SavedAs saved_as_ = SavedAs::saved;
    std::array<QToolButton*, 5> buttons_{};  ///< by Verdict; Verdict::none is Clear
    std::array<QString, 5> texts_;           ///< of the buttons, without keys
    QLabel *subject_, *problem_, *others_, *saved_, *saved_icon_, *counts_;
    QPlainTextEdit* note_;
    QTimer pause_{this};
    TruthPanel* truths_;
    QComboBox* after_;
    QPushButton *retry_, *statistics_;
};

}  // namespace gbs::widgets
