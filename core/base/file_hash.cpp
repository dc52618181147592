// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file_hash.h"

#include <fstream>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/sha256.h"

namespace gbs {

std::string file_sha256(const std::filesystem::path& file) {
    std::ifstream stream = open_to_read(file);
    Sha256 hash;
    std::vector<char> block(std::size_t{1} << 20);
    while (stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        hash.add(std::string_view(block.data(), static_cast<std::size_t>(stream.gcount())));
    }
    if (!stream.eof()) throw Error("cannot read " + file.string() + ": reading failed before the end");
    return hash.finish();
}

}  // namespace gbs
