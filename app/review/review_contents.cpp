// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_contents.h"

#include <algorithm>
#include <utility>

namespace gbs::app {

namespace {

/// A change to this image and phrase with nothing set.
ReviewChange empty_change(const QString& image, const ImageReview& review, const QString& phrase) {
    return {image, review.size, phrase, {}, {}, {}, {}, {}, {}, {}, {}};
}

/// Whether a part replaces another one: its value in the one contents, and its value or the default in the
/// other.
struct IsNewer {
    template <class Part>
    bool operator()(const Part& theirs, const Part& mine) const {
        return mine.time < theirs.time;
    }
};
struct IsDifferent {
    template <class Part>
    bool operator()(const Part& theirs, const Part& mine) const {
        return !(mine == theirs);
    }
};

/// Adds one change for each part of `theirs` that replaces the one of `mine`.
template <class Replaces>
void add_parts(QVector<ReviewChange>& changes, const ReviewChange& blank, const PhraseReview* mine,
               const PhraseReview& theirs, Replaces replaces) {
    if (theirs.truths.time.isValid() && (!mine || replaces(theirs.truths, mine->truths))) {
        changes << blank;
        changes.back().truths = theirs.truths;
    }
    for (auto it = theirs.judgements.begin(); it != theirs.judgements.end(); ++it) {
        if (mine && !replaces(*it, mine->judgements.value(it.key()))) continue;
        changes << blank;
        changes.back().model = it.key().model;
        changes.back().annotator = it.key().annotator;
        changes.back().judgement = *it;
    }
    for (auto it = theirs.peaks.begin(); it != theirs.peaks.end(); ++it) {
        if (mine && !replaces(*it, mine->peaks.value(it.key()))) continue;
        changes << blank;
        changes.back().model = it.key();
        changes.back().peaks = *it;
    }
}

/// One change for each part of `theirs` that replaces the one of `mine`.
template <class Replaces>
QVector<ReviewChange> changed_parts(const ReviewContents& mine, const ReviewContents& theirs,
                                    Replaces replaces) {
    QVector<ReviewChange> changes;
    for (auto image = theirs.images.begin(); image != theirs.images.end(); ++image)
        for (auto phrase = image->phrases.begin(); phrase != image->phrases.end(); ++phrase)
            add_parts(changes, empty_change(image.key(), *image, phrase.key()),
                      mine.find(image.key(), phrase.key()), *phrase, replaces);
    return changes;
}

}  // namespace

QDateTime never() {
    return QDateTime::fromMSecsSinceEpoch(1, Qt::UTC);
}

QString ReviewedModel::label() const {
    return fingerprint.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, fingerprint.left(8));
}

Judgement PhraseReview::judgement_by(const QString& annotator, const ReviewedModel& model) const {
    const auto own = judgements.constFind({model, annotator});
    return own == judgements.constEnd() ? judgements.value({model, {}}) : *own;
}

QMap<QString, widgets::Verdict> PhraseReview::verdicts_on(const ReviewedModel& model) const {
    QMap<QString, widgets::Verdict> verdicts;
    for (auto it = judgements.lowerBound({model, {}}); it != judgements.end() && it.key().model == model;
         ++it)
        if (it->verdict != widgets::Verdict::none) verdicts.insert(it.key().annotator, it->verdict);
    return verdicts;
}

bool PhraseReview::is_disputed(const ReviewedModel& model) const {
    const auto verdicts = verdicts_on(model);
    return std::any_of(verdicts.begin(), verdicts.end(),
                       [&](widgets::Verdict verdict) { return verdict != verdicts.first(); });
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
    if (change.judgement) phrase.judgements[{change.model, change.annotator}] = *change.judgement;
    if (change.truths) {
        for (const widgets::Truth& truth : std::as_const(phrase.truths.truths))
            if (!phrase.former.contains(truth)) phrase.former << truth;
        phrase.truths = *change.truths;
        if (change.former) phrase.former = *change.former;
    }
    if (change.peaks) phrase.peaks[change.model] = *change.peaks;
}

ReviewChange ReviewContents::inverse(const ReviewChange& change) const {
    const PhraseReview* const known = find(change.image, change.phrase);
    const PhraseReview before = known ? *known : PhraseReview();
    const auto dated = [](auto part) {
        if (!part.time.isValid()) part.time = never();
        return part;
    };
    ReviewChange back{
        change.image, change.size, change.phrase, change.model, change.annotator, {}, {}, {}, {}, {}, {}};
    if (change.judgement) back.judgement = dated(before.judgements.value({change.model, change.annotator}));
    if (change.truths) {
        back.truths = dated(before.truths);
        back.former = before.former;
    }
    return back;
}

QVector<ReviewChange> ReviewContents::merge(const ReviewContents& other) {
    const QVector<ReviewChange> newer = changed_parts(*this, other, IsNewer());
    for (const ReviewChange& change : newer) apply(change);
    return newer;
}

QVector<ReviewChange> ReviewContents::update(const ReviewContents& now) {
    const QVector<ReviewChange> different = changed_parts(*this, now, IsDifferent());
    for (const ReviewChange& change : different) apply(change);
    return different;
}

QVector<ReviewChange> ReviewContents::changes() const {
    return ReviewContents().merge(*this);
}

}  // namespace gbs::app
