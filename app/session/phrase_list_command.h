// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUndoCommand>
#include <functional>

#include "widgets/lists/phrase_model.h"

namespace gbs::app {

/// The phrases of all photos and the current one.
struct PhraseListState {
    QVector<widgets::PhraseItem> items;
    QString current;
};

/// One change of the phrase list. Keeps the complete list before and
/// after it; the vectors are shared, not copied.
class PhraseListCommand : public QUndoCommand {
 public:
    using Apply = std::function<void(const PhraseListState&)>;

    PhraseListCommand(const QString& text, PhraseListState before, PhraseListState after, Apply apply)
        : QUndoCommand(text),
          before_(std::move(before)),
          after_(std::move(after)),
          apply_(std::move(apply)) {}

    void undo() override { apply_(before_); }
    void redo() override { apply_(after_); }

 private:
    PhraseListState before_, after_;
    Apply apply_;
};

}  // namespace gbs::app
