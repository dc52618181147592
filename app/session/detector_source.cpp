// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/detector_source.h"

#include <QFileInfo>
#include <QLocale>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/detector/detector_heatmap.h"
#include "core/detector/ensemble.h"

namespace gbs::app {

namespace {

/// Longest side of a map: enough for edges that look sharp, little enough for photos of any size.
constexpr int map_side = 1024;

DetectorBoxes read_boxes(const QStringList& files, std::stop_token stop) {
    if (files.size() == 1) return read_detector_boxes(to_path(files[0]), {}, {}, stop);
    // Which of the two explains the other is seen by what they hold.
    try {
        return read_detector_boxes(to_path(files[0]), to_path(files[1]), {}, stop);
    } catch (const Error&) {
        if (stop.stop_requested()) throw;
        return read_detector_boxes(to_path(files[1]), to_path(files[0]), {}, stop);
    }
}

QString note_of(const DetectorMatch& match, const QString& phrase) {
    const QString name = QString::fromStdString(match.name);
    switch (match.kind) {
        case DetectorMatch::Kind::phrase:
            return DetectorSource::tr("boxes for “%1”").arg(name);
        case DetectorMatch::Kind::label:
            return DetectorSource::tr("boxes of the class “%1”").arg(name);
        case DetectorMatch::Kind::none:
            break;
    }
    return DetectorSource::tr("no box for “%1”").arg(phrase);
}

}  // namespace

DetectorSource::DetectorSource(QObject* parent)
    : QObject(parent),
      reader_([this](const QStringList& files, std::stop_token stop) { read(files, std::move(stop)); }),
      maker_([this](const Wish& wish, std::stop_token stop) { make(wish, std::move(stop)); }) {}

bool DetectorSource::is_file_name(const QString& path) {
    return path.endsWith(QStringLiteral(".jsonl"), Qt::CaseInsensitive) ||
           path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
}

void DetectorSource::open(const QStringList& files) {
    if (files.isEmpty()) return;
    ++reading_;
    reader_.submit(files.mid(0, 2));
    Q_EMIT activity_changed();
}

void DetectorSource::close() {
    adopt(nullptr, {});
}

void DetectorSource::share(const DetectorSource& other) {
    adopt(other.boxes_, other.file_);
}

void DetectorSource::read(const QStringList& files, std::stop_token stop) {
    std::shared_ptr<const DetectorBoxes> boxes;
    QString reason;
    try {
        boxes = std::make_shared<const DetectorBoxes>(read_boxes(files, stop));
    } catch (const std::exception& error) {
        reason = QString::fromUtf8(error.what());
    }
    const bool wanted = !stop.stop_requested();
    QMetaObject::invokeMethod(this, [this, boxes, file = files.front(), reason, wanted] {
        --reading_;
        if (wanted && boxes)
            adopt(boxes, file);
        else if (wanted)
            Q_EMIT message(widgets::Severity::error, reason);
        Q_EMIT activity_changed();
    });
}

void DetectorSource::adopt(std::shared_ptr<const DetectorBoxes> boxes, const QString& file) {
    boxes_ = std::move(boxes);
    file_ = file;
    // What was wanted is wanted of the new boxes.
    wish_ = {wish_.id + 1, {}, {}, {}, {}};
    maps_ = {};
    if (boxes_) {
        tell_what_is_open();
        Q_EMIT opened();
    }
    Q_EMIT changed();
}

void DetectorSource::tell_what_is_open() {
    const QLocale locale;
    QString text =
        tr("%1: %2 boxes in %3 images")
            .arg(QFileInfo(file_).fileName(), locale.toString(static_cast<qulonglong>(boxes_->boxes())),
                 locale.toString(static_cast<qulonglong>(boxes_->images().size())));
    QStringList reasons;
    for (const auto& [reason, count] : boxes_->skipped())
        reasons << QStringLiteral("%1: %2").arg(QString::fromStdString(reason)).arg(count);
    if (!reasons.isEmpty()) text = tr("%1; skipped: %2").arg(text, reasons.join(QStringLiteral(", ")));
    Q_EMIT message(widgets::Severity::info, text);
}

void DetectorSource::want(const Photo& photo, const QString& phrase, const widgets::HeatmapLayer* mean) {
    const widgets::HeatmapLayer none;
    const widgets::HeatmapLayer& with = mean ? *mean : none;
    // A map never changes, and the wish keeps it in memory: the same memory is the same map.
    const bool same = wish_.boxes == boxes_ && wish_.photo.key == photo.key && wish_.phrase == phrase &&
                      wish_.mean.values.constData() == with.values.constData();
    if (!boxes_ || same) return;
    const bool other_question = wish_.photo.key != photo.key || wish_.phrase != phrase;
    wish_ = {wish_.id + 1, boxes_, photo, phrase, with};
    if (other_question) maps_ = {};
    if (!photo.empty() && !phrase.isEmpty()) maker_.submit(wish_);
}

void DetectorSource::make(const Wish& wish, std::stop_token stop) {
    DetectorMaps maps;
    try {
        const QSize size = wish.photo.size();
        const DetectorMatch match = wish.boxes->boxes_for(
            wish.photo.path.toStdString(), wish.phrase.toStdString(), size.width(), size.height());
        maps.note = note_of(match, wish.phrase);
        if (!match.boxes.empty()) {
            maps.detector =
                to_layer(QStringLiteral("detector"),
                         detector_heatmap(match.boxes, size.width(), size.height(), map_side), size);
            // A detector points at the middle of its best box, not at the first pixel of it.
            const Peak peak = detector_peak(match.boxes, size.width(), size.height());
            maps.detector.peak = {peak.x, peak.y};
            for (const DetectorBox& box : match.boxes)
                maps.boxes.push_back({QRectF(QPointF(box.x1, box.y1), QPointF(box.x2, box.y2)),
                                      match.kind == DetectorMatch::Kind::label
                                          ? QString::fromStdString(match.name)
                                          : QString(),
                                      static_cast<float>(box.score)});
        }
        if (!wish.mean.empty() && !stop.stop_requested()) {
            const Heatmap mean(wish.mean.grid.width(), wish.mean.grid.height(),
                               std::vector<float>(wish.mean.values.begin(), wish.mean.values.end()));
            const CombinedMap combined =
                combine_with_boxes(mean, match.boxes, size.width(), size.height(), map_side);
            maps.combined = to_layer(QStringLiteral("combined"), combined.map, size);
        }
    } catch (const std::exception& error) {
        maps = {};
        maps.note = QString::fromUtf8(error.what());
    }
    if (stop.stop_requested()) return;
    QMetaObject::invokeMethod(this, [this, id = wish.id, maps = std::move(maps)] {
        if (id != wish_.id) return;
        maps_ = maps;
        Q_EMIT changed();
    });
}

}  // namespace gbs::app
