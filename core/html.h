#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gbs {

/// Text from outside as text of an HTML or XML document, in an element or a quoted attribute: markup is
/// escaped; invalid UTF-8 and control characters become U+FFFD.
std::string escape_html(std::string_view text);

/// "data:TYPE;base64,..." of bytes.
std::string data_uri(std::string_view type, std::span<const std::uint8_t> bytes);

}  // namespace gbs
