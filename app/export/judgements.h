// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include "core/report/report.h"

namespace gbs::app {

class ReviewSession;

/// Looks up the judgement of a phrase in a photo. Thread-safe.
using JudgementLookup = decltype(ReportOptions::judgement);
/// A lookup in a snapshot of the current judgements of these photos under the current model.
JudgementLookup snapshot_judgements(const ReviewSession& session, const QStringList& photos);

}  // namespace gbs::app
