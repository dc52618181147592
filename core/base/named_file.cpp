// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/named_file.h"

#include "core/base/foreign_paths.h"

namespace gbs {

NamedFile parse_named_file(const std::string& argument) {
    const std::size_t sign = argument.find('=');
    if (sign == std::string::npos || sign == 0 || argument.find('/') < sign || path_exists(argument))
        return {{}, argument};
    return {argument.substr(0, sign), argument.substr(sign + 1)};
}

}  // namespace gbs
