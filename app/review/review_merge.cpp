// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_merge.h"

#include <algorithm>
#include <utility>

namespace gbs::app {

namespace {

/// The changes that give verdicts without an annotator a name.
QVector<ReviewChange> name_verdicts(const ReviewContents& contents, const QString& name) {
    QVector<ReviewChange> changes;
    if (name.isEmpty()) return changes;
    for (ReviewChange change : contents.changes()) {
        if (!change.judgement || !change.annotator.isEmpty() || change.judgement->empty()) continue;
        const PhraseReview* const review = contents.find(change.image, change.phrase);
        const Judgement named = review->judgements.value({change.model, name});
        if (named.time < change.judgement->time) {
            changes << change;
            changes.back().annotator = name;
        }
        change.judgement = Judgement{widgets::Verdict::none, {}, QDateTime::currentDateTimeUtc()};
        changes << change;
    }
    return changes;
}

/// Keeps the places of both. Returns the number of new ones.
int join_places(ReviewChange& change, const TruthList& mine) {
    QVector<widgets::Truth> all = mine.truths;
    for (const widgets::Truth& truth : change.truths->truths)
        if (!all.contains(truth)) all << truth;
    const auto added = static_cast<int>(all.size() - mine.truths.size());
    change.truths = TruthList{all, std::max(mine.time, change.truths->time)};
    return added;
}

}  // namespace

bool has_unnamed_verdicts(const ReviewContents& contents) {
    for (const ImageReview& image : contents.images)
        for (const PhraseReview& phrase : image.phrases)
            for (auto it = phrase.judgements.begin(); it != phrase.judgements.end(); ++it)
                if (it.key().annotator.isEmpty() && !it->empty()) return true;
    return false;
}

int count_disputed(const ReviewContents& contents) {
    int count = 0;
    for (const ImageReview& image : contents.images)
        for (const PhraseReview& phrase : image.phrases) {
            ReviewedModel last;
            for (auto it = phrase.judgements.begin(); it != phrase.judgements.end(); ++it)
                if (!(std::exchange(last, it.key().model) == it.key().model))
                    count += phrase.is_disputed(it.key().model);
        }
    return count;
}

MergedReviews merge_reviews(ReviewContents mine, const QString& my_name, ReviewContents theirs,
                            const QString& their_name) {
    MergedReviews merged;
    const auto take = [&](const ReviewChange& change) {
        merged.inverse << mine.inverse(change);
        merged.changes << change;
        mine.apply(change);
    };
    for (const ReviewChange& change : name_verdicts(mine, my_name)) take(change);
    for (const ReviewChange& change : name_verdicts(theirs, their_name)) theirs.apply(change);
    for (ReviewChange change : theirs.changes()) {
        const PhraseReview* const known = mine.find(change.image, change.phrase);
        const PhraseReview before = known ? *known : PhraseReview();
        if (change.judgement) {
            const Judgement own = before.judgements.value({change.model, change.annotator});
            if (change.annotator.isEmpty() || own.time >= change.judgement->time) continue;
            ++merged.verdicts;
        } else if (change.truths) {
            const int added = join_places(change, before.truths);
            if (added == 0) continue;
            merged.marks += added;
        } else if (before.peaks.value(change.model).time >= change.peaks->time) {
            continue;
        }
        // The photo is the same: its size is what this person sees.
        if (const QSize size = mine.images.value(change.image).size; !size.isEmpty()) change.size = size;
        take(change);
    }
    merged.disputed = count_disputed(mine);
    return merged;
}

}  // namespace gbs::app
