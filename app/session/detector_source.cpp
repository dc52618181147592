// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/detector_source.h"

#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <array>
#include <utility>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/detector/detector_heatmap.h"
#include "core/detector/ensemble.h"

namespace gbs::app {

namespace {

/// Longest side of a map in pixels: sharp edges at a bounded cost, whatever the size of the photo.
constexpr int map_side = 1024;

std::shared_ptr<const DetectorBoxes> read_boxes(const QStringList& files, const std::stop_token& stop) {
    const auto read = [&](auto... paths) {
        return std::make_shared<const DetectorBoxes>(read_detector_boxes(paths..., {}, stop));
    };
    if (files.size() == 1) return read(to_path(files[0]), std::filesystem::path());
    // Only the contents show which of the two files holds the results.
    try {
        return read(to_path(files[0]), to_path(files[1]));
    } catch (const Error&) {
        if (stop.stop_requested()) throw;
        return read(to_path(files[1]), to_path(files[0]));
    }
}

QString describe_match(const DetectorMatch& match, const QString& phrase) {
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
    : QObject(parent), running_(std::make_shared<RunningDetector>()) {
    follow_running();
    connect(running_.get(), &RunningDetector::message, this, &DetectorSource::message);
}

void DetectorSource::follow_running() {
    connect(running_.get(), &RunningDetector::answered, this, &DetectorSource::changed);
    connect(running_.get(), &RunningDetector::state_changed, this, [this] {
        if (running_->state() == RunningDetector::State::starting) {
            adopt(nullptr, {});
            Q_EMIT opened();
        }
        // It also tells when a question starts or ends.
        if (std::exchange(state_, running_->state()) != running_->state()) Q_EMIT changed();
        Q_EMIT activity_changed();
    });
}

bool DetectorSource::is_file_name(const QString& path) {
    return path.endsWith(QStringLiteral(".jsonl"), Qt::CaseInsensitive) ||
           path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
}

void DetectorSource::open(const QStringList& files) {
    if (files.isEmpty()) return;
    reading_ = true;
    reader_.submit(
        this, [files = files.mid(0, 2)](const std::stop_token& stop) { return read_boxes(files, stop); },
        [this, file = files.front()](std::shared_ptr<const DetectorBoxes> boxes) {
            reading_ = false;
            running_->stop();
            adopt(std::move(boxes), file);
            Q_EMIT activity_changed();
        },
        [this](const QString& reason) {
            reading_ = false;
            Q_EMIT message(widgets::Severity::error, reason);
            Q_EMIT activity_changed();
        });
    Q_EMIT activity_changed();
}

void DetectorSource::close() {
    running_->stop();
    adopt(nullptr, {});
}

void DetectorSource::share(const DetectorSource& other) {
    running_->disconnect(this);
    running_ = other.running_;
    follow_running();
    adopt(other.boxes_, other.file_);
}

void DetectorSource::adopt(std::shared_ptr<const DetectorBoxes> boxes, const QString& file) {
    boxes_ = std::move(boxes);
    file_ = file;
    // The maps of the old boxes are obsolete.
    maker_.stop();
    request_ = {};
    maps_ = {};
    if (boxes_) {
        report_contents();
        Q_EMIT opened();
    }
    Q_EMIT changed();
}

void DetectorSource::report_contents() {
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

QString DetectorSource::name() const {
    return running_->is_open() ? running_->description() : QFileInfo(file_).fileName();
}

QString DetectorSource::note() const {
    const QString& found = maps_.note;
    switch (running_->state()) {
        case RunningDetector::State::starting:
            return tr("starting…");
        case RunningDetector::State::failed:
            return found.isEmpty() ? tr("not running; Model > Detector > Run starts it")
                                   : tr("not running; %1").arg(found);
        case RunningDetector::State::ready:
            if (found.isEmpty() && !request_.phrase.isEmpty()) return tr("waiting for its answer…");
            break;
        case RunningDetector::State::off:
            break;
    }
    return found;
}

std::optional<RunningDetector::Answer> DetectorSource::find(const Photo& photo, const QString& phrase) const {
    if (running_->is_open()) return running_->answer(photo, phrase);
    if (!boxes_) return {};
    return RunningDetector::Answer{boxes_, {}, {}};
}

void DetectorSource::request(const Photo& photo, const QString& phrase,
                             const std::vector<widgets::HeatmapLayer>& means) {
    const auto answer = find(photo, phrase).value_or(RunningDetector::Answer());
    const auto address = [](const widgets::HeatmapLayer& map) { return map.values.constData(); };
    // Maps never change and the request keeps them alive, so equal addresses mean equal maps.
    const bool same = request_.answer == answer && request_.photo.key == photo.key &&
                      request_.phrase == phrase &&
                      std::ranges::equal(request_.means, means, {}, address, address);
    if (!is_open() || same) return;
    const bool other_subject = request_.photo.key != photo.key || request_.phrase != phrase;
    request_ = {answer, photo, phrase, means};
    if (other_subject) maps_ = {};
    if (photo.empty() || phrase.isEmpty() || answer == RunningDetector::Answer()) return maker_.stop();
    const auto adopt_maps = [this](const DetectorMaps& maps) {
        maps_ = maps;
        Q_EMIT changed();
    };
    maker_.submit(
        this, [request = request_](const std::stop_token& stop) { return make_maps(request, stop); },
        adopt_maps,
        [adopt_maps](const QString& reason) {
            adopt_maps({{}, {}, {}, reason});
        });
}

DetectorMaps DetectorSource::make_maps(const Request& request, const std::stop_token& stop) {
    DetectorMaps maps;
    const QSize size = request.photo.size();
    const auto combine = [&](auto make) {
        for (const widgets::HeatmapLayer& mean : request.means)
            maps.combined.push_back(mean.empty() || stop.stop_requested()
                                        ? widgets::HeatmapLayer()
                                        : to_layer(QStringLiteral("combined"), make(to_map(mean)), size));
    };
    if (!request.answer.failure.isEmpty()) {
        maps.note = request.answer.failure;
        return maps;
    }
    if (const auto& map = request.answer.map) {
        maps.note = tr("map for “%1”").arg(request.phrase);
        maps.detector = to_layer(QStringLiteral("detector"), *map, size);
        combine([&map](const Heatmap& mean) {
            const Heatmap resized = mean.resized(map->width(), map->height());
            return combine_maps(std::array{&resized, map.get()}).map;
        });
        return maps;
    }
    const DetectorMatch match = request.answer.boxes->boxes_for(
        request.photo.path.toStdString(), request.phrase.toStdString(), size.width(), size.height());
    maps.note = describe_match(match, request.phrase);
    if (!match.boxes.empty()) {
        maps.detector = to_layer(QStringLiteral("detector"),
                                 detector_heatmap(match.boxes, size.width(), size.height(), map_side), size);
        // A detector points at the center of its best box, not at the first pixel of it.
        const Peak peak = detector_peak(match.boxes, size.width(), size.height());
        maps.detector.peak = {peak.x, peak.y};
        for (const DetectorBox& box : match.boxes)
            maps.boxes.push_back(
                {QRectF(QPointF(box.x1, box.y1), QPointF(box.x2, box.y2)),
                 match.kind == DetectorMatch::Kind::label ? QString::fromStdString(match.name) : QString(),
                 static_cast<float>(box.score)});
    }
    combine([&](const Heatmap& mean) {
        return combine_with_boxes(mean, match.boxes, size.width(), size.height(), map_side).map;
    });
    return maps;
}

}  // namespace gbs::app
