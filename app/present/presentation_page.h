// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "app/present/script.h"
#include "core/image/map_look.h"
#include "core/model/batch_grounding.h"

namespace gbs::app {

/// The words of a presentation as a page, translated by the window.
struct PageTexts {
    std::string language = "en";  ///< BCP 47
    bool right_to_left = false;
    std::string title = "Presentation", peak = "peak", strength = "strength";
    std::array<std::string, 4> strengths{"none", "weak", "medium", "strong"};  ///< by StrengthLevel
    std::string back = "Back", next = "Next";
};

/// Writes a script as one HTML file that needs neither a network nor a script: each phrase fills the screen, and Page
/// Down, Space, a swipe and the links step through them. A photo or phrase that fails is shown with the reason; a
/// failure of the file or a cancellation leaves none. Throws Error, Cancelled.
void write_presentation(const std::filesystem::path& path, const Script& script, Grounder& grounder,
                        const MapLook& look, const PageTexts& texts = {},
                        const std::function<void(const BatchProgress&)>& progress = {},
                        const std::stop_token& stop = {});

}  // namespace gbs::app
