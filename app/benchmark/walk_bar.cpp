// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchmark/walk_bar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace gbs::app {

WalkBar::WalkBar(QWidget* parent)
    : QWidget(parent),
      text_(new QLabel),
      load_(new QPushButton(tr("Load the Model of the Result"))),
      back_(new QPushButton(tr("Back to My Photos"))) {
    text_->setObjectName(QStringLiteral("walk_text"));
    load_->setObjectName(QStringLiteral("walk_load"));
    back_->setObjectName(QStringLiteral("walk_back"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->addWidget(text_, 1);
    row->addWidget(load_);
    row->addWidget(back_);
    connect(load_, &QPushButton::clicked, this, &WalkBar::load_requested);
    connect(back_, &QPushButton::clicked, this, &WalkBar::back_requested);
    hide();
}

void WalkBar::set(const QString& model, const QString& shown, bool may_return) {
    const QString scored = QFileInfo(model).completeBaseName(), loaded = QFileInfo(shown).completeBaseName();
    const bool same = !model.isEmpty() && QFileInfo(model) == QFileInfo(shown);
    if (same)
        text_->setText(tr("The maps are those of %1, whose result this is.").arg(scored));
    else if (model.isEmpty())
        text_->setText(
            tr("The maps are those of %1. The result does not say which model it is of.").arg(loaded));
    else
        text_->setText(tr("The maps are those of %1, but the result is of %2, which is not loaded.")
                           .arg(loaded, scored));
    load_->setVisible(!same && QFileInfo::exists(model));
    back_->setVisible(may_return);
    show();
}

}  // namespace gbs::app
