// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_agreement.h"

#include <algorithm>
#include <map>

#include "core/evaluation/agreement.h"

namespace gbs::app {

namespace {

constexpr std::size_t max_people = 20;

/// The verdicts on a phrase, as numbers of given_verdicts, by name.
using Verdicts = std::map<QString, std::size_t>;

std::vector<Verdicts> all_verdicts(const ReviewContents& contents) {
    std::map<std::tuple<QString, QString, ReviewedModel>, Verdicts> subjects;
    for (auto image = contents.images.begin(); image != contents.images.end(); ++image)
        for (auto phrase = image->phrases.begin(); phrase != image->phrases.end(); ++phrase)
            for (auto it = phrase->judgements.begin(); it != phrase->judgements.end(); ++it)
                if (it->verdict != widgets::Verdict::none)
                    subjects[{image.key(), phrase.key(), it.key().model}][it.key().annotator] =
                        static_cast<std::size_t>(it->verdict) - 1;
    std::vector<Verdicts> list;
    for (auto& [subject, verdicts] : subjects) list.push_back(std::move(verdicts));
    return list;
}

/// The names with most verdicts, sorted.
QStringList names_in(const std::vector<Verdicts>& subjects) {
    std::map<QString, int> counts;
    for (const Verdicts& verdicts : subjects)
        for (const auto& [name, verdict] : verdicts) ++counts[name];
    std::vector<std::pair<int, QString>> by_count;
    for (const auto& [name, count] : counts) by_count.emplace_back(-count, name);
    std::ranges::sort(by_count);
    if (by_count.size() > max_people) by_count.resize(max_people);
    QStringList names;
    for (const auto& [count, name] : by_count) names << name;
    names.sort();
    return names;
}

widgets::AgreementRow measure(const std::vector<Verdicts>& subjects, const QStringList& people) {
    constexpr std::size_t kinds = widgets::given_verdicts.size();
    std::vector confusion(kinds, std::vector<int>(kinds));
    std::vector<std::vector<int>> choices;
    widgets::AgreementRow row{people};
    for (const Verdicts& verdicts : subjects) {
        if (!std::ranges::all_of(people, [&](const QString& name) { return verdicts.contains(name); }))
            continue;
        std::vector<int> chosen(kinds);
        for (const QString& name : people) ++chosen[verdicts.at(name)];
        ++confusion[verdicts.at(people[0])][verdicts.at(people[1])];
        ++row.judged;
        row.disputed += std::ranges::count(chosen, 0) < static_cast<std::ptrdiff_t>(kinds) - 1;
        choices.push_back(std::move(chosen));
    }
    row.kappa = people.size() == 2 ? cohens_kappa(confusion) : fleiss_kappa(choices);
    return row;
}

}  // namespace

std::vector<widgets::AgreementRow> measure_agreement(const ReviewContents& contents) {
    const std::vector<Verdicts> subjects = all_verdicts(contents);
    const QStringList names = names_in(subjects);
    std::vector<widgets::AgreementRow> rows;
    for (qsizetype first = 0; first < names.size(); ++first)
        for (qsizetype second = first + 1; second < names.size(); ++second)
            rows.push_back(measure(subjects, {names[first], names[second]}));
    if (names.size() > 2) rows.push_back(measure(subjects, names));
    return rows;
}

}  // namespace gbs::app
