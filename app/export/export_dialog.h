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

/// The figure options that were chosen last.
FigureOptions last_figure_options();

/// What an exported figure is to hold and how large it gets. Remembers the choices when it is accepted.
class ExportDialog : public QDialog {
    Q_OBJECT

 public:
    ExportDialog(const widgets::CanvasFigure& figure, const FigureText& text, QWidget* parent = nullptr);

    FigureOptions options() const;
    QComboBox* formats() const { return format_; }
    QCheckBox* titles() const { return titles_; }
    QCheckBox* color_bars() const { return color_bars_; }
    QCheckBox* caption() const { return caption_; }
    QCheckBox* legend() const { return legend_; }
    QSpinBox* percent() const { return percent_; }
    QLabel* size_text() const { return size_; }
    QPushButton* export_button() const { return export_; }

 private:
    void show_size();
    void remember() const;

    widgets::CanvasFigure figure_;
    FigureText text_;
    QComboBox* format_;
    QCheckBox *titles_, *color_bars_, *caption_, *legend_;
    QSpinBox* percent_;
    QLabel* size_;
    QPushButton* export_;
};

}  // namespace gbs::app
