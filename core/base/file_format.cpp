// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file_format.h"

#include <charconv>

namespace gbs {

void check_file_format(const std::string& name, std::int64_t found, int newest) {
    check_file_format(name, std::to_string(found), newest);
}

void check_file_format(const std::string& name, const std::string& found, int newest) {
    std::int64_t number = 0;
    const char* end = found.data() + found.size();
    const auto [stop, code] = std::from_chars(found.data(), end, number);
    if (stop != end || (code != std::errc{} && code != std::errc::result_out_of_range) || number < 0 ||
        (code == std::errc{} && number == 0))
        throw Error(name + " is damaged: its format \"" + found + "\" is not a number from 1");
    if (code == std::errc::result_out_of_range || number > newest)
        throw NewerFormat(name + " was written by a newer version of GbS Explorer (format " + found +
                          "; this version reads up to " + std::to_string(newest) +
                          "): update the program. The file was not changed.");
}

}  // namespace gbs
