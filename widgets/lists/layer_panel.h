// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QListView>
#include <QSlider>
#include <QToolButton>
#include <QWidget>

#include "widgets/maps/layer_stack.h"

class QFormLayout;
class QLabel;

namespace gbs::widgets {

/// The layers, the topmost first, and how the selected one is drawn.
class LayerPanel : public QWidget {
    Q_OBJECT

 public:
    explicit LayerPanel(LayerStack* stack, QWidget* parent = nullptr);

    LayerKind current() const;
    void set_current(LayerKind kind);

    QListView* list() const { return list_; }
    QSlider* opacity() const { return opacity_; }
    QComboBox* color_maps() const { return color_map_; }
    QComboBox* limits() const { return limits_; }
    QDoubleSpinBox* low() const { return low_; }
    QDoubleSpinBox* high() const { return high_; }
    QCheckBox* outlined() const { return outlined_; }
    QSlider* threshold() const { return threshold_; }
    QCheckBox* fade_low() const { return fade_low_; }
    QCheckBox* linked() const { return linked_; }
    QToolButton* up() const { return up_; }
    QToolButton* down() const { return down_; }

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void build_controls();
    void build_layout();
    void connect_controls();
    QWidget* row_of(std::initializer_list<QWidget*> widgets, QWidget* wide);
    void show_style();   ///< of the current layer, in the controls
    void apply_style();  ///< of the controls, to the current layer
    void move(int by);

    LayerStack* stack_;
    QListView* list_;
    QToolButton *up_, *down_;
    QFormLayout* form_ = nullptr;
    QSlider* opacity_;
    QLabel* opacity_text_;
    QComboBox* color_map_;
    QComboBox* limits_;
    QDoubleSpinBox *low_, *high_;
    QCheckBox* outlined_;
    QSlider* threshold_;
    QLabel* threshold_text_;
    QCheckBox* fade_low_;
    QCheckBox* linked_;
    QWidget *opacity_row_ = nullptr, *typed_row_ = nullptr, *threshold_row_ = nullptr;
    bool showing_ = false;
};

}  // namespace gbs::widgets
