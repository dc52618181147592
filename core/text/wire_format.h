// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "core/base/error.h"

namespace gbs {

/// The fields of a message of Protocol Buffers, one after the other. What a length says is checked before it is used.
class WireReader {
 public:
    struct Field {
        std::uint64_t number = 0;
        std::uint64_t value = 0;  ///< of a number
        std::string_view bytes;   ///< of a text or a message

        float real() const { return std::bit_cast<float>(static_cast<std::uint32_t>(value)); }
    };

    explicit WireReader(std::string_view message) : rest_(message) {}

    /// Nothing at the end. Throws Error if the message is damaged.
    std::optional<Field> next() {
        if (rest_.empty()) return std::nullopt;
        const std::uint64_t key = varint();
        Field field;
        field.number = key >> 3;
        switch (key & 7) {
            case 0:
                field.value = varint();
                break;
            case 1:
                field.value = fixed<std::uint64_t>();
                break;
            case 2:
                field.bytes = take(varint());
                break;
            case 5:
                field.value = fixed<std::uint32_t>();
                break;
            default:
                throw Error("it is damaged or not a message of Protocol Buffers");
        }
        return field;
    }

 private:
    std::string_view take(std::uint64_t size) {
        if (size > rest_.size()) throw Error("it is cut off");
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        throw Error("it is damaged: a number has more than ten bytes");
    }
    /// Little endian, as are the machines that the program runs on.
    template <typename Number>
    Number fixed() {
        Number number;
        std::memcpy(&number, take(sizeof(number)).data(), sizeof(number));
        return number;
    }

    std::string_view rest_;
};

}  // namespace gbs
