#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QSlider>
#include <QWidget>

#include "widgets/heatmap_layer.h"

class QLabel;

namespace gbs {

/// How the maps are drawn: opacity, colours, limits, peaks.
class DisplayPanel : public QWidget {
    Q_OBJECT

 public:
    explicit DisplayPanel(QWidget* parent = nullptr);

    LayerStyle style() const;
    void set_style(const LayerStyle& style);
    bool peaks_shown() const { return peaks_->isChecked(); }
    void set_peaks_shown(bool shown) { peaks_->setChecked(shown); }

    QSlider* opacity() const { return opacity_; }
    QComboBox* color_maps() const { return color_map_; }
    QComboBox* limits() const { return limits_; }
    QCheckBox* maps_shown() const { return maps_; }

 Q_SIGNALS:
    void style_changed(const LayerStyle& style);
    void peaks_shown_changed(bool shown);

 private:
    void report();

    QSlider* opacity_;
    QLabel* opacity_text_;
    QComboBox* color_map_;
    QComboBox* limits_;
    QCheckBox* maps_;
    QCheckBox* fade_low_;
    QCheckBox* peaks_;
};

}  // namespace gbs
