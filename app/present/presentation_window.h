// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QWidget>

#include "app/present/presenter.h"
#include "app/session/detector_source.h"
#include "widgets/canvas/heatmap_canvas.h"

namespace gbs::app {

/// A presentation over the whole screen: the phrase in big type, the maps, a note. One key steps on.
class PresentationWindow : public QWidget {
    Q_OBJECT

 public:
    /// What `detector` has open now stands beside the model in the view of that name; null: nothing does.
    explicit PresentationWindow(Presenter* presenter, const DetectorSource* detector = nullptr,
                                QWidget* parent = nullptr);

    widgets::HeatmapCanvas* canvas() const { return canvas_; }
    QString phrase_text() const { return phrase_->text(); }
    QString note_text() const { return note_->text(); }
    QString place_text() const { return place_->text(); }

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void make_keys();
    void refresh();
    widgets::CanvasView view() const;
    widgets::CanvasContent content();
    void set_sizes();

    Presenter* presenter_;
    DetectorSource detector_;
    bool beside_detector_ = false;  ///< on every slide, by a key
    QLabel* title_;
    QLabel* phrase_;
    widgets::HeatmapCanvas* canvas_;
    QLabel* note_;
    QLabel* place_;
    std::shared_ptr<const widgets::PhotoPyramid> shown_;
};

}  // namespace gbs::app
