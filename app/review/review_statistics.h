// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <functional>
#include <vector>

#include "app/review/review_contents.h"

namespace gbs::app {

/// Counts of verdicts and pointing hits by model and phrase, updated incrementally.
class ReviewStatistics {
 public:
    ReviewStatistics() = default;
    explicit ReviewStatistics(const ReviewContents& contents);

    /// Adds or subtracts the review of one phrase in a photo of size `photo`.
    void add(const QString& image, const QString& phrase, const PhraseReview& review, QSize photo);
    void remove(const QString& image, const QString& phrase, const PhraseReview& review, QSize photo);

    widgets::ReviewTally of_model(const ReviewedModel& model) const;
    std::vector<widgets::StatisticsRow> rows() const;  ///< one per model and phrase
    /// The verdicts of each reviewed image by file name.
    QHash<QString, widgets::VerdictSummary> of_images(const ReviewedModel& model) const {
        return images_.value(model);
    }

 private:
    QMap<ReviewedModel, QMap<QString, widgets::ReviewTally>> tallies_;
    QMap<ReviewedModel, widgets::ReviewTally> sums_;
    QMap<ReviewedModel, QHash<QString, widgets::VerdictSummary>> images_;
};

}  // namespace gbs::app
