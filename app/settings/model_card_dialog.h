// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>
#include <utility>
#include <vector>

#include "core/model/model_card.h"

namespace gbs::app {

/// The main lines of a card as name and value: data, accuracy, encoders, size. Leaves out missing values.
std::vector<std::pair<QString, QString>> card_summary(const ModelCard& card);

/// Shows the metadata of a checkpoint: a summary, then all entries.
class ModelCardDialog : public QDialog {
    Q_OBJECT

 public:
    ModelCardDialog(const QString& path, const ModelCard& card, QWidget* parent = nullptr);
};

}  // namespace gbs::app
