#pragma once

#include <QHash>
#include <QObject>
#include <QRectF>
#include <QStringList>
#include <memory>
#include <vector>

#include "app/window/latest_wins.h"
#include "app/window/photo.h"
#include "core/detector_boxes.h"
#include "core/phrase_queries.h"
#include "widgets/heatmap_canvas.h"
#include "widgets/message_bar.h"

namespace gbs {

/// What a detector says about a phrase on the photo that is shown.
struct DetectorView {
    struct Box {
        QRectF rect;  ///< edges in photo pixels, continuous
        float score = 0;
    };
    std::vector<Box> boxes;
    QString matched;        ///< the phrase or class whose boxes these are; empty: the file has none
    HeatmapLayer map;       ///< the highest score at each pixel; empty where there are no boxes
    HeatmapLayer combined;  ///< sqrt(mean * map); empty while there is no mean map
};

/// Boxes that files bring: the ground truth of a data set and what a detector found. Read by workers; the
/// lookups are made on what was read last.
class BoxSources : public QObject {
    Q_OBJECT

 public:
    explicit BoxSources(QObject* parent = nullptr);

    /// A phrases TSV as `gbs evaluate` reads it (phrase_queries.h).
    void open_truth(const QString& file);
    /// JSONL, COCO results with their instances file, or COCO instances (detector_boxes.h).
    /// Of two files, the one with "instances" in its name is the instances file.
    void open_detector(const QStringList& files);
    void close_truth();
    void close_detector();
    /// Whether the name looks like one of these files.
    static bool is_truth_file(const QString& path);
    static bool is_detector_file(const QString& path);

    const QString& truth_file() const { return truth_file_; }        ///< empty: none is open
    const QString& detector_file() const { return detector_file_; }  ///< empty: none is open
    bool busy() const { return reading_ > 0; }

    /// The phrases that the ground truth has for a photo.
    QStringList truth_phrases(const Photo& photo) const;
    /// Edges in photo pixels, continuous.
    std::vector<QRectF> truth(const Photo& photo, const QString& phrase) const;
    DetectorView detector(const Photo& photo, const QString& phrase, const HeatmapLayer& mean) const;

 Q_SIGNALS:
    void changed();
    void activity_changed();
    void message(gbs::Severity severity, const QString& text);

 private:
    struct Request {
        QString file, instances;
    };
    using TruthByImage = QHash<QString, std::vector<PhraseQuery>>;

    void read_truth(const Request& request, std::stop_token stop);
    void read_detector(const Request& request, std::stop_token stop);
    /// Runs in the GUI thread: what a worker has read, or nothing where it failed or was superseded.
    void finish(const std::function<void()>& adopt);
    const std::vector<PhraseQuery>* queries_of(const Photo& photo) const;

    QString truth_file_, detector_file_;
    std::shared_ptr<const TruthByImage> truth_;
    std::shared_ptr<const DetectorBoxes> detector_;
    int reading_ = 0;
    LatestWins<Request> truth_worker_;
    LatestWins<Request> detector_worker_;
};

}  // namespace gbs
