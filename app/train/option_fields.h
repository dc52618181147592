// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVector>

#include "core/base/options.h"
#include "widgets/forms/option_row.h"

namespace gbs::app {

/// The options of `values` as fields of a form, with the defaults that `standard` holds. Both have the same
/// options.
QVector<widgets::OptionField> option_fields(const OptionSet& values, const OptionSet& standard);
/// Stores the fields' values. Throws Error for the first that is none of its option.
void store_fields(const QVector<widgets::OptionField>& fields, OptionSet& values);

}  // namespace gbs::app
