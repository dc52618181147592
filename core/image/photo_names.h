// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gbs {

/// A photo's name as it is compared: "/" between folders whatever the file used, no "." parts, and Unicode in NFC, since
/// a Mac writes names in NFD. Bytes that are not UTF-8 are kept.
std::string normalize_photo_name(std::string_view name);
/// Whether two normalized names are equal or one is the end of the other, part by part.
bool is_same_photo_name(std::string_view a, std::string_view b);

/// Finds which photo a name means: a name in a table, a list, a JSON or boxes file, or a path in a folder.
///
/// Two names mean the same photo if they are equal, or if the shorter one is the end of the longer one, part by part:
/// "1.jpg" and "train/1.jpg", but never "cats/1.jpg" and "dogs/1.jpg". Of several matches, the one with the most parts in
/// common wins. If several have as many, the one in a folder named "images" counts, since folders next to it, such as
/// "originals", hold copies; without one, or with two, the name is ambiguous and means none.
class PhotoNames {
 public:
    /// The name of entry `size()`. Equal names are one entry; the first one counts.
    void add(std::string_view name);
    std::size_t size() const { return count_; }

    struct Match {
        std::optional<std::size_t> entry;    ///< the entry that the name means
        std::vector<std::size_t> ambiguous;  ///< entries that fit equally well, if there are several
    };
    Match find(std::string_view name) const;

 private:
    struct Entry {
        std::string name;  ///< normalized
        std::size_t number;
    };

    std::unordered_map<std::string, std::vector<Entry>> by_last_part_;
    std::size_t count_ = 0;
};

}  // namespace gbs
