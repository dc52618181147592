// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// The strength of a phrase on a photo is the model's estimate of the probability that the photo shows what the phrase
/// says (core/model/strength.h). It is calibrated on as many phrases that are there as phrases that are not: of those with
/// strength 0.8, about 80 % are there. If most phrases that you ask for are there, more are there than it says.
///
/// - strong, from 0.75 on: at least three of four are there. Trust the map.
/// - medium, from 0.5 on: more likely there than not.
/// - weak, from 0.25 on: more likely not there. Look before you believe the map.
/// - none, below 0.25: at most one of four is there; the map points at what comes closest.
enum class StrengthLevel { none, weak, medium, strong };

inline constexpr float weak_strength = 0.25F, medium_strength = 0.5F, strong_strength = 0.75F;

constexpr StrengthLevel strength_level(float strength) {
    if (strength >= strong_strength) return StrengthLevel::strong;
    if (strength >= medium_strength) return StrengthLevel::medium;
    return strength >= weak_strength ? StrengthLevel::weak : StrengthLevel::none;
}

/// "strong", "medium", "weak" and "none", as in files.
constexpr const char* strength_level_name(StrengthLevel level) {
    switch (level) {
        case StrengthLevel::strong:
            return "strong";
        case StrengthLevel::medium:
            return "medium";
        case StrengthLevel::weak:
            return "weak";
        case StrengthLevel::none:
            break;
    }
    return "none";
}

}  // namespace gbs
