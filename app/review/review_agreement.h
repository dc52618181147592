// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/review/review_contents.h"
#include "widgets/review/agreement_row.h"

namespace gbs::app {

/// How far people agree: a row for each two, by name, and if there are more, one for all. Of more than 20 people, the 20
/// with most verdicts.
std::vector<widgets::AgreementRow> measure_agreement(const ReviewContents& contents);

}  // namespace gbs::app
