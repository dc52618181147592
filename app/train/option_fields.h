// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVector>

#include "core/base/options.h"
#include "widgets/forms/option_row.h"

namespace gbs::app {

/// The options of `values` as fields of a form, with the values of `standard` as defaults. Both sets must
/// have the same options.
QVector<widgets::OptionField> option_fields(const OptionSet& values, const OptionSet& standard);

}  // namespace gbs::app
