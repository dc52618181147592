#include "app/window/box_sources.h"

#include <QFileInfo>
#include <QMetaObject>

#include "app/window/convert.h"
#include "core/detector_heatmap.h"
#include "core/error.h"

namespace gbs {

namespace {

/// The longest side of a detector's map for the screen; scores are computed exactly elsewhere.
constexpr int map_side = 512;

QString file_name(const Photo& photo) {
    return QFileInfo(photo.path).fileName();
}

/// 1-based inclusive corners on an image of that size, as edges on the photo.
QRectF edges(const BoundingBox& box, const PhraseQuery& query, QSize photo) {
    const double fx = static_cast<double>(photo.width()) / query.width;
    const double fy = static_cast<double>(photo.height()) / query.height;
    return QRectF(QPointF((box.x1 - 1) * fx, (box.y1 - 1) * fy), QPointF(box.x2 * fx, box.y2 * fy));
}

Heatmap to_heatmap(const HeatmapLayer& layer) {
    return Heatmap(layer.grid.width(), layer.grid.height(),
                   std::vector<float>(layer.values.begin(), layer.values.end()));
}

QString skipped_text(const std::map<std::string, std::size_t>& skipped) {
    QStringList reasons;
    for (const auto& [reason, count] : skipped)
        reasons << QStringLiteral("%1: %2").arg(QString::fromStdString(reason)).arg(count);
    return reasons.join(QStringLiteral(", "));
}

}  // namespace

BoxSources::BoxSources(QObject* parent)
    : QObject(parent),
      truth_worker_([this](const Request& request, std::stop_token stop) { read_truth(request, stop); }),
      detector_worker_(
          [this](const Request& request, std::stop_token stop) { read_detector(request, stop); }) {}

bool BoxSources::is_truth_file(const QString& path) {
    return path.endsWith(QStringLiteral(".tsv"), Qt::CaseInsensitive);
}

bool BoxSources::is_detector_file(const QString& path) {
    return path.endsWith(QStringLiteral(".jsonl"), Qt::CaseInsensitive) ||
           path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
}

void BoxSources::open_truth(const QString& file) {
    ++reading_;
    truth_worker_.submit({file, {}});
    Q_EMIT activity_changed();
}

void BoxSources::open_detector(const QStringList& files) {
    Request request{files.value(0), files.value(1)};
    if (files.size() > 1 && QFileInfo(request.file).fileName().contains(QStringLiteral("instances")))
        std::swap(request.file, request.instances);
    ++reading_;
    detector_worker_.submit(request);
    Q_EMIT activity_changed();
}

void BoxSources::close_truth() {
    truth_.reset();
    truth_file_.clear();
    Q_EMIT changed();
}

void BoxSources::close_detector() {
    detector_.reset();
    detector_file_.clear();
    Q_EMIT changed();
}

void BoxSources::finish(const std::function<void()>& adopt) {
    QMetaObject::invokeMethod(
        this,
        [this, adopt] {
            --reading_;
            if (adopt) adopt();
            Q_EMIT activity_changed();
        },
        Qt::QueuedConnection);
}

void BoxSources::read_truth(const Request& request, std::stop_token stop) {
    try {
        const PhraseQueries read = read_phrase_queries(to_path(request.file));
        auto by_image = std::make_shared<TruthByImage>();
        for (const PhraseQuery& query : read.queries)
            (*by_image)[QString::fromStdString(query.image)].push_back(query);
        const std::size_t phrases = read.queries.size();
        const QString skipped = skipped_text(read.skipped_rows);
        if (stop.stop_requested()) return finish({});
        finish([this, request, by_image, phrases, skipped] {
            truth_ = by_image;
            truth_file_ = request.file;
            const QString text =
                tr("Ground truth: %n phrase(s) of %1 photos.", nullptr, static_cast<int>(phrases))
                    .arg(by_image->size());
            Q_EMIT message(Severity::info,
                           skipped.isEmpty() ? text : tr("%1 Skipped rows: %2.").arg(text, skipped));
            Q_EMIT changed();
        });
    } catch (const std::exception& error) {
        const QString reason = QString::fromUtf8(error.what());
        finish([this, reason] { Q_EMIT message(Severity::error, reason); });
    }
}

void BoxSources::read_detector(const Request& request, std::stop_token stop) {
    try {
        const auto boxes = std::make_shared<const DetectorBoxes>(
            read_detector_boxes(to_path(request.file), to_path(request.instances), {}, stop));
        const QString skipped = skipped_text(boxes->skipped());
        finish([this, request, boxes, skipped] {
            detector_ = boxes;
            detector_file_ = request.file;
            const QString text =
                tr("Detector: %n box(es) on %1 photos.", nullptr, static_cast<int>(boxes->boxes()))
                    .arg(boxes->images().size());
            Q_EMIT message(Severity::info,
                           skipped.isEmpty() ? text : tr("%1 Skipped: %2.").arg(text, skipped));
            Q_EMIT changed();
        });
    } catch (const Cancelled&) {
        finish({});
    } catch (const std::exception& error) {
        const QString reason = QString::fromUtf8(error.what());
        finish([this, reason] { Q_EMIT message(Severity::error, reason); });
    }
}

const std::vector<PhraseQuery>* BoxSources::queries_of(const Photo& photo) const {
    if (!truth_ || photo.empty()) return nullptr;
    const auto found = truth_->constFind(file_name(photo));
    return found == truth_->constEnd() ? nullptr : &*found;
}

QStringList BoxSources::truth_phrases(const Photo& photo) const {
    QStringList phrases;
    if (const auto* const queries = queries_of(photo))
        for (const PhraseQuery& query : *queries) phrases << QString::fromStdString(query.phrase);
    return phrases;
}

std::vector<QRectF> BoxSources::truth(const Photo& photo, const QString& phrase) const {
    std::vector<QRectF> rects;
    if (const auto* const queries = queries_of(photo))
        for (const PhraseQuery& query : *queries)
            if (QString::fromStdString(query.phrase).simplified() == phrase)
                for (const BoundingBox& box : query.boxes) rects.push_back(edges(box, query, photo.size()));
    return rects;
}

DetectorView BoxSources::detector(const Photo& photo, const QString& phrase, const HeatmapLayer& mean) const {
    DetectorView view;
    if (!detector_ || photo.empty() || phrase.isEmpty()) return view;
    const QSize size = photo.size();
    const DetectorMatch match = detector_->boxes_for(file_name(photo).toStdString(), phrase.toStdString(),
                                                     size.width(), size.height());
    if (match.kind == DetectorMatch::Kind::none) return view;
    view.matched = QString::fromStdString(match.name);
    for (const DetectorBox& box : match.boxes)
        view.boxes.push_back(
            {QRectF(QPointF(box.x1, box.y1), QPointF(box.x2, box.y2)), static_cast<float>(box.score)});
    const Heatmap map = detector_heatmap(match.boxes, size.width(), size.height(), map_side);
    view.map = to_layer(tr("detector"), map, size);
    if (!match.boxes.empty()) {
        // The detector's own point: the middle of its plateau, not the corner that comes first.
        const Peak peak = detector_peak(match.boxes, size.width(), size.height());
        view.map.peak = QPoint(peak.x, peak.y);
    }
    if (!mean.empty())
        view.combined = to_layer(
            tr("combined"),
            combined_map(to_heatmap(mean), match.boxes, size.width(), size.height(), map_side).map, size);
    return view;
}

}  // namespace gbs
