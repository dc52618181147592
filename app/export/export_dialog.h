// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include "app/export/figure_export.h"

namespace gbs::app {

/// The figure options of the last export.
FigureOptions last_figure_options();

/// Asks for the parts and the size of an exported figure. Saves the choices when accepted.
class ExportDialog : public QDialog {
    Q_OBJECT

 public:
    ExportDialog(const widgets::CanvasFigure& figure, const FigureText& text, QWidget* parent = nullptr);

    FigureOptions options() const;

 private:
    void show_size();
    void save_choices() const;

    widgets::CanvasFigure figure_;
    FigureText text_;
    QComboBox* format_;
    QCheckBox *titles_, *color_bars_, *caption_, *legend_;
    QSpinBox* percent_;
    QLabel* size_;
    QPushButton* export_;
};

}  // namespace gbs::app
