#pragma once

#include <QMap>
#include <functional>
#include <vector>

#include "app/review/review_contents.h"

namespace gbs {

/// Verdicts and pointing hits by model and phrase, kept up to date change by change.
class ReviewStatistics {
 public:
    ReviewStatistics() = default;
    explicit ReviewStatistics(const ReviewContents& contents);

    /// Takes in what is known of a phrase on a photo of that size, or takes it out again.
    void add(const QString& image, const QString& phrase, const PhraseReview& review, QSize photo);
    void remove(const QString& image, const QString& phrase, const PhraseReview& review, QSize photo);

    ReviewTally of_model(const ReviewedModel& model) const;
    ReviewTally of_phrase(const ReviewedModel& model, const QString& phrase) const;
    std::vector<StatisticsRow> rows() const;  ///< one a model and phrase
    /// The verdicts of each image that has any, by file name.
    QHash<QString, VerdictSummary> of_images(const ReviewedModel& model) const {
        return images_.value(model);
    }

 private:
    QMap<ReviewedModel, QMap<QString, ReviewTally>> tallies_;
    QMap<ReviewedModel, ReviewTally> sums_;
    QMap<ReviewedModel, QHash<QString, VerdictSummary>> images_;
};

}  // namespace gbs
