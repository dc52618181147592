// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QListView>
#include <QSlider>
#include <QToolButton>
#include <QWidget>
#include <array>

#include "widgets/maps/layer_stack.h"

class QFormLayout;
class QLabel;

namespace gbs::widgets {

class MapHistogram;

/// The list of layers, topmost first, and the style of the selected one. The children have object names such
/// as "layers", "opacity" and "color_map".
class LayerPanel : public QWidget {
    Q_OBJECT

 public:
    explicit LayerPanel(LayerStack* stack, QWidget* parent = nullptr);

    LayerKind current() const;
    void set_current(LayerKind kind);
    /// The maps of the shown phrase, GbS, i2t and mean, for the histogram.
    void set_maps(const std::array<HeatmapLayer, 3>& maps);

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void build_controls();
    void build_layout();
    void connect_controls();
    QWidget* row_of(std::initializer_list<QWidget*> widgets, QWidget* wide);
    void show_style();   ///< current layer -> controls
    void apply_style();  ///< controls -> current layer
    void show_histogram();
    void take_range(ValueRange range);
    void move(int by);

    LayerStack* stack_;
    QListView* list_;
    QToolButton *up_, *down_;
    QFormLayout* form_ = nullptr;
    QSlider* opacity_;
    QLabel* opacity_text_;
    QComboBox* color_map_;
    QComboBox* limits_;
    MapHistogram* histogram_;
    std::array<HeatmapLayer, 3> maps_;
    QDoubleSpinBox *low_, *high_;
    QSlider* gamma_;  ///< in twentieths of a doubling
    QLabel* gamma_text_;
    QComboBox* blend_;
    QCheckBox* outlined_;
    QSlider* threshold_;
    QLabel* threshold_text_;
    QCheckBox* fade_low_;
    QCheckBox* linked_;
    QWidget *opacity_row_ = nullptr, *typed_row_ = nullptr, *gamma_row_ = nullptr, *threshold_row_ = nullptr;
    bool showing_ = false;
};

}  // namespace gbs::widgets
