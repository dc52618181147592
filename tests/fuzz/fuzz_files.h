// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>

#include "core/base/temporary_folder.h"

// The files that the targets write for their readers.
namespace gbs {

using FuzzBytes = std::span<const std::uint8_t>;

/// A folder with three photos' names, for all targets of a process.
inline const std::filesystem::path& fuzz_folder() {
    static const TemporaryFolder temporary;
    static const bool once = [] {
        for (const char* name : {"a.jpg", "b.jpg", "1000.jpg"})
            std::ofstream(temporary.path() / name) << "photo";
        return true;
    }();
    static_cast<void>(once);
    return temporary.path();
}

inline FuzzBytes fuzz_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

inline std::string_view fuzz_text(FuzzBytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline std::filesystem::path write_fuzz_file(const std::filesystem::path& name, FuzzBytes bytes) {
    const std::filesystem::path path = fuzz_folder() / name;
    std::filesystem::create_directories(path.parent_path());
    // A new file each time: some file systems write what is truncated to disk at once.
    std::filesystem::remove(path);
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

/// The first byte chooses one of the names, the others are the file.
template <std::size_t N>
std::filesystem::path write_as_one_of(const std::array<const char*, N>& names, FuzzBytes bytes) {
    if (bytes.empty()) return write_fuzz_file(names[0], bytes);
    return write_fuzz_file(names[bytes[0] % N], bytes.subspan(1));
}

/// Writes the parts between zero bytes, as many as there are names; what is missing is empty.
template <std::size_t N>
void write_fuzz_parts(const std::filesystem::path& folder, const std::array<const char*, N>& names,
                      FuzzBytes bytes) {
    for (std::size_t i = 0; i < N; ++i) {
        const auto zero = i + 1 == N ? bytes.end() : std::ranges::find(bytes, 0);
        const auto length = static_cast<std::size_t>(zero - bytes.begin());
        write_fuzz_file(folder / names[i], bytes.first(length));
        bytes = bytes.subspan(std::min(length + 1, bytes.size()));
    }
}

}  // namespace gbs
