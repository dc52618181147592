// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gbs {

/// The text as a quoted field of a CSV file.
std::string csv_field(std::string_view text);

/// The fields of a row of a CSV file (RFC 4180): a field that starts with a quote ends with the next single one, and
/// two quotes inside it are one. Quotes elsewhere are text. Nothing if a quoted field is still open: it goes on in
/// the next line.
std::optional<std::vector<std::string>> parse_csv_row(std::string_view row, char separator);

}  // namespace gbs
