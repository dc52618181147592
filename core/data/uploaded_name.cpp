// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/uploaded_name.h"

#include <filesystem>

namespace gbs {

std::optional<std::string> uploaded_name(const std::string& url) {
    constexpr std::size_t digits = 8;
    const std::string name = std::filesystem::path(url.substr(0, url.find('?'))).filename().string();
    if (name.size() <= digits + 1 || name[digits] != '-' ||
        name.find_first_not_of("0123456789abcdef") != digits)
        return {};
    return name.substr(digits + 1);
}

}  // namespace gbs
