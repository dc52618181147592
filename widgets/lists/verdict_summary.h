// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>

namespace gbs::widgets {

/// Verdict counts of an image over all phrases.
struct VerdictSummary {
    int right = 0;
    int wrong = 0;
    int unsure = 0;
    int absent = 0;
    int disputed = 0;  ///< phrases on which people's verdicts differ

    int total() const { return right + wrong + unsure + absent; }
    bool operator==(const VerdictSummary&) const = default;
};

/// The images a list shows. partly: fewer verdicts than phrases; right, wrong, unsure, absent: at least one such
/// verdict; mixed: more than one kind of verdict; disputed: people's verdicts on a phrase differ.
enum class VerdictFilter { all, unjudged, partly, right, wrong, unsure, absent, mixed, disputed };

/// `phrases` is the length of the phrase list.
inline bool passes(VerdictFilter filter, const VerdictSummary& verdicts, int phrases) {
    switch (filter) {
        case VerdictFilter::all:
            return true;
        case VerdictFilter::unjudged:
            return verdicts.total() == 0;
        case VerdictFilter::partly:
            return verdicts.total() > 0 && verdicts.total() < phrases;
        case VerdictFilter::right:
            return verdicts.right > 0;
        case VerdictFilter::wrong:
            return verdicts.wrong > 0;
        case VerdictFilter::unsure:
            return verdicts.unsure > 0;
        case VerdictFilter::absent:
            return verdicts.absent > 0;
        case VerdictFilter::mixed:
            return (verdicts.right > 0) + (verdicts.wrong > 0) + (verdicts.unsure > 0) +
                       (verdicts.absent > 0) >
                   1;
        case VerdictFilter::disputed:
            return verdicts.disputed > 0;
    }
    return true;
}

}  // namespace gbs::widgets

Q_DECLARE_METATYPE(gbs::widgets::VerdictSummary)
