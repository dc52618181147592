// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUndoCommand>
#include <functional>

#include "app/review/review_contents.h"

namespace gbs::app {

/// Applies a change. `repeated` is true for undo and redo, false when the command is pushed. For undo and
/// redo the change tells from what it goes on (shown_judgement, shown_truths). Returns false if someone else
/// has changed the review since then; the command is then dropped.
using ReviewEdit =
    std::function<bool(const ReviewSubject& subject, const ReviewChange& change, bool repeated)>;

/// Sets a verdict or a note. Consecutive edits of one note merge into one command.
class JudgementCommand : public QUndoCommand {
 public:
    JudgementCommand(ReviewEdit edit, const ReviewSubject& subject, const JudgementKey& key,
                     const QString& text, bool is_note, const Judgement& before, const Judgement& after);
    int id() const override { return is_note_ ? 0x4e4f5445 : -1; }
    bool mergeWith(const QUndoCommand* other) override;
    void undo() override { apply(after_, before_); }
    void redo() override { apply(before_, after_); }

 private:
    void apply(const Judgement& from, Judgement to);

    ReviewEdit edit_;
    ReviewSubject subject_;
    JudgementKey key_;
    bool is_note_;
    bool is_first_ = true;  ///< QUndoStack::push() calls redo()
    Judgement before_, after_;
};

/// Adds, moves or removes a true place.
class TruthsCommand : public QUndoCommand {
 public:
    TruthsCommand(ReviewEdit edit, const ReviewSubject& subject, const QString& text,
                  const QVector<widgets::Truth>& before, const QVector<widgets::Truth>& after);
    void undo() override { apply(after_, before_); }
    void redo() override { apply(before_, after_); }

 private:
    void apply(const QVector<widgets::Truth>& from, const QVector<widgets::Truth>& to);

    ReviewEdit edit_;
    ReviewSubject subject_;
    bool is_first_ = true;
    QVector<widgets::Truth> before_, after_;
};

/// What an import has brought, in one step: the changes are there when it is pushed.
class ImportCommand : public QUndoCommand {
 public:
    /// Sets what the one list says to what the other one says, change by change. Returns false if nothing was set.
    using Replace = std::function<bool(const QVector<ReviewChange>& from, const QVector<ReviewChange>& to)>;

    /// `inverse` takes each of the changes back.
    ImportCommand(Replace replace, const QString& text, const QVector<ReviewChange>& changes,
                  const QVector<ReviewChange>& inverse);
    void undo() override;
    void redo() override;

 private:
    Replace replace_;
    bool is_first_ = true;
    QVector<ReviewChange> changes_, inverse_;
};

}  // namespace gbs::app
