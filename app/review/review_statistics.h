// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <functional>
#include <vector>

#include "app/review/review_contents.h"

namespace gbs::app {

/// Verdicts and pointing hits by model and phrase, kept up to date change by change.
class ReviewStatistics {
 public:
    ReviewStatistics() = default;
    explicit ReviewStatistics(const ReviewContents& contents);

    /// Takes in what is known of a phrase on a photo of that size, or takes it out again.
    void add(const QString& image, const QString& phrase, const PhraseReview& review, QSize photo);
    void remove(const QString& image, const QString& phrase, const PhraseReview& review, QSize photo);

    widgets::ReviewTally of_model(const ReviewedModel& model) const;
    widgets::ReviewTally of_phrase(const ReviewedModel& model, const QString& phrase) const;
    std::vector<widgets::StatisticsRow> rows() const;  ///< one a model and phrase
    /// The verdicts of each image that has any, by file name.
    QHash<QString, widgets::VerdictSummary> of_images(const ReviewedModel& model) const {
        return images_.value(model);
    }

 private:
    QMap<ReviewedModel, QMap<QString, widgets::ReviewTally>> tallies_;
    QMap<ReviewedModel, widgets::ReviewTally> sums_;
    QMap<ReviewedModel, QHash<QString, widgets::VerdictSummary>> images_;
};

}  // namespace gbs::app
