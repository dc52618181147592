// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/present/script.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/options.h"
#include "core/base/yaml_file.h"

namespace gbs::app {

namespace {

constexpr std::size_t max_file_size = 4 << 20;
constexpr std::size_t max_slides = 10'000;
constexpr std::size_t max_phrases = 100;  // per slide

/// Reads the nodes of one file and reports errors with their lines.
class Reader {
 public:
    explicit Reader(std::filesystem::path path) : path_(std::move(path)) {}

    Script read() const {
        const YAML::Node root = read_yaml(path_, max_file_size);
        check_keys(root, {"title", "model", "slides"}, "a script");
        Script script;
        if (root["title"]) script.title = text(root["title"], "title");
        if (root["model"]) script.model = existing_file(root["model"], "model");
        const YAML::Node slides = root["slides"];
        if (!slides || !slides.IsSequence() || slides.size() == 0)
            fail(slides ? slides.Mark() : root.Mark(), "slides must be a list with at least one slide");
        if (slides.size() > max_slides)
            fail(slides.Mark(), "more than " + std::to_string(max_slides) + " slides");
        for (const YAML::Node& slide : slides) script.slides.push_back(read_slide(slide));
        return script;
    }

 private:
    Slide read_slide(const YAML::Node& node) const {
        check_keys(node, {"image", "phrases", "view", "note", "speaker"}, "a slide");
        if (!node["image"]) fail(node.Mark(), "a slide needs an image");
        Slide slide;
        slide.image = existing_file(node["image"], "image");
        if (const YAML::Node phrases = node["phrases"]) read_phrases(phrases, slide.phrases);
        if (node["view"]) slide.view = view(node["view"]);
        if (node["note"]) slide.note = text(node["note"], "note");
        if (node["speaker"]) slide.speaker = text(node["speaker"], "speaker");
        return slide;
    }

    void read_phrases(const YAML::Node& node, std::vector<std::string>& phrases) const {
        if (!node.IsSequence()) fail(node.Mark(), "phrases must be a list, like [a cat, the sky]");
        if (node.size() > max_phrases)
            fail(node.Mark(), "more than " + std::to_string(max_phrases) + " phrases in one slide");
        for (const YAML::Node& phrase : node) {
            phrases.push_back(text(phrase, "a phrase"));
            if (phrases.back().find_first_not_of(" \t\r\n") == std::string::npos)
                fail(phrase.Mark(), "a phrase is empty");
        }
    }

    widgets::CanvasView view(const YAML::Node& node) const {
        const std::string name = text(node, "view");
        std::vector<std::string> names;
        for (const widgets::CanvasViewRow& row : widgets::canvas_views) {
            if (!row.script) continue;
            if (name == row.script) return row.view;
            names.push_back(row.script);
        }
        fail(node.Mark(), "unknown view '" + name + "'; did you mean '" + nearest(name, names) + "'?");
    }

    void check_keys(const YAML::Node& node, const std::vector<std::string>& known,
                    const std::string& what) const {
        if (!node.IsMap()) fail(node.Mark(), what + " must be a mapping, like `" + known.front() + ": ...`");
        std::vector<std::string> seen;
        for (const auto& entry : node) {
            const std::string key = text(entry.first, "a key");
            if (std::find(known.begin(), known.end(), key) == known.end())
                fail(entry.first.Mark(), "unknown key '" + key + "' in " + what + "; did you mean '" +
                                             nearest(key, known) + "'?");
            if (std::find(seen.begin(), seen.end(), key) != seen.end())
                fail(entry.first.Mark(), "duplicate key '" + key + "' in " + what);
            seen.push_back(key);
        }
    }

    std::string text(const YAML::Node& node, const std::string& what) const {
        if (!node.IsScalar()) fail(node.Mark(), what + " must be text");
        return node.Scalar();
    }

    std::filesystem::path existing_file(const YAML::Node& node, const std::string& what) const {
        const auto file = (path_.parent_path() / text(node, what)).lexically_normal();
        if (!is_plain_file(file)) fail(node.Mark(), what + ": no such file: " + file.string());
        return file;
    }

    [[noreturn]] void fail(const YAML::Mark& mark, const std::string& what) const {
        // An empty document has no mark.
        const int line = mark.is_null() ? 1 : mark.line + 1;
        throw Error(path_.string() + ":" + std::to_string(line) + ": " + what);
    }

    std::filesystem::path path_;
};

}  // namespace

Script read_script(const std::filesystem::path& path) {
    return Reader(std::filesystem::absolute(path)).read();
}

std::optional<ScriptPlace> next_place(const Script& script, ScriptPlace place) {
    if (place.slide >= script.slides.size()) return std::nullopt;
    if (place.phrase + 1 < script.slides[place.slide].phrases.size())
        return ScriptPlace{place.slide, place.phrase + 1};
    if (place.slide + 1 < script.slides.size()) return ScriptPlace{place.slide + 1, 0};
    return std::nullopt;
}

std::optional<ScriptPlace> previous_place(const Script& script, ScriptPlace place) {
    if (place.phrase > 0) return ScriptPlace{place.slide, place.phrase - 1};
    if (place.slide == 0 || place.slide > script.slides.size()) return std::nullopt;
    const std::size_t phrases = script.slides[place.slide - 1].phrases.size();
    return ScriptPlace{place.slide - 1, phrases == 0 ? 0 : phrases - 1};
}

}  // namespace gbs::app
