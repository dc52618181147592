// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QUndoCommand>

#include "app/review/review_session.h"

namespace gbs::app {

/// A verdict or a note. Consecutive changes of one note are one command.
class JudgementCommand : public QUndoCommand {
 public:
    JudgementCommand(ReviewSession* session, const ReviewSubject& subject, const QString& text, bool is_note,
                     const Judgement& before, const Judgement& after);
    int id() const override { return is_note_ ? 0x4e4f5445 : -1; }
    bool mergeWith(const QUndoCommand* other) override;
    void undo() override { apply(before_); }
    void redo() override { apply(after_); }

 private:
    void apply(Judgement judgement);

    QPointer<ReviewSession> session_;
    ReviewSubject subject_;
    ReviewedModel model_;
    bool is_note_;
    bool is_first_ = true;  ///< redo() is also how it is done at first
    Judgement before_, after_;
};

/// A truth added, moved or removed.
class TruthsCommand : public QUndoCommand {
 public:
    TruthsCommand(ReviewSession* session, const ReviewSubject& subject, const QString& text,
                  const QVector<widgets::Truth>& before, const QVector<widgets::Truth>& after);
    void undo() override { apply(before_); }
    void redo() override { apply(after_); }

 private:
    void apply(const QVector<widgets::Truth>& truths);

    QPointer<ReviewSession> session_;
    ReviewSubject subject_;
    bool is_first_ = true;
    QVector<widgets::Truth> before_, after_;
};

}  // namespace gbs::app
