// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "widgets/figures/canvas_views.h"

namespace gbs::app {

/// One photo and the phrases to ground in it, in order.
struct Slide {
    std::filesystem::path image;
    std::vector<std::string> phrases;  ///< if empty, the photo is shown alone
    widgets::CanvasView view = widgets::CanvasView::three_maps;
    std::string note;       ///< shown below the maps
    std::string speaker{};  ///< shown in the speaker's window only
};

struct Script {
    std::string title;
    std::filesystem::path model;  ///< a checkpoint; if empty, the current model
    std::vector<Slide> slides;
};

/// Reads a presentation:
///
///     title: What the model sees
///     model: runs/best.safetensors
///     slides:
///       - image: photos/cat.jpg
///         phrases: [a cat, the eyes of the cat]
///         view: three        # or gbs, i2t, mean, detector
///         note: Trained from captions alone
///         speaker: Ask for a phrase     # only in the speaker's window
///
/// Paths are relative to the script. Throws Error with file and line for an unknown key (suggesting the
/// closest one), a value of the wrong type, a missing image or model, or no slides.
Script read_script(const std::filesystem::path& path);

/// A position in a script: a slide and one of its phrases (0 if the slide has none).
struct ScriptPlace {
    std::size_t slide = 0;
    std::size_t phrase = 0;

    bool operator==(const ScriptPlace&) const = default;
};

/// The next or previous position, phrase by phrase; nullopt at the ends.
std::optional<ScriptPlace> next_place(const Script& script, ScriptPlace place);
std::optional<ScriptPlace> previous_place(const Script& script, ScriptPlace place);

}  // namespace gbs::app
