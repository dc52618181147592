// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QWidget>

#include "app/present/presenter.h"
#include "app/present/speaker_window.h"
#include "app/session/detector_source.h"
#include "widgets/canvas/heatmap_canvas.h"

namespace gbs::app {

/// A full-screen presentation: the phrase in large type, the maps, and a note. A key blanks the screen, one turns the
/// pointer into a dot of light, and one asks for a phrase that is not in the script.
class PresentationWindow : public QWidget {
    Q_OBJECT

 public:
    /// The open files of `detector` are shown next to the model in the view `detector`; may be null.
    explicit PresentationWindow(Presenter* presenter, const DetectorSource* detector = nullptr,
                                QWidget* parent = nullptr);

    widgets::HeatmapCanvas* canvas() const { return canvas_; }

 protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void make_keys();
    void ask_phrase();
    void toggle_speaker();
    void take_phrase();
    void set_laser(bool on);
    void refresh();
    widgets::CanvasView view() const;
    widgets::CanvasContent content();
    void set_sizes();

    Presenter* presenter_;
    DetectorSource detector_;
    bool compare_detector_ = false;  ///< overrides the view of every slide
    QLabel* title_;
    QLabel* phrase_;
    widgets::HeatmapCanvas* canvas_;
    QLabel* note_;
    QLabel* place_;
    QProgressBar* progress_;  ///< over all phrases of the script
    QLineEdit* edit_;         ///< for a phrase of the audience
    QWidget* curtain_;        ///< blanks the screen
    QWidget* laser_;
    QPointer<SpeakerWindow> speaker_;
    std::shared_ptr<const widgets::PhotoPyramid> shown_;
};

}  // namespace gbs::app
