#pragma once

#include <QVector>

#include "core/options.h"
#include "widgets/option_row.h"

namespace gbs {

/// The options of `values` as fields of a form, with the defaults that `standard` holds. Both have the same
/// options.
QVector<OptionField> option_fields(const OptionSet& values, const OptionSet& standard);
/// Stores the fields' values. Throws Error for the first that is none of its option.
void store_fields(const QVector<OptionField>& fields, OptionSet& values);

}  // namespace gbs
