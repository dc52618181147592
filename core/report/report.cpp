// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_stream.h"
#include "core/base/packed_json.h"
#include "core/base/paths.h"
#include "core/base/text_lines.h"
#include "core/base/trace.h"
#include "core/image/overlay.h"
#include "core/image/strength_level.h"
#include "core/report/html.h"
#include "core/report/large_pictures.h"
#include "core/report/map_files.h"
#include "core/report/report_parts.h"

namespace gbs {
namespace {

class Report {
 public:
    Report(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options), texts_(options.texts) {}

    void begin(const ModelInfo& model, std::span<const GroundingTask> tasks) {
        out_ << html_head(texts_.title, {}, texts_.language, texts_.right_to_left) << "<header>\n<h1>"
             << escape_html(texts_.title) << "</h1>\n<dl>\n";
        row(texts_.model, model.name);
        row(texts_.file, model.path.string());
        row(texts_.encoders, model.image_encoder + ", " + model.text_encoder);
        const std::string side = std::to_string(model.input_size);
        row(texts_.input, side + " × " + side);
        row(texts_.device, model.device + (model.device_reason.empty() ? "" : ": " + model.device_reason));
        add_training(model.metadata);
        if (options_.detector) row(texts_.detector, options_.detector->source.file.string());
        row(texts_.made_with, "GbS Explorer " + program_version());
        out_ << "</dl>\n" << map_color_filter(options_.look);
        add_scale();
        out_ << "</header>\n";
        add_contents(tasks);
        if (options_.judgement) add_filter();
        add_strength_filter();
        out_ << "<main>\n";
    }

    void add(const GroundedPhoto& photo) {
        open_section(photo.task.photo, std::to_string(photo.image->width) + " × " +
                                           std::to_string(photo.image->height) + " · ");
        const Image small = thumbnail(*photo.image, options_.thumbnail);
        const Image large = thumbnail(*photo.image, options_.large);
        place_ = anchor(photo.task.photo);
        pictures_ = 0;
        large_ = {{}, place_, place_ + "-photo", large.width, large.height, {}};
        out_ << stored_photo(large_.photo, large) << "<div class=\"photo\"><figure>"
             << html_image(small, texts_.photo) << "</figure>\n<div>\n";
        const MapLook look = look_for_photo(options_.look, photo.groundings, shown_maps(), *photo.image);
        for (const Grounding& grounding : photo.groundings) add_phrase(photo, small, grounding, look);
        for (const GroundingFailure& failure : photo.failures)
            out_ << "<div class=\"phrase\"><h3><bdi>" << escape_html(failure.phrase)
                 << "</bdi></h3><p class=\"error\">" << escape_html(failure.reason) << "</p></div>\n";
        out_ << "</div></div>\n</section>\n";
    }

    void add(const GroundingFailure& failure) {
        open_section(failure.photo, {});
        out_ << "<p class=\"error\">" << escape_html(failure.reason) << "</p>\n</section>\n";
    }

    using Verdicts = std::array<std::size_t, 4>;
    const Verdicts& verdicts() const { return verdicts_; }
    /// What another one has of a photo.
    void append(const std::string& text, const Verdicts& verdicts) {
        out_ << text;
        for (std::size_t i = 0; i < verdicts_.size(); ++i) verdicts_[i] += verdicts[i];
    }

    void end(const BatchSummary& summary) {
        out_ << "</main>\n<footer>\n<h2>" << escape_html(texts_.totals) << "</h2>\n<dl>\n";
        row(texts_.photos, std::to_string(summary.photos));
        row(texts_.phrases, std::to_string(summary.phrases));
        if (!summary.failures.empty()) row(texts_.failed, std::to_string(summary.failures.size()));
        for (std::size_t i = 0; i < verdicts_.size(); ++i)
            if (verdicts_[i] > 0)
                row(verdict_text(static_cast<ReportVerdict>(i)), std::to_string(verdicts_[i]));
        out_ << "</dl>\n</footer>\n</body>\n</html>\n";
    }

 private:
    static constexpr std::array verdict_names{"right", "wrong", "unsure", "absent"};

    /// The name of a photo's section in links.
    static std::string anchor(const std::filesystem::path& photo) {
        return "p" + std::to_string(std::hash<std::string>()(photo.string()));
    }

    void add_contents(std::span<const GroundingTask> tasks) {
        if (tasks.size() < 2) return;
        out_ << "<nav><h2>" << escape_html(texts_.contents) << "</h2>\n<ol>\n";
        for (const GroundingTask& task : tasks)
            out_ << "<li><a href=\"#" << anchor(task.photo) << "\"><bdi>"
                 << escape_html(task.photo.filename().string()) << "</bdi></a></li>\n";
        out_ << "</ol></nav>\n";
    }

    /// Works without a script: the style sheet hides the phrases that the chosen button excludes.
    void add_filter() {
        const auto choice = [this](const char* name, const std::string& text, bool chosen) {
            out_ << "<input type=\"radio\" name=\"show\" id=\"show-" << name << "\""
                 << (chosen ? " checked=\"checked\"" : "") << "/><label for=\"show-" << name << "\">"
                 << escape_html(text) << "</label>\n";
        };
        out_ << "<span class=\"show\">" << escape_html(texts_.show) << "</span>\n";
        choice("all", texts_.all, true);
        for (std::size_t i = 0; i < verdict_names.size(); ++i)
            choice(verdict_names[i], verdict_text(static_cast<ReportVerdict>(i)), false);
        choice("none", texts_.unjudged, false);
        out_ << "<br/>\n";
    }

    /// The same by strength. The style sheet hides it if no phrase has a strength.
    void add_strength_filter() {
        const auto choice = [this](const std::string& name, const std::string& text, bool chosen) {
            out_ << "<input class=\"by-strength\" type=\"radio\" name=\"by-strength\" id=\"is-" << name
                 << "\"" << (chosen ? " checked=\"checked\"" : "")
                 << "/><label class=\"by-strength\" for=\"is-" << name << "\">" << escape_html(text)
                 << "</label>\n";
        };
        out_ << "<span class=\"show by-strength\">" << escape_html(texts_.strength) << "</span>\n";
        choice("any", texts_.all, true);
        for (std::size_t i = texts_.strengths.size(); i-- > 0;)
            choice(strength_level_name(static_cast<StrengthLevel>(i)), texts_.strengths[i], false);
    }

    /// The colors and what their ends mean.
    void add_scale() {
        const MapLook& look = options_.look;
        std::string low = "0", high = "1";
        const std::string* meaning = &texts_.scale_fixed;
        if (look.limits == Limits::typed) {
            low = format_fixed(look.typed.low), high = format_fixed(look.typed.high);
            meaning = &texts_.scale_custom;
        } else if (look.limits != Limits::unit) {
            low = texts_.lowest, high = texts_.highest;
            meaning = look.limits == Limits::shared ? &texts_.scale_shared : &texts_.scale_auto;
        }
        out_ << "<p class=\"bar\"><span>" << escape_html(low) << "</span>"
             << html_image(overlay_gradient(256, 10, look.color_map), *meaning) << "<span>"
             << escape_html(high) << "</span><span>" << escape_html(*meaning) << "</span></p>\n";
    }

    void row(const std::string& name, const std::string& value) {
        out_ << "<dt>" << escape_html(name) << "</dt><dd dir=\"auto\">" << escape_html(value) << "</dd>\n";
    }

    /// The training recorded in the checkpoint: data, validation accuracy, and other notes.
    void add_training(const std::map<std::string, std::string>& metadata) {
        using nlohmann::json;
        for (const auto& [key, value] : metadata) {
            if (key == "data") row(texts_.data, value);
            if (key != "data" && !key.starts_with("gbs.")) row(key, value);
            if (key != "gbs.training") continue;
            const json training = parse_json(value).value_or(nullptr);
            const json validation = training.is_object() ? training.value("validation", json()) : json();
            if (!validation.is_object() || !validation.value("mean", json()).is_number()) continue;
            row(texts_.accuracy, fmt::format("{:.2f} %, ", validation["mean"].get<double>()) +
                                     validation.value("phrases", json()).dump() + " " + texts_.of_phrases +
                                     " " + validation.value("protocol", json()).dump());
        }
    }

    void open_section(const std::filesystem::path& photo, const std::string& facts) {
        out_ << "<section id=\"" << anchor(photo) << "\">\n<h2><bdi>"
             << escape_html(photo.filename().string()) << "</bdi></h2>\n<p class=\"dim\">" << facts << "<bdi>"
             << escape_html(photo.string()) << "</bdi></p>\n";
    }

    const std::string& verdict_text(ReportVerdict verdict) const {
        return verdict == ReportVerdict::right    ? texts_.right
               : verdict == ReportVerdict::wrong  ? texts_.wrong
               : verdict == ReportVerdict::absent ? texts_.absent
                                                  : texts_.unsure;
    }

    /// Next to a detector, only the mean map.
    std::vector<MapKind> shown_maps() const {
        if (options_.detector) return {MapKind::mean};
        return options_.maps;
    }

    void add_phrase(const GroundedPhoto& photo, const Image& small, const Grounding& grounding,
                    const MapLook& look) {
        const ReportJudgement judgement =
            options_.judgement ? options_.judgement(photo.task.photo, grounding.phrase) : ReportJudgement{};
        // With a detector, the phrase, its map and its boxes are a row of three cells.
        const bool compares = options_.detector.has_value();
        const std::string shown_as =
            judgement.verdict ? verdict_names.at(static_cast<std::size_t>(*judgement.verdict)) : "none";
        const std::string strength =
            grounding.strength ? strength_level_name(strength_level(*grounding.strength)) : "unknown";
        out_ << "<div class=\"phrase is-" << shown_as << " has-" << strength
             << (compares ? " maps\">\n<div>" : "\">\n") << "<div class=\"title\"><h3><bdi>"
             << escape_html(grounding.phrase) << "</bdi></h3>";
        if (grounding.strength)
            out_ << "<span class=\"strength\">"
                 << escape_html(
                        texts_.strengths.at(static_cast<std::size_t>(strength_level(*grounding.strength))))
                 << ' ' << format_fixed(*grounding.strength) << "</span>";
        if (judgement.verdict) {
            // The sign makes verdicts readable without color.
            constexpr std::array signs{"✓", "✗", "?", "∅"};
            const auto i = static_cast<std::size_t>(*judgement.verdict);
            ++verdicts_.at(i);
            out_ << "<span class=\"verdict " << verdict_names[i] << "\">" << signs[i] << ' '
                 << escape_html(verdict_text(*judgement.verdict)) << "</span>";
        }
        out_ << "</div>\n";
        if (!judgement.note.empty())
            out_ << "<p class=\"note\" dir=\"auto\">" << escape_html(judgement.note) << "</p>\n";
        out_ << (compares ? "</div>\n" : "<div class=\"maps\">\n");
        const std::array<const char*, 3> symbols{"H<sub>GbS</sub>", "H<sub>i2t</sub>",
                                                 "√(H<sub>GbS</sub>H<sub>i2t</sub>)"};
        const std::array<const std::string*, 3> meanings{&texts_.decoder, &texts_.match, &texts_.mean};
        for (const MapKind kind : shown_maps()) {
            const auto i = static_cast<std::size_t>(kind);
            if (select_map(grounding, kind).empty()) continue;  // zero-shot, no H_GbS
            add_map(*photo.image, small, select_map(grounding, kind), look, symbols[i], *meanings[i],
                    grounding.phrase);
        }
        if (compares) add_boxes(photo, small, grounding.phrase);
        out_ << (compares ? "</div>\n" : "</div>\n</div>\n");
    }

    void add_boxes(const GroundedPhoto& photo, Image picture, const std::string& phrase) {
        const std::string& name = photo.task.name.empty() ? photo.task.photo.string() : photo.task.name;
        const DetectorBoxes& detector = *options_.detector->boxes;
        const auto add_text = [&](const char* kind, const std::string& text) {
            out_ << "<figure><p class=\"" << kind << "\">" << escape_html(text) << "</p></figure>\n";
        };
        try {
            if (!detector.find(name)) return add_text("dim", texts_.not_listed);
            DetectorMatch match = detector.boxes_for(name, phrase, photo.image->width, photo.image->height);
            if (match.boxes.empty()) return add_text("dim", texts_.no_boxes);
            std::ranges::stable_sort(match.boxes, {}, &DetectorBox::score);  // the best one on top
            const double fx = static_cast<double>(picture.width) / photo.image->width;
            const double fy = static_cast<double>(picture.height) / photo.image->height;
            for (const DetectorBox& box : match.boxes)
                draw_box(picture, box.x1 * fx, box.y1 * fy, box.x2 * fx, box.y2 * fy,
                         &box == &match.boxes.back() ? 2 : 1);
            for (DetectorBox& box : match.boxes) {
                const double wide = static_cast<double>(large_.width) / photo.image->width;
                const double high = static_cast<double>(large_.height) / photo.image->height;
                box.x1 *= wide, box.x2 *= wide, box.y1 *= high, box.y2 *= high;
            }
            const LargePicture shown = next_large(escape_html(phrase) + ": " + escape_html(texts_.boxes));
            out_ << "<figure><a href=\"#" << shown.id << "\">"
                 << html_image(picture, phrase + ": " + texts_.boxes) << "</a>"
                 << large_boxes(shown, match.boxes) << "<figcaption><b>" << escape_html(detector_name())
                 << "</b> " << escape_html(match.name) << "<br/>" << escape_html(texts_.boxes) << ' '
                 << match.boxes.size() << ", " << escape_html(texts_.best) << ' '
                 << format_fixed(match.boxes.back().score, 3) << "</figcaption></figure>\n";
        } catch (const Error& error) {
            add_text("error", error.what());
        }
    }

    /// The next large picture of the photo.
    LargePicture next_large(std::string caption) {
        LargePicture picture = large_;
        picture.id = place_ + "-" + std::to_string(++pictures_);
        picture.caption = std::move(caption);
        return picture;
    }

    std::string detector_name() const {
        const std::string& name = options_.detector->source.name;
        return name.empty() ? lower_case(texts_.detector) : name;
    }

    /// `symbol` is trusted markup and not escaped.
    void add_map(const Image& photo, const Image& small, const Heatmap& map, const MapLook& look,
                 const char* symbol, const std::string& meaning, const std::string& phrase) {
        const Peak peak = map.resized_peak(photo.width, photo.height);
        const Peak small_peak{static_cast<int>((peak.x + 0.5) * small.width / photo.width),
                              static_cast<int>((peak.y + 0.5) * small.height / photo.height), peak.value};
        const ValueRange own = resized_range(map, photo.width, photo.height);
        const ValueRange range = color_limits(look, own, {});
        const Image drawn = overlay(small, map.resized(small.width, small.height), small_peak, look, range);
        const LargePicture shown =
            next_large("<b>" + escape_html(phrase) + "</b> " + symbol + " " + escape_html(meaning));
        const Peak large_peak{static_cast<int>((peak.x + 0.5) * shown.width / photo.width),
                              static_cast<int>((peak.y + 0.5) * shown.height / photo.height), peak.value};
        out_ << "<figure><a href=\"#" << shown.id << "\">" << html_image(drawn, phrase + ": " + meaning)
             << "</a>" << large_map(shown, map, range, large_peak) << "<figcaption><b>" << symbol << "</b> "
             << escape_html(meaning) << "<br/>" << escape_html(texts_.peak) << ' '
             << format_fixed(peak.value, 3) << ' ' << escape_html(texts_.at) << " <bdi>" << peak.x << ", "
             << peak.y << "</bdi>";
        if (look.limits != Limits::unit)
            out_ << "<br/>" << escape_html(texts_.colors) << " <bdi>" << format_fixed(range.low, 3) << "–"
                 << format_fixed(range.high, 3) << "</bdi>";
        out_ << "</figcaption></figure>\n";
    }

    std::ostream& out_;
    const ReportOptions& options_;
    const ReportTexts& texts_;
    Verdicts verdicts_{};
    std::string place_;  ///< the section of the photo being added
    LargePicture large_;
    int pictures_ = 0;  ///< of that photo
};

}  // namespace

BatchSummary write_report(const std::filesystem::path& path, Grounder& grounder,
                          std::span<const GroundingTask> tasks, const ReportOptions& options,
                          const std::function<void(const BatchProgress&)>& progress, const WorkToken& token,
                          Team& team) {
    if (options.thumbnail < 1 || options.thumbnail > 4096)
        throw Error("the images of a report must be 1 to 4096 pixels wide, not " +
                    std::to_string(options.thumbnail));
    if (options.maps.empty()) throw Error("a report needs at least one map: gbs, i2t or mean");
    BatchSummary summary;
    const auto write = [&](std::ostream& out) {
        Report report(out, options);
        report.begin(grounder.info(), tasks);
        BatchHandlers handlers;
        handlers.draw = [&](const GroundedPhoto& photo) {
            const TraceSpan span("write section");
            std::ostringstream text;
            Report part(text, options);
            part.add(photo);
            return packed({std::move(text).str(), part.verdicts()});
        };
        handlers.drawn = [&](const std::string& bytes) {
            const nlohmann::json section = unpacked(bytes);
            report.append(section.at(0).get_ref<const std::string&>(), section.at(1));
        };
        handlers.failed = [&](const GroundingFailure& failure) { report.add(failure); };
        handlers.progress = progress;
        summary = ground_batch(grounder, tasks, handlers, token, team);
        report.end(summary);
    };
    std::ostringstream nowhere;
    if (team.first())
        write_atomically(path, write);
    else
        write(nowhere);
    return summary;
}

}  // namespace gbs
