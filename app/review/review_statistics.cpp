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
        add_scaled(tallies[it.key().model].verdicts, summarize(it->verdict), 1);
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

widgets::VerdictSummary ReviewStatistics::ImageVerdicts::of(const QString& annotator) const {
    widgets::VerdictSummary sum = by_annotator.value(annotator);
    if (!annotator.isEmpty()) add_scaled(sum, by_annotator.value({}), 1);
    sum.disputed = disputed;
    return sum;
}

void ReviewStatistics::count_image(const QString& image, const PhraseReview& review, int factor) {
    for (auto it = review.judgements.begin(); it != review.judgements.end();) {
        const ReviewedModel model = it.key().model;
        ImageVerdicts& counts = images_[model][image];
        for (; it != review.judgements.end() && it.key().model == model; ++it) {
            if (it->verdict == widgets::Verdict::none) continue;
            auto& sum = counts.by_annotator[it.key().annotator];
            add_scaled(sum, summarize(it->verdict), factor);
            if (sum.total() == 0) counts.by_annotator.remove(it.key().annotator);
        }
        counts.disputed += factor * review.is_disputed(model);
        if (counts.empty()) images_[model].remove(image);
    }
}

void ReviewStatistics::add(const QString& image, const QString& phrase, const PhraseReview& review,
                           QSize photo) {
    const auto tallies = tally_models(review, photo);
    for (auto it = tallies.begin(); it != tallies.end(); ++it) {
        if (it->empty()) continue;
        tallies_[it.key()][phrase] += *it;
        sums_[it.key()] += *it;
    }
    count_image(image, review, 1);
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
    }
    count_image(image, review, -1);
}

widgets::ReviewTally ReviewStatistics::of_model(const ReviewedModel& model) const {
    return sums_.value(model);
}

widgets::VerdictSummary ReviewStatistics::of_image(const QString& image, const QString& annotator,
                                                   const ReviewedModel& model) const {
    const auto images = images_.constFind(model);
    return images == images_.constEnd() ? widgets::VerdictSummary() : images->value(image).of(annotator);
}

QHash<QString, widgets::VerdictSummary> ReviewStatistics::of_images(const QString& annotator,
                                                                    const ReviewedModel& model) const {
    QHash<QString, widgets::VerdictSummary> verdicts;
    const auto images = images_.value(model);
    verdicts.reserve(images.size());
    for (auto it = images.begin(); it != images.end(); ++it) verdicts.insert(it.key(), it->of(annotator));
    return verdicts;
}

std::vector<widgets::StatisticsRow> ReviewStatistics::rows() const {
    std::vector<widgets::StatisticsRow> rows;
    for (auto model = tallies_.begin(); model != tallies_.end(); ++model)
        for (auto phrase = model->begin(); phrase != model->end(); ++phrase)
            rows.push_back({model.key().label(), phrase.key(), *phrase});
    return rows;
}

}  // namespace gbs::app
