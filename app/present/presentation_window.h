#pragma once

#include <QLabel>
#include <QPointer>
#include <QWidget>

#include "app/present/presenter.h"
#include "app/window/box_sources.h"
#include "widgets/heatmap_canvas.h"

namespace gbs {

/// A presentation over the whole screen: the phrase in big type, the maps, a note. One key steps on.
class PresentationWindow : public QWidget {
    Q_OBJECT

 public:
    /// `boxes` are a detector's, for the view that has them beside the model; null: there are none.
    explicit PresentationWindow(Presenter* presenter, const BoxSources* boxes = nullptr,
                                QWidget* parent = nullptr);

    HeatmapCanvas* canvas() const { return canvas_; }
    QString phrase_text() const { return phrase_->text(); }
    QString note_text() const { return note_->text(); }
    QString place_text() const { return place_->text(); }

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void make_keys();
    void refresh();
    CanvasView view() const;
    CanvasContent content() const;
    void set_sizes();

    Presenter* presenter_;
    QPointer<const BoxSources> boxes_;
    bool beside_detector_ = false;  ///< on every slide, by a key
    QLabel* title_;
    QLabel* phrase_;
    HeatmapCanvas* canvas_;
    QLabel* note_;
    QLabel* place_;
    std::shared_ptr<const PhotoPyramid> shown_;
};

}  // namespace gbs
