// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <memory>

#include "app/base/task_queue.h"
#include "app/session/photo.h"
#include "app/session/running_detector.h"
#include "core/detector/detector_boxes.h"
#include "widgets/figures/canvas_content.h"
#include "widgets/frame/message_bar.h"

namespace gbs::app {

/// A detector's boxes and maps for a phrase on a photo, ready to draw.
struct DetectorMaps {
    widgets::HeatmapLayer detector;
    /// With each mean map of the request; empty while that is missing.
    std::vector<widgets::HeatmapLayer> combined;
    std::vector<widgets::CanvasBox> boxes;
    QString note;  ///< which boxes matched the phrase; shown to the user
};

/// The boxes of a detector, from a file or from a program that is asked, and their maps for the shown photo and phrase.
/// Reads and computes in the background; signals are emitted in the GUI thread.
class DetectorSource : public QObject {
    Q_OBJECT

 public:
    explicit DetectorSource(QObject* parent = nullptr);

    /// Opens one file of boxes, one folder of annotations (core/data/drawn_labels.h), or COCO results together with their instances file, in any order. On failure
    /// the boxes opened before are kept.
    void open(const QStringList& files);
    void close();
    /// The detector that runs, or can; while it is open, its answers are the boxes.
    RunningDetector* running() const { return running_.get(); }
    /// Shares the boxes that `other` has read, and its running detector.
    void share(const DetectorSource& other);
    /// Whether the file name ends in .json or .jsonl.
    static bool is_file_name(const QString& path);
    bool busy() const { return reading_ || running_->busy(); }
    bool is_open() const { return boxes_ || running_->is_open(); }
    /// What runs, as it calls itself, or the name of the file.
    QString name() const;

    /// Requests the maps of a phrase on a photo. Each mean map (may be empty) is combined with the detector's map.
    void request(const Photo& photo, const QString& phrase, const std::vector<widgets::HeatmapLayer>& means);
    /// The maps of the last request; empty layers until they are ready.
    const DetectorMaps& maps() const { return maps_; }
    /// What was found for the last request, or why there is nothing; shown to the user.
    QString note() const;

 Q_SIGNALS:
    void opened();
    void changed();  ///< maps() or note() has changed
    void activity_changed();
    void message(gbs::widgets::Severity severity, const QString& text);

 private:
    struct Request {
        RunningDetector::Answer answer;
        Photo photo;
        QString phrase;
        std::vector<widgets::HeatmapLayer> means;
    };

    static DetectorMaps make_maps(const Request& request, const std::stop_token& stop);
    void adopt(std::shared_ptr<const DetectorBoxes> boxes, const QString& file);
    void report_contents();
    void follow_running();
    /// What is known about the phrase; empty while the detector is asked.
    std::optional<RunningDetector::Answer> find(const Photo& photo, const QString& phrase) const;

    std::shared_ptr<RunningDetector> running_;
    std::shared_ptr<const DetectorBoxes> boxes_;
    QString file_;
    Request request_;
    DetectorMaps maps_;
    RunningDetector::State state_ = RunningDetector::State::off;  ///< of the running one, at the last change
    bool reading_ = false;
    TaskQueue reader_{TaskOrder::latest};
    TaskQueue maker_{TaskOrder::latest};
};

}  // namespace gbs::app
