// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/ground_truth.h"

#include <QDir>
#include <QFileInfo>
#include <QMetaObject>
#include <string>
#include <unordered_map>

#include "app/base/convert.h"
#include "core/data/benchmark.h"
#include "core/data/drawn_labels.h"

namespace gbs::app {

namespace {

const QString table_suffix = QStringLiteral(".tsv");

/// Converts 1-based inclusive corners on the query's image to edges on the photo.
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

PhraseQueries read_queries(const QString& file) {
    PhraseQueries read;
    if (QFileInfo(file).isDir()) {
        DrawnLabels labels = *read_drawn_labels(to_path(file));
        read.queries = std::move(labels.queries);
        read.skipped_rows = {labels.skipped.begin(), labels.skipped.end()};
        return read;
    }
    if (file.endsWith(table_suffix, Qt::CaseInsensitive)) return read_phrase_queries(to_path(file));
    Benchmark benchmark = read_benchmark(recognize_annotations(to_path(file)));
    read.queries = std::move(benchmark.queries);
    read.skipped_rows = {benchmark.skipped.begin(), benchmark.skipped.end()};
    return read;
}

}  // namespace

GroundTruth::GroundTruth(QObject* parent) : QObject(parent) {}

bool GroundTruth::is_file_name(const QString& path) {
    return path.endsWith(table_suffix, Qt::CaseInsensitive) ||
           path.endsWith(QStringLiteral(".xml"), Qt::CaseInsensitive);
}

void GroundTruth::open(const QString& path) {
    const QString file = QDir::cleanPath(path);
    struct Answer {
        ByImage queries;
        QString summary;
    };
    reading_ = true;
    reader_.submit(
        this,
        [file]() -> Answer {
            const PhraseQueries read = read_queries(file);
            ByImage queries = group_by_image(read.queries);
            const auto images = static_cast<qsizetype>(queries.queries.size());
            return {std::move(queries), describe(read, images)};
        },
        [this, file](const Answer& answer) {
            reading_ = false;
            Q_EMIT message(widgets::Severity::info, answer.summary);
            adopt(file, answer.queries);
            Q_EMIT activity_changed();
        },
        [this](const QString& reason) {
            reading_ = false;
            Q_EMIT message(widgets::Severity::error, reason);
            Q_EMIT activity_changed();
        });
    Q_EMIT activity_changed();
}

void GroundTruth::close() {
    adopt({}, {});
}

void GroundTruth::use(const QString& name, const std::vector<PhraseQuery>& queries) {
    adopt(name, group_by_image(queries));
}

GroundTruth::ByImage GroundTruth::group_by_image(const std::vector<PhraseQuery>& queries) {
    ByImage by_image;
    std::unordered_map<std::string, std::size_t> index;
    for (const PhraseQuery& query : queries) {
        const auto [known, is_new] = index.try_emplace(normalize_photo_name(query.image), index.size());
        if (is_new) {
            by_image.names.add(query.image);
            by_image.queries.emplace_back();
        }
        by_image.queries[known->second].push_back(query);
    }
    return by_image;
}

void GroundTruth::adopt(const QString& name, ByImage queries) {
    queries_ = std::move(queries);
    file_ = name;
    const QFileInfo about(name);
    folder_ = (about.isDir() ? about.absoluteFilePath() : about.absolutePath()) + QLatin1Char('/');
    Q_EMIT changed();
}

const std::vector<PhraseQuery>* GroundTruth::queries(const QString& path) const {
    if (path.isEmpty()) return nullptr;
    auto found = queries_.names.find(path.toStdString());
    if (!found.entry && found.ambiguous.empty() && path.startsWith(folder_))
        found = queries_.names.find(path.mid(folder_.size()).toStdString());
    return found.entry ? &queries_.queries[*found.entry] : nullptr;
}

QStringList GroundTruth::phrases(const Photo& photo) const {
    QStringList phrases;
    if (const auto* const queries = this->queries(photo.path))
        for (const PhraseQuery& query : *queries) phrases << QString::fromStdString(query.phrase);
    return phrases;
}

std::vector<widgets::CanvasBox> GroundTruth::boxes(const Photo& photo, const QString& phrase) const {
    std::vector<widgets::CanvasBox> found;
    const auto* const queries = this->queries(photo.path);
    if (!queries) return found;
    for (const PhraseQuery& query : *queries) {
        if (QString::fromStdString(query.phrase).simplified() != phrase) continue;
        for (std::size_t i = 0; i < query.boxes.size(); ++i) {
            widgets::CanvasBox drawn;
            drawn.rect = edges(query.boxes[i], query, photo.size());
            if (i < query.outlines.size())
                for (const auto& [x, y] : query.outlines[i])
                    drawn.polygon << QPointF(x * photo.size().width() / query.width,
                                             y * photo.size().height() / query.height);
            found.push_back(drawn);
        }
    }
    return found;
}

}  // namespace gbs::app
