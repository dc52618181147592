// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "core/model/grounding_session.h"

namespace gbs {

/// Loads a checkpoint, of a single model or an ensemble (see checkpoint.h), on a device ("auto", "cpu", "cuda:0").
/// Throws Error. `cache_bytes` bounds the caches of encoded images; the caches of texts get a tenth of it.
std::shared_ptr<Grounder> load_grounder(const std::filesystem::path& checkpoint,
                                        const std::string& device = "auto",
                                        std::size_t cache_bytes = std::size_t{512} << 20);

}  // namespace gbs
