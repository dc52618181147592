// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/review/review_contents.h"

namespace gbs::app {

/// What taking in another person's reviews changes.
struct MergedReviews {
    QVector<ReviewChange> changes, inverse;  ///< `inverse`: what takes each of the changes back
    int verdicts = 0;                        ///< verdicts and notes that are new or newer
    int marks = 0;                           ///< new true places
    int disputed = 0;                        ///< phrases, by model, on which verdicts differ afterwards
};

bool has_unnamed_verdicts(const ReviewContents& contents);

/// Takes `theirs` into `mine`. Everyone's verdict is kept under their name, of one person's the newer one. True places
/// have no owner: those of both are kept. Verdicts without an annotator get the names.
MergedReviews merge_reviews(ReviewContents mine, const QString& my_name, ReviewContents theirs,
                            const QString& their_name);

/// Phrases, by model, on which verdicts differ.
int count_disputed(const ReviewContents& contents);

}  // namespace gbs::app
