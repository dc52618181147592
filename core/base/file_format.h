// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

#include "core/base/error.h"

namespace gbs {

/// A file that a later version of the program wrote: it is not damaged, and nothing may change or replace it.
class NewerFormat : public Error {
 public:
    using Error::Error;
};

/// Whatever the program writes for itself carries the number of its format, from 1; a file without one is of format 1.
/// A change that an older program would read wrongly raises the number. Throws NewerFormat, with what to do, if `found`
/// is above `newest`, and Error if it is no such number. `name` is the file.
void check_file_format(const std::string& name, std::int64_t found, int newest);
/// The same for a number in text.
void check_file_format(const std::string& name, const std::string& found, int newest);

}  // namespace gbs
