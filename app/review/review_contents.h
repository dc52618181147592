// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QString>
#include <array>
#include <optional>

#include "widgets/review/review_values.h"

namespace gbs::app {

/// A model as a person can tell it from others: its name, and a few digits of the hash of its file.
struct ReviewedModel {
    QString name;
    QString fingerprint;  ///< SHA-256 of the file, in hex; empty for a model without a file

    bool empty() const { return name.isEmpty(); }
    QString label() const;  ///< "default (3fa9c21b)"
    bool operator==(const ReviewedModel&) const = default;
    bool operator<(const ReviewedModel& other) const {
        return name != other.name ? name < other.name : fingerprint < other.fingerprint;
    }
};

/// What a person said of one phrase on one photo under one model.
struct Judgement {
    widgets::Verdict verdict = widgets::Verdict::none;
    QString note;
    QDateTime time;  ///< when it was last changed; a cleared one is kept with its time

    bool empty() const { return verdict == widgets::Verdict::none && note.isEmpty(); }
    bool operator==(const Judgement&) const = default;
};

/// Where a phrase is on a photo, whatever the model.
struct TruthList {
    QVector<widgets::Truth> truths;
    QDateTime time;

    bool operator==(const TruthList&) const = default;
};

/// Where the maps GbS, i2t and mean of a model have their peaks, in pixels of the photo.
struct MapPeaks {
    std::array<QPoint, 3> peaks;
    QDateTime time;

    bool operator==(const MapPeaks&) const = default;
};

struct PhraseReview {
    TruthList truths;
    QMap<ReviewedModel, Judgement> judgements;
    QMap<ReviewedModel, MapPeaks> peaks;

    bool operator==(const PhraseReview&) const = default;
};

struct ImageReview {
    QSize size;  ///< of the photo when it was last judged
    QMap<QString, PhraseReview> phrases;

    bool operator==(const ImageReview&) const = default;
};

/// A change of one phrase on one photo: the parts that are set replace what was there.
struct ReviewChange {
    QString image;  ///< file name relative to the folder
    QSize size;     ///< of the photo
    QString phrase;
    ReviewedModel model;  ///< of the judgement and the peaks
    std::optional<Judgement> judgement;
    std::optional<TruthList> truths;
    std::optional<MapPeaks> peaks;
};

/// All reviews of a folder, by file name.
struct ReviewContents {
    QHash<QString, ImageReview> images;

    const PhraseReview* find(const QString& image, const QString& phrase) const;
    void apply(const ReviewChange& change);
    /// Takes over from `other` whatever is newer there, and gives those changes back.
    QVector<ReviewChange> merge(const ReviewContents& other);
    /// Everything as changes, to write it anew.
    QVector<ReviewChange> changes() const;
    bool empty() const { return images.isEmpty(); }
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::ReviewedModel)
Q_DECLARE_METATYPE(gbs::app::ReviewContents)
