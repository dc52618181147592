// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_commands.h"

#include <utility>

namespace gbs::app {

JudgementCommand::JudgementCommand(ReviewSession* session, const ReviewSubject& subject, const QString& text,
                                   bool is_note, const Judgement& before, const Judgement& after)
    : QUndoCommand(text),
      session_(session),
      subject_(subject),
      model_(session->model()),
      is_note_(is_note),
      before_(before),
      after_(after) {}

bool JudgementCommand::mergeWith(const QUndoCommand* other) {
    const auto& next = static_cast<const JudgementCommand&>(*other);
    if (next.subject_ != subject_ || !(next.model_ == model_)) return false;
    after_ = next.after_;
    return true;
}

void JudgementCommand::apply(Judgement judgement) {
    if (!session_) return;
    judgement.time = QDateTime::currentDateTimeUtc();  // undoing is something that a person does now
    ReviewChange change;
    change.model = model_;
    change.judgement = judgement;
    session_->apply(subject_, change);
    if (!std::exchange(is_first_, false)) Q_EMIT session_->revisited(subject_.path, subject_.phrase);
}

TruthsCommand::TruthsCommand(ReviewSession* session, const ReviewSubject& subject, const QString& text,
                             const QVector<widgets::Truth>& before, const QVector<widgets::Truth>& after)
    : QUndoCommand(text), session_(session), subject_(subject), before_(before), after_(after) {}

void TruthsCommand::apply(const QVector<widgets::Truth>& truths) {
    if (!session_) return;
    ReviewChange change;
    change.truths = TruthList{truths, QDateTime::currentDateTimeUtc()};
    session_->apply(subject_, change);
    if (!std::exchange(is_first_, false)) Q_EMIT session_->revisited(subject_.path, subject_.phrase);
}

}  // namespace gbs::app
