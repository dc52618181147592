// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gbs {

/// The class of a detector that a phrase is about, as an index into the class names.
///
/// A class name matches where its words occur in the phrase consecutively and in full, singular or plural
/// ("dining table" in "two wooden dining tables"). The phrase's head is the part before the first
/// preposition, relative pronoun or participle ("a man" in "a man on a horse"). Of several matches, the one
/// that ends at the last word of the head wins, then the last one elsewhere in the head, then the first one
/// after the head. At the same place, a class name wins over a word that stands for a common class ("woman"
/// and "boy" mean "person", "bike" means "bicycle"), and a longer name over a shorter one.
std::optional<std::size_t> find_class(std::string_view phrase, std::span<const std::string> class_names);

}  // namespace gbs
