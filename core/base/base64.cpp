// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base64.h"

#include <openssl/evp.h>

#include <limits>

#include "core/base/error.h"

namespace gbs {

std::string encode_base64(std::span<const std::uint8_t> bytes) {
    if (bytes.size() > std::size_t{1} << 30) throw Error("more than 1 GB cannot be written as base64");
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');  // the library ends it with a zero
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                    static_cast<int>(bytes.size()));
    text.pop_back();
    return text;
}

std::optional<std::vector<std::uint8_t>> decode_base64(std::string_view text) {
    if (text.size() % 4 != 0 || text.size() > std::numeric_limits<int>::max()) return {};
    std::vector<std::uint8_t> bytes(text.size() / 4 * 3);
    const int count = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                      static_cast<int>(text.size()));
    if (count != static_cast<int>(bytes.size())) return {};
    // Padding decodes to zeros.
    for (int i = 0; i < 2 && text.ends_with('='); ++i, text.remove_suffix(1)) bytes.pop_back();
    return bytes;
}

}  // namespace gbs
