// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_commands.h"

#include <algorithm>
#include <utility>

namespace gbs::app {

JudgementCommand::JudgementCommand(ReviewEdit edit, const ReviewSubject& subject, const JudgementKey& key,
                                   const QString& text, bool is_note, const Judgement& before,
                                   const Judgement& after)
    : QUndoCommand(text),
      edit_(std::move(edit)),
      subject_(subject),
      key_(key),
      is_note_(is_note),
      before_(before),
      after_(after) {}

bool JudgementCommand::mergeWith(const QUndoCommand* other) {
    const auto& next = static_cast<const JudgementCommand&>(*other);
    if (next.subject_ != subject_ || !(next.key_ == key_)) return false;
    if (!next.before_.says(after_)) return false;  // someone else's change lies between the two
    after_ = next.after_;
    return true;
}

void JudgementCommand::apply(const Judgement& from, Judgement to) {
    to.time = QDateTime::currentDateTimeUtc();  // of the undo, so that it wins a merge
    ReviewChange change;
    change.model = key_.model;
    change.annotator = key_.annotator;
    change.judgement = to;
    change.shown_judgement = from;
    if (!edit_(subject_, change, !std::exchange(is_first_, false))) setObsolete(true);
}

TruthsCommand::TruthsCommand(ReviewEdit edit, const ReviewSubject& subject, const QString& text,
                             const QVector<widgets::Truth>& before, const QVector<widgets::Truth>& after)
    : QUndoCommand(text), edit_(std::move(edit)), subject_(subject), before_(before), after_(after) {}

void TruthsCommand::apply(const QVector<widgets::Truth>& from, const QVector<widgets::Truth>& to) {
    ReviewChange change;
    change.truths = TruthList{to, QDateTime::currentDateTimeUtc()};
    change.shown_truths = TruthList{from, {}};
    if (!edit_(subject_, change, !std::exchange(is_first_, false))) setObsolete(true);
}

ImportCommand::ImportCommand(Replace replace, const QString& text, const QVector<ReviewChange>& changes,
                             const QVector<ReviewChange>& inverse)
    : QUndoCommand(text), replace_(std::move(replace)), changes_(changes), inverse_(inverse) {}

void ImportCommand::undo() {
    // From the last to the first: one review may have been changed twice.
    QVector<ReviewChange> from = changes_, to = inverse_;
    std::ranges::reverse(from);
    std::ranges::reverse(to);
    if (!replace_(from, to)) setObsolete(true);
}

void ImportCommand::redo() {
    if (std::exchange(is_first_, false)) return;
    if (!replace_(inverse_, changes_)) setObsolete(true);
}

}  // namespace gbs::app
