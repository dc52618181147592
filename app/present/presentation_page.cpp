// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/present/presentation_page.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image.h"
#include "core/image/overlay.h"
#include "core/image/strength_level.h"
#include "core/report/html.h"
#include "core/report/map_kinds.h"
#include "core/report/report_parts.h"

namespace gbs::app {

namespace {

constexpr int side_of_one = 1280, side_of_three = 720;  ///< pixels

constexpr std::string_view page_style = R"(
html { scroll-snap-type: y mandatory; }
body { max-width: none; padding: 0; background: #17191c; color: #e6e8eb; }
.slide { height: 100vh; scroll-snap-align: start; scroll-snap-stop: always; display: flex; flex-direction: column;
  gap: 1.5vh; padding: 2vh 3vw; margin: 0; border: 0; border-radius: 0; background: none; overflow: hidden; }
.slide h1 { margin: 0; font-size: 2.2vh; font-weight: 400; color: #9aa2ae; }
.slide h2 { font-size: 5.5vh; line-height: 1.15; }
.slide .strength { font-size: 2.4vh; padding: 0 1.4vh; border-radius: 2vh; vertical-align: middle; }
.pictures { flex: 1; min-height: 0; display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 1.5vw; }
.pictures figure { min-height: 0; display: flex; flex-direction: column; }
.pictures img { flex: 1; min-height: 0; width: 100%; object-fit: contain; border-radius: 0; }
.slide figcaption { font-size: 2vh; text-align: center; color: #9aa2ae; }
.slide p { margin: 0; font-size: 3vh; }
.foot { display: flex; justify-content: space-between; font-size: 2vh; color: #9aa2ae; }
.foot a { color: inherit; }
@media print { .slide { height: auto; min-height: 95vh; break-after: page; } }
)";

std::vector<MapKind> maps_of(widgets::CanvasView view) {
    switch (view) {
        case widgets::CanvasView::gbs:
            return {MapKind::gbs};
        case widgets::CanvasView::i2t:
            return {MapKind::i2t};
        case widgets::CanvasView::mean:
        case widgets::CanvasView::detector:
            return {MapKind::mean};
        default:
            return {MapKind::gbs, MapKind::i2t, MapKind::mean};
    }
}

const char* symbol_of(MapKind kind) {
    return kind == MapKind::gbs   ? "H<sub>GbS</sub>"
           : kind == MapKind::i2t ? "H<sub>i2t</sub>"
                                  : "√(H<sub>GbS</sub>H<sub>i2t</sub>)";
}

class Page {
 public:
    Page(std::ostream& out, const Script& script, const MapLook& look, const PageTexts& texts)
        : out_(out), script_(script), look_(look), texts_(texts) {
        for (const Slide& slide : script.slides) total_ += std::max<std::size_t>(1, slide.phrases.size());
    }

    std::size_t total() const { return total_; }

    void begin() {
        const std::string& title = script_.title.empty() ? texts_.title : script_.title;
        out_ << html_head(title, page_style, texts_.language, texts_.right_to_left);
    }
    void end() { out_ << page_end; }

    void add_photo(const Slide& slide, const Image& photo) {
        open({}, {});
        out_ << "<div class=\"pictures\"><figure>"
             << html_image(thumbnail(photo, side_of_one), slide.image.filename().string())
             << "</figure></div>\n";
        close(slide);
    }

    void add_phrase(const Slide& slide, const Image& photo, const Grounding& grounding) {
        const std::vector<MapKind> maps = maps_of(slide.view);
        const MapLook look = look_for_photo(look_, {&grounding, 1}, maps, photo);
        const Image small = thumbnail(photo, maps.size() > 1 ? side_of_three : side_of_one);
        open(grounding.phrase, grounding.strength);
        out_ << "<div class=\"pictures\">";
        for (const MapKind kind : maps) {
            const Heatmap& map = select_map(grounding, kind);
            const Peak peak = map.resized_peak(small.width, small.height);
            const ValueRange range = color_limits(look, resized_range(map, photo.width, photo.height), {});
            const Image drawn = overlay(small, map.resized(small.width, small.height), peak, look, range);
            out_ << "<figure>" << html_image(drawn, grounding.phrase) << "<figcaption>" << symbol_of(kind)
                 << ", " << escape_html(texts_.peak) << ' ' << format_fixed(peak.value)
                 << "</figcaption></figure>";
        }
        out_ << "</div>\n";
        close(slide);
    }

    void add_problem(const Slide& slide, const std::string& phrase, const std::string& reason) {
        open(phrase, {});
        out_ << "<div class=\"pictures\"><p class=\"error\">" << escape_html(reason) << "</p></div>\n";
        close(slide);
    }

 private:
    static std::string anchor(std::size_t number) { return "s" + std::to_string(number); }

    void open(const std::string& phrase, std::optional<float> strength) {
        ++number_;
        const std::string level = strength ? strength_level_name(strength_level(*strength)) : "unknown";
        out_ << "<section class=\"slide has-" << level << "\" id=\"" << anchor(number_) << "\">\n";
        if (!script_.title.empty()) out_ << "<h1>" << escape_html(script_.title) << "</h1>\n";
        if (phrase.empty()) return;
        out_ << "<h2><bdi>" << escape_html(phrase) << "</bdi>";
        if (strength)
            out_ << " <span class=\"strength\">"
                 << escape_html(texts_.strengths.at(static_cast<std::size_t>(strength_level(*strength))))
                 << "</span>";
        out_ << "</h2>\n";
    }

    void close(const Slide& slide) {
        if (!slide.note.empty()) out_ << "<p dir=\"auto\">" << escape_html(slide.note) << "</p>\n";
        out_ << "<div class=\"foot\"><span>";
        if (number_ > 1)
            out_ << "<a href=\"#" << anchor(number_ - 1) << "\">" << escape_html(texts_.back) << "</a>";
        out_ << "</span><span>" << number_ << " / " << total_ << "</span><span>";
        if (number_ < total_)
            out_ << "<a href=\"#" << anchor(number_ + 1) << "\">" << escape_html(texts_.next) << "</a>";
        out_ << "</span></div>\n</section>\n";
    }

    std::ostream& out_;
    const Script& script_;
    const MapLook& look_;
    const PageTexts& texts_;
    std::size_t total_ = 0, number_ = 0;
};

void add_slide(Page& page, const Slide& slide, Grounder& grounder, const std::stop_token& stop) {
    Image photo;
    std::unique_ptr<GroundingSession> session;
    try {
        photo = load_image(slide.image);
        if (slide.phrases.empty()) return page.add_photo(slide, photo);
        session = grounder.open(photo, {}, stop);
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        page.add_problem(slide, {}, error.what());
        for (std::size_t i = 1; i < slide.phrases.size(); ++i)
            page.add_problem(slide, slide.phrases[i], error.what());
        return;
    }
    for (const std::string& phrase : slide.phrases) {
        if (stop.stop_requested()) throw Cancelled();
        try {
            page.add_phrase(slide, photo, session->ground(phrase, stop));
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            page.add_problem(slide, phrase, error.what());
        }
    }
}

}  // namespace

void write_presentation(const std::filesystem::path& path, const Script& script, Grounder& grounder,
                        const MapLook& look, const PageTexts& texts,
                        const std::function<void(const BatchProgress&)>& progress,
                        const std::stop_token& stop) {
    write_atomically(path, [&](std::ostream& out) {
        Page page(out, script, look, texts);
        page.begin();
        BatchProgress now;
        now.total = script.slides.size();
        for (const Slide& slide : script.slides) {
            if (stop.stop_requested()) throw Cancelled();
            add_slide(page, slide, grounder, stop);
            ++now.done;
            if (progress) progress(now);
        }
        page.end();
    });
}

}  // namespace gbs::app
