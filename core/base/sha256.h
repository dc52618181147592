// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace gbs {

/// The SHA-256 of bytes that arrive in pieces.
class Sha256 {
 public:
    /// Throws Error if the library cannot compute it.
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::span<const std::byte> bytes);
    void add(std::string_view text) { add(std::as_bytes(std::span(text))); }
    /// The digest in hexadecimal digits. Call it once.
    std::string finish();

 private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace gbs
