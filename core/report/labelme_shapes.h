// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

namespace gbs {

/// A shape of labelme for a place of annotation_files.h.
nlohmann::json new_labelme_shape(const nlohmann::json& place);
/// The flags of a photo: "absent: a dog" for a verdict on a phrase without a place.
nlohmann::json labelme_flags(const nlohmann::json& photo);

/// Writes the places of a photo into the labelme file that someone has made, and changes nothing else in it: shapes whose
/// place is the same, to the pixel, and of phrases that the photo does not mention stay as they are; a shape at a former
/// place gets a new place of its phrase, or is removed. `photo` has "phrases", all phrases that the places are complete
/// for, and "former", the places that were in use once: shapes that were never taken over stay. Without a change, the file
/// is not written. Throws Error.
void update_labelme_file(const std::filesystem::path& file, const nlohmann::json& photo);

}  // namespace gbs
