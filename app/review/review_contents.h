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

/// The identity of a model: its name and the hash of its file.
struct ReviewedModel {
    QString name;
    QString fingerprint;  ///< SHA-256 of the file in hex; empty for a model without a file

    bool empty() const { return name.isEmpty(); }
    QString label() const;  ///< "default (3fa9c21b)"
    bool operator==(const ReviewedModel&) const = default;
    bool operator<(const ReviewedModel& other) const {
        return name != other.name ? name < other.name : fingerprint < other.fingerprint;
    }
};

/// Whose judgement it is, and of which model. Verdicts of files from before schema 4 have no annotator.
struct JudgementKey {
    ReviewedModel model;
    QString annotator;

    bool operator==(const JudgementKey&) const = default;
    bool operator<(const JudgementKey& other) const {
        return model == other.model ? annotator < other.annotator : model < other.model;
    }
};

/// A person's verdict and note on one phrase in one photo under one model.
struct Judgement {
    widgets::Verdict verdict = widgets::Verdict::none;
    QString note;
    QDateTime time;  ///< of the last change; a cleared judgement keeps its time

    bool empty() const { return verdict == widgets::Verdict::none && note.isEmpty(); }
    /// Whether both say the same, whenever they were given.
    bool says(const Judgement& other) const { return verdict == other.verdict && note == other.note; }
    bool operator==(const Judgement&) const = default;
};

/// The time of what nobody has said: older than any other.
QDateTime never();

/// The true places of a phrase in a photo; independent of the model.
struct TruthList {
    QVector<widgets::Truth> truths;
    QDateTime time;

    /// Whether anybody has marked the phrase, or removed its marks.
    bool is_given() const { return time.isValid() && (time > never() || !truths.isEmpty()); }

    bool operator==(const TruthList&) const = default;
};

/// The peaks of the maps GbS, i2t and mean of a model, in pixels of the photo.
struct MapPeaks {
    std::array<QPoint, 3> peaks;
    QDateTime time;

    bool operator==(const MapPeaks&) const = default;
};

struct PhraseReview {
    TruthList truths;
    /// Where marks were: files of other tools that have a place there are to change with the marks, all others not.
    QVector<widgets::Truth> former;
    QMap<JudgementKey, Judgement> judgements;
    QMap<ReviewedModel, MapPeaks> peaks;

    /// The person's own, else one without an annotator.
    Judgement judgement_by(const QString& annotator, const ReviewedModel& model) const;
    /// The people with a verdict on this model, and the verdicts.
    QMap<QString, widgets::Verdict> verdicts_on(const ReviewedModel& model) const;
    bool is_disputed(const ReviewedModel& model) const;  ///< two verdicts differ

    bool operator==(const PhraseReview&) const = default;
};

struct ImageReview {
    QSize size;  ///< of the photo at the last change
    QMap<QString, PhraseReview> phrases;

    bool operator==(const ImageReview&) const = default;
};

/// A phrase in a photo, the unit of review.
struct ReviewSubject {
    QString path;  ///< of the photo
    QSize size;    ///< of the photo
    QString phrase;

    bool operator==(const ReviewSubject&) const = default;
};

/// A change to the review of one phrase in one photo. The members that are set replace the stored ones.
struct ReviewChange {
    QString image;  ///< file name relative to the folder
    QSize size;     ///< of the photo
    QString phrase;
    ReviewedModel model;  ///< that the judgement and the peaks belong to
    QString annotator;    ///< whose judgement it is
    std::optional<Judgement> judgement;
    std::optional<TruthList> truths;
    std::optional<MapPeaks> peaks;
    // What the change was made from. If the file holds something else by then, someone else's change is
    // there, and this one is not written. Not set: write in any case.
    std::optional<Judgement> shown_judgement;
    std::optional<TruthList> shown_truths;
    std::optional<QVector<widgets::Truth>>
        former;  ///< with `truths`, instead of adding the marks that they replace

    bool sets_nothing() const { return !judgement && !truths && !peaks; }
};

/// All reviews of a folder by file name.
struct ReviewContents {
    QHash<QString, ImageReview> images;

    const PhraseReview* find(const QString& image, const QString& phrase) const;
    void apply(const ReviewChange& change);
    /// What takes the change back, made before it is applied. What nobody had said becomes empty, as of never(), so that
    /// another import may bring it again. Peaks stay: they are measured, not said.
    ReviewChange inverse(const ReviewChange& change) const;
    /// Applies everything that is newer in `other` and returns those changes.
    QVector<ReviewChange> merge(const ReviewContents& other);
    /// Applies everything that is different in `now`, newer or not, and returns those changes.
    QVector<ReviewChange> update(const ReviewContents& now);
    /// The complete contents as changes, for writing them to an empty file.
    QVector<ReviewChange> changes() const;
    bool empty() const { return images.isEmpty(); }
};

}  // namespace gbs::app

Q_DECLARE_METATYPE(gbs::app::ReviewedModel)
Q_DECLARE_METATYPE(gbs::app::ReviewContents)
