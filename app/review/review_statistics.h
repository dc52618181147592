// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <functional>
#include <vector>

#include "app/review/review_contents.h"

namespace gbs::app {

/// Counts of all people's verdicts, and pointing hits, by model and phrase, updated incrementally.
class ReviewStatistics {
 public:
    ReviewStatistics() = default;
    explicit ReviewStatistics(const ReviewContents& contents);

    /// Adds or subtracts the review of one phrase in a photo of size `photo`.
    void add(const QString& image, const QString& phrase, const PhraseReview& review, QSize photo);
    void remove(const QString& image, const QString& phrase, const PhraseReview& review, QSize photo);

    widgets::ReviewTally of_model(const ReviewedModel& model) const;
    std::vector<widgets::StatisticsRow> rows() const;  ///< one per model and phrase
    /// A person's verdicts on an image, those without an annotator included.
    widgets::VerdictSummary of_image(const QString& image, const QString& annotator,
                                     const ReviewedModel& model) const;
    /// The same of each image with anyone's verdicts, by file name.
    QHash<QString, widgets::VerdictSummary> of_images(const QString& annotator,
                                                      const ReviewedModel& model) const;

 private:
    struct ImageVerdicts {
        QMap<QString, widgets::VerdictSummary> by_annotator;
        int disputed = 0;

        bool empty() const { return by_annotator.isEmpty() && disputed == 0; }
        widgets::VerdictSummary of(const QString& annotator) const;
    };
    void count_image(const QString& image, const PhraseReview& review, int factor);

    QMap<ReviewedModel, QMap<QString, widgets::ReviewTally>> tallies_;
    QMap<ReviewedModel, widgets::ReviewTally> sums_;
    QMap<ReviewedModel, QHash<QString, ImageVerdicts>> images_;
};

}  // namespace gbs::app
