// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <memory>

#include "app/base/latest_wins.h"
#include "app/session/photo.h"
#include "core/detector/detector_boxes.h"
#include "widgets/figures/canvas_content.h"
#include "widgets/frame/message_bar.h"

namespace gbs::app {

/// What a detector says about a phrase on a photo, ready to be drawn.
struct DetectorMaps {
    widgets::HeatmapLayer detector;
    widgets::HeatmapLayer combined;  ///< with the mean map; empty while there is none
    std::vector<widgets::CanvasBox> boxes;
    QString note;  ///< what matched the phrase, in a few words
};

/// Boxes of a detector from a file, and their maps for what is shown. Reading and making maps are done by
/// workers; the answers come back as signals in the GUI thread.
class DetectorSource : public QObject {
    Q_OBJECT

 public:
    explicit DetectorSource(QObject* parent = nullptr);

    /// The boxes of a file, or of COCO results and the instances that explain them, in any order. What was
    /// open is kept when this fails.
    void open(const QStringList& files);
    void close();
    /// What the other one has open, without reading it again.
    void share(const DetectorSource& other);
    /// Whether the name looks like such a file.
    static bool is_file_name(const QString& path);
    bool busy() const { return reading_ > 0; }
    bool is_open() const { return boxes_ != nullptr; }
    const QString& file() const { return file_; }

    /// Asks for the maps of a phrase on a photo; `mean` (or null) is what they are combined with.
    void want(const Photo& photo, const QString& phrase, const widgets::HeatmapLayer* mean);
    /// The maps of what was last wanted; without layers while there are none.
    const DetectorMaps& maps() const { return maps_; }

 Q_SIGNALS:
    void opened();
    void changed();  ///< maps() are others
    void activity_changed();
    void message(gbs::widgets::Severity severity, const QString& text);

 private:
    struct Wish {
        quint64 id = 0;
        std::shared_ptr<const DetectorBoxes> boxes;
        Photo photo;
        QString phrase;
        widgets::HeatmapLayer mean;
    };

    void read(const QStringList& files, std::stop_token stop);
    void make(const Wish& wish, std::stop_token stop);
    void adopt(std::shared_ptr<const DetectorBoxes> boxes, const QString& file);
    void tell_what_is_open();

    std::shared_ptr<const DetectorBoxes> boxes_;
    QString file_;
    Wish wish_;
    DetectorMaps maps_;
    int reading_ = 0;
    LatestWins<QStringList> reader_;
    LatestWins<Wish> maker_;
};

}  // namespace gbs::app
