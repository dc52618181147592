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

/// Where the reviews of the folder are: on the disk, on their way, or not to be saved.
enum class SavedAs { saved, saving, failed };

/// What comes after a verdict.
enum class AfterVerdict { stay, next_phrase, next_photo };

/// The phrase that is judged, with what is known of it.
struct ReviewPanelContent {
    QString phrase;   ///< empty: there is none
    QString photo;    ///< file name
    QString model;    ///< as a person can tell it
    QString problem;  ///< why nothing can be judged; empty: it can
    Verdict verdict = Verdict::none;
    QString note;
    QVector<Truth> truths;
    bool peak_known = false;
    ReviewTally tally;  ///< of the folder under this model
};

/// Big buttons for a verdict, a note, the true places, and what the verdicts come to so far. It asks
/// (signals) and shows plain values.
class ReviewPanel : public QWidget {
    Q_OBJECT

 public:
    explicit ReviewPanel(QWidget* parent = nullptr);

    void set_content(const ReviewPanelContent& content);
    void set_saved(SavedAs state, const QString& problem, const QString& file);
    /// The keys that the buttons name, in the order right, wrong, unsure, clear.
    void set_keys(const std::array<QString, 4>& keys);
    AfterVerdict after_verdict() const;
    void set_after_verdict(AfterVerdict what);
    /// Says now what was typed, without waiting for a pause.
    void flush_note();
    void focus_note() { note_->setFocus(Qt::ShortcutFocusReason); }

    QToolButton* button(Verdict verdict) const { return buttons_[static_cast<std::size_t>(verdict)]; }
    QPlainTextEdit* note() const { return note_; }
    TruthPanel* truths() const { return truths_; }
    QComboBox* after() const { return after_; }
    QPushButton* retry_button() const { return retry_; }
    QPushButton* statistics_button() const { return statistics_; }
    QString saved_text() const;
    QPixmap saved_sign() const;
    QString statistics_text() const;
    QString problem_text() const;

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
    std::array<QToolButton*, 4> buttons_{};  ///< by Verdict; none: clear
    std::array<QString, 4> texts_;           ///< of the buttons, without keys
    QLabel *subject_, *problem_, *saved_, *saved_icon_, *counts_;
    QPlainTextEdit* note_;
    QTimer pause_{this};
    TruthPanel* truths_;
    QComboBox* after_;
    QPushButton *retry_, *statistics_;
};

}  // namespace gbs::widgets
