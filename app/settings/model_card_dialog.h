// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>
#include <utility>
#include <vector>

#include "core/model/model_card.h"

namespace gbs::app {

/// The lines of a card that a person asks for first, name and value: data, accuracy, encoders, size. What a
/// card does not say is left out.
std::vector<std::pair<QString, QString>> card_summary(const ModelCard& card);

/// What a checkpoint says of itself: the summary, then everything.
class ModelCardDialog : public QDialog {
    Q_OBJECT

 public:
    ModelCardDialog(const QString& path, const ModelCard& card, QWidget* parent = nullptr);
};

}  // namespace gbs::app
