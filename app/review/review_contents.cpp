// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_contents.h"

namespace gbs::app {

namespace {

/// A change to this image and phrase with nothing set.
ReviewChange empty_change(const QString& image, const ImageReview& review, const QString& phrase) {
    return {image, review.size, phrase, {}, {}, {}, {}};
}

/// Adds one change for each part of `theirs` that is newer than in `mine`.
void add_newer(QVector<ReviewChange>& changes, const ReviewChange& blank, const PhraseReview* mine,
               const PhraseReview& theirs) {
    if (theirs.truths.time.isValid() && (!mine || mine->truths.time < theirs.truths.time)) {
        changes << blank;
        changes.back().truths = theirs.truths;
    }
    for (auto it = theirs.judgements.begin(); it != theirs.judgements.end(); ++it) {
        if (mine && mine->judgements.value(it.key()).time >= it->time) continue;
        changes << blank;
        changes.back().model = it.key();
        changes.back().judgement = *it;
    }
    for (auto it = theirs.peaks.begin(); it != theirs.peaks.end(); ++it) {
        if (mine && mine->peaks.value(it.key()).time >= it->time) continue;
        changes << blank;
        changes.back().model = it.key();
        changes.back().peaks = *it;
    }
}

}  // namespace

QString ReviewedModel::label() const {
    return fingerprint.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, fingerprint.left(8));
}

const PhraseReview* ReviewContents::find(const QString& image, const QString& phrase) const {
    const auto review = images.constFind(image);
    if (review == images.constEnd()) return nullptr;
    const auto found = review->phrases.constFind(phrase);
    return found == review->phrases.constEnd() ? nullptr : &*found;
}

void ReviewContents::apply(const ReviewChange& change) {
    ImageReview& image = images[change.image];
    if (!change.size.isEmpty()) image.size = change.size;
    PhraseReview& phrase = image.phrases[change.phrase];
    if (change.judgement) phrase.judgements[change.model] = *change.judgement;
    if (change.truths) phrase.truths = *change.truths;
    if (change.peaks) phrase.peaks[change.model] = *change.peaks;
}

QVector<ReviewChange> ReviewContents::merge(const ReviewContents& other) {
    QVector<ReviewChange> newer;
    for (auto image = other.images.begin(); image != other.images.end(); ++image)
        for (auto phrase = image->phrases.begin(); phrase != image->phrases.end(); ++phrase)
            add_newer(newer, empty_change(image.key(), *image, phrase.key()), find(image.key(), phrase.key()),
                      *phrase);
    for (const ReviewChange& change : newer) apply(change);
    return newer;
}

QVector<ReviewChange> ReviewContents::changes() const {
    return ReviewContents().merge(*this);
}

}  // namespace gbs::app
