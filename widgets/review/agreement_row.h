// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace gbs::widgets {

/// The agreement of some people on the phrases, by photo and model, that each of them has judged.
struct AgreementRow {
    QStringList people;
    int judged = 0;    ///< by all of them
    int disputed = 0;  ///< of these, not the same verdict by all
    double kappa = 0;  ///< Cohen's of two, Fleiss' of more; may be not a number

    bool operator==(const AgreementRow&) const = default;
};

}  // namespace gbs::widgets
