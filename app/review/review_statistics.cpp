// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_statistics.h"

namespace gbs::app {

namespace {

void add_scaled(widgets::VerdictSummary& sum, const widgets::VerdictSummary& verdicts, int factor) {
    sum.right += factor * verdicts.right;
    sum.wrong += factor * verdicts.wrong;
    sum.unsure += factor * verdicts.unsure;
    sum.absent += factor * verdicts.absent;
}

widgets::VerdictSummary summarize(widgets::Verdict verdict) {
    return {verdict == widgets::Verdict::right, verdict == widgets::Verdict::wrong,
            verdict == widgets::Verdict::unsure, verdict == widgets::Verdict::absent};
}

QMap<ReviewedModel, widgets::ReviewTally> tally_models(const PhraseReview& review, QSize photo) {
    QMap<ReviewedModel, widgets::ReviewTally> tallies;
    for (auto it = review.judgements.begin(); it != review.judgements.end(); ++it)
        tallies[it.key()].verdicts = summarize(it->verdict);
    if (review.truths.truths.isEmpty()) return tallies;
    for (auto it = review.peaks.begin(); it != review.peaks.end(); ++it) {
        widgets::ReviewTally& tally = tallies[it.key()];
        tally.pointed = 1;
        for (std::size_t map = 0; map < tally.hits.size(); ++map)
            tally.hits[map] = widgets::is_hit(review.truths.truths, it->peaks[map], photo);
    }
    return tallies;
}

}  // namespace

ReviewStatistics::ReviewStatistics(const ReviewContents& contents) {
    for (auto image = contents.images.begin(); image != contents.images.end(); ++image)
        for (auto phrase = image->phrases.begin(); phrase != image->phrases.end(); ++phrase)
            add(image.key(), phrase.key(), *phrase, image->size);
}

void ReviewStatistics::add(const QString& image, const QString& phrase, const PhraseReview& review,
                           QSize photo) {
    const auto tallies = tally_models(review, photo);
    for (auto it = tallies.begin(); it != tallies.end(); ++it) {
        if (it->empty()) continue;
        tallies_[it.key()][phrase] += *it;
        sums_[it.key()] += *it;
        if (it->verdicts.total() > 0) add_scaled(images_[it.key()][image], it->verdicts, 1);
    }
}

void ReviewStatistics::remove(const QString& image, const QString& phrase, const PhraseReview& review,
                              QSize photo) {
    const auto tallies = tally_models(review, photo);
    for (auto it = tallies.begin(); it != tallies.end(); ++it) {
        if (it->empty()) continue;
        auto& phrases = tallies_[it.key()];
        if ((phrases[phrase] -= *it).empty()) phrases.remove(phrase);
        if (phrases.isEmpty()) tallies_.remove(it.key());
        if ((sums_[it.key()] -= *it).empty()) sums_.remove(it.key());
        if (it->verdicts.total() == 0) continue;
        auto& images = images_[it.key()];
        add_scaled(images[image], it->verdicts, -1);
        if (images[image].total() == 0) images.remove(image);
    }
}

widgets::ReviewTally ReviewStatistics::of_model(const ReviewedModel& model) const {
    return sums_.value(model);
}

std::vector<widgets::StatisticsRow> ReviewStatistics::rows() const {
    std::vector<widgets::StatisticsRow> rows;
    for (auto model = tallies_.begin(); model != tallies_.end(); ++model)
        for (auto phrase = model->begin(); phrase != model->end(); ++phrase)
            rows.push_back({model.key().label(), phrase.key(), *phrase});
    return rows;
}

}  // namespace gbs::app
