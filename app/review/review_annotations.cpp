// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_annotations.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/data/box_checks.h"

namespace gbs::app {

namespace {

using nlohmann::json;

json to_place(const std::string& phrase, const widgets::Truth& truth) {
    const json box{truth.first.x(), truth.first.y(), truth.last.x() + 1, truth.last.y() + 1};
    json place{{"phrase", phrase},
               {"kind", truth.is_polygon() ? "polygon"
                        : truth.is_box     ? "box"
                                           : "point"},
               {"box", box}};
    if (truth.is_box && !truth.is_polygon()) return place;
    // Corners and points are in the middle of their pixels.
    place["outline"] = json::array();
    for (const QPoint& corner : truth.is_polygon() ? truth.corners : QVector<QPoint>{truth.first})
        place["outline"].push_back({corner.x() + 0.5, corner.y() + 0.5});
    return place;
}

json to_photo(const AnnotationExport& reviews, const QString& name, const ImageReview& image) {
    json places = json::array(), former = json::array(), verdicts = json::object(), phrases = json::array();
    for (auto it = image.phrases.begin(); it != image.phrases.end(); ++it) {
        const std::string phrase = it.key().toStdString();
        const Judgement judgement = it->judgement_by(reviews.annotator, reviews.model);
        const std::string verdict = widgets::verdict_name(judgement.verdict).toStdString();
        if (it->truths.is_given()) phrases.push_back(phrase);
        for (widgets::Truth truth : it->truths.truths) {
            if (!widgets::fit_truth(truth, image.size)) continue;
            places.push_back(to_place(phrase, truth));
            if (!verdict.empty()) places.back()["verdict"] = verdict;
            if (!judgement.note.isEmpty()) places.back()["note"] = judgement.note.toStdString();
        }
        for (widgets::Truth truth : it->former)
            if (widgets::fit_truth(truth, image.size)) former.push_back(to_place(phrase, truth));
        if (it->truths.truths.isEmpty() && !verdict.empty()) verdicts[phrase] = verdict;
    }
    json photo{{"photo", QDir(reviews.folder).filePath(name).toStdString()},
               {"name", name.toStdString()},
               {"width", image.size.width()},
               {"height", image.size.height()},
               {"phrases", phrases},
               {"places", places},
               {"former", former}};
    if (!verdicts.empty()) photo["verdicts"] = verdicts;
    return photo;
}

}  // namespace

int write_annotations(const AnnotationExport& reviews) {
    AnnotationFiles files(reviews.target.toStdString(), reviews.format, ExistingFiles::keep);
    QStringList names = reviews.contents.images.keys();
    names.sort();
    int photos = 0;
    for (const QString& name : std::as_const(names)) {
        const ImageReview image = reviews.contents.images.value(name);
        if (image.size.isEmpty()) continue;
        const json photo = to_photo(reviews, name, image);
        if (photo["phrases"].empty() && !photo.contains("verdicts")) continue;
        files.add(photo);
        ++photos;
    }
    if (photos == 0)
        throw Error(QCoreApplication::translate(
                        "ReviewExport", "Nothing to export: nothing is marked or judged in this folder.")
                        .toStdString());
    files.finish();
    return photos;
}

QVector<ReviewChange> to_marks(const std::vector<PhraseQuery>& queries, const QString& image, QSize photo) {
    QMap<QString, QVector<widgets::Truth>> truths;
    for (const PhraseQuery& query : queries) {
        QVector<widgets::Truth>& places = truths[QString::fromStdString(query.phrase).simplified()];
        const double sx = static_cast<double>(photo.width()) / query.width,
                     sy = static_cast<double>(photo.height()) / query.height;
        const auto add = [&](widgets::Truth truth) {
            if (widgets::fit_truth(truth, photo) && !places.contains(truth)) places << truth;
        };
        for (std::size_t i = 0; i < query.boxes.size(); ++i) {
            const BoundingBox& box = query.boxes[i];
            const auto [left, top, right, bottom] =
                touched_pixels({(box.x1 - 1) * sx + 1, (box.y1 - 1) * sy + 1, box.x2 * sx, box.y2 * sy});
            widgets::Truth truth = widgets::Truth::box(QRect(QPoint(left, top), QPoint(right, bottom)));
            if (i < query.outlines.size() && query.outlines[i].size() > 2) {
                QVector<QPoint> corners;
                for (const auto& [x, y] : query.outlines[i])
                    corners << QPoint(
                        static_cast<int>(std::floor(std::clamp(x * sx, -1.0, photo.width() + 0.0))),
                        static_cast<int>(std::floor(std::clamp(y * sy, -1.0, photo.height() + 0.0))));
                truth = widgets::Truth::polygon(corners);
            }
            add(truth);
        }
        for (std::size_t i = query.boxes.size(); i < query.outlines.size(); ++i) {
            const auto [x, y] = query.outlines[i].at(0);
            add(widgets::Truth::point(
                {nearest_pixel(x * sx, photo.width()), nearest_pixel(y * sy, photo.height())}));
        }
    }
    QVector<ReviewChange> changes;
    for (auto it = truths.begin(); it != truths.end(); ++it) {
        if (it->isEmpty()) continue;
        ReviewChange change;
        change.image = image;
        change.size = photo;
        change.phrase = it.key();
        change.truths = TruthList{*it, QDateTime::currentDateTimeUtc()};
        changes << change;
    }
    return changes;
}

}  // namespace gbs::app
