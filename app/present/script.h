// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gbs::app {

/// Which maps a slide shows.
enum class SlideView { three, gbs, i2t, mean, detector };

/// One photo and the phrases to point at in it, one after the other.
struct Slide {
    std::filesystem::path image;
    std::vector<std::string> phrases;  ///< none: the photo alone
    SlideView view = SlideView::three;
    std::string note;  ///< shown below the maps
};

struct Script {
    std::string title;
    std::filesystem::path model;  ///< a checkpoint; empty: the model in use
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
///
/// Paths are relative to the script. Throws Error naming file and line: an unknown key (with the nearest
/// one), a value of a wrong kind, an image or model that is not there, no slides.
Script read_script(const std::filesystem::path& path);

/// Where a person is: a slide, and a phrase of it (0 where the slide has none).
struct ScriptPlace {
    std::size_t slide = 0;
    std::size_t phrase = 0;

    bool operator==(const ScriptPlace&) const = default;
};

/// The place before or after, phrase by phrase; nothing at the ends.
std::optional<ScriptPlace> next_place(const Script& script, ScriptPlace place);
std::optional<ScriptPlace> previous_place(const Script& script, ScriptPlace place);

}  // namespace gbs::app
