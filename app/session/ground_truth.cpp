// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/ground_truth.h"

#include <QFileInfo>
#include <QMetaObject>

#include "app/base/convert.h"

namespace gbs::app {

namespace {

/// 1-based inclusive corners on the image of the query, as edges on the photo.
QRectF edges(const BoundingBox& box, const PhraseQuery& query, QSize photo) {
    const double fx = static_cast<double>(photo.width()) / query.width;
    const double fy = static_cast<double>(photo.height()) / query.height;
    return QRectF(QPointF((box.x1 - 1) * fx, (box.y1 - 1) * fy), QPointF(box.x2 * fx, box.y2 * fy));
}

QString describe(const PhraseQueries& read, qsizetype images) {
    const QString found = GroundTruth::tr("Ground truth: %n phrase(s) of %1 photos.", nullptr,
                                          static_cast<int>(read.queries.size()))
                              .arg(images);
    QStringList reasons;
    for (const auto& [reason, count] : read.skipped_rows)
        reasons << QStringLiteral("%1: %2").arg(QString::fromStdString(reason)).arg(count);
    return reasons.isEmpty()
               ? found
               : GroundTruth::tr("%1 Skipped rows: %2.").arg(found, reasons.join(QStringLiteral(", ")));
}

}  // namespace

GroundTruth::GroundTruth(QObject* parent)
    : QObject(parent),
      reader_([this](const QString& file, std::stop_token stop) { read(file, std::move(stop)); }) {}

bool GroundTruth::is_file_name(const QString& path) {
    return path.endsWith(QStringLiteral(".tsv"), Qt::CaseInsensitive);
}

void GroundTruth::open(const QString& file) {
    ++reading_;
    reader_.submit(file);
    Q_EMIT activity_changed();
}

void GroundTruth::close() {
    queries_.reset();
    file_.clear();
    Q_EMIT changed();
}

void GroundTruth::take(const QString& name, const std::vector<PhraseQuery>& queries) {
    auto by_image = std::make_shared<ByImage>();
    for (const PhraseQuery& query : queries)
        (*by_image)[QString::fromStdString(query.image)].push_back(query);
    queries_ = std::move(by_image);
    file_ = name;
    Q_EMIT changed();
}

void GroundTruth::read(const QString& file, std::stop_token stop) {
    std::shared_ptr<ByImage> by_image;
    QString text;
    try {
        const PhraseQueries read = read_phrase_queries(to_path(file));
        by_image = std::make_shared<ByImage>();
        for (const PhraseQuery& query : read.queries)
            (*by_image)[QString::fromStdString(query.image)].push_back(query);
        text = describe(read, by_image->size());
    } catch (const std::exception& error) {
        by_image.reset();
        text = QString::fromUtf8(error.what());
    }
    const bool wanted = !stop.stop_requested();
    QMetaObject::invokeMethod(this, [this, file, by_image, text, wanted] {
        --reading_;
        if (wanted) adopt(file, by_image, text);
        Q_EMIT activity_changed();
    });
}

void GroundTruth::adopt(const QString& file, std::shared_ptr<const ByImage> queries, const QString& what) {
    Q_EMIT message(queries ? widgets::Severity::info : widgets::Severity::error, what);
    if (!queries) return;
    queries_ = std::move(queries);
    file_ = file;
    Q_EMIT changed();
}

const std::vector<PhraseQuery>* GroundTruth::queries_of(const Photo& photo) const {
    if (!queries_ || photo.empty()) return nullptr;
    const auto found = queries_->constFind(QFileInfo(photo.path).fileName());
    return found == queries_->constEnd() ? nullptr : &*found;
}

QStringList GroundTruth::phrases(const Photo& photo) const {
    QStringList phrases;
    if (const auto* const queries = queries_of(photo))
        for (const PhraseQuery& query : *queries) phrases << QString::fromStdString(query.phrase);
    return phrases;
}

std::vector<widgets::CanvasBox> GroundTruth::boxes(const Photo& photo, const QString& phrase) const {
    std::vector<widgets::CanvasBox> found;
    const auto* const queries = queries_of(photo);
    if (!queries) return found;
    for (const PhraseQuery& query : *queries) {
        if (QString::fromStdString(query.phrase).simplified() != phrase) continue;
        for (const BoundingBox& box : query.boxes) {
            widgets::CanvasBox drawn;
            drawn.rect = edges(box, query, photo.size());
            found.push_back(drawn);
        }
    }
    return found;
}

}  // namespace gbs::app
