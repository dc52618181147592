// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUndoCommand>

#include "app/session/explorer.h"

namespace gbs::app {

/// One change of the list of phrases, as the whole list before and after it: lists are shared, not copied.
class PhraseListCommand : public QUndoCommand {
 public:
    struct State {
        QVector<widgets::PhraseItem> items;
        QString current;
    };

    PhraseListCommand(const QString& text, Explorer* explorer, State before, State after)
        : QUndoCommand(text), explorer_(explorer), before_(std::move(before)), after_(std::move(after)) {}

    void undo() override { explorer_->set_list(before_.items, before_.current); }
    void redo() override { explorer_->set_list(after_.items, after_.current); }

 private:
    Explorer* explorer_;
    State before_, after_;
};

}  // namespace gbs::app
