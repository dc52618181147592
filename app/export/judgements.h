// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include "core/report/report.h"

namespace gbs::app {

class ReviewSession;

/// What was judged of a phrase on a photo under the current model, as it is now; usable in any thread.
using JudgementLookup = decltype(ReportOptions::judgement);
JudgementLookup judgements_of(const ReviewSession& session, const QStringList& photos);

}  // namespace gbs::app
