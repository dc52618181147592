// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>

#include "core/base/csv.h"
#include "core/base/json_stream.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"
#include "core/data/caption_readers.h"
#include "core/image/image_files.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t none = static_cast<std::size_t>(-1);
/// Lines that a quoted field may go over: more means that a quote was never closed.
constexpr std::size_t max_field_lines = 50;
constexpr std::string_view separators = "\t|,;";

/// Which columns of a table hold what.
struct TableLayout {
    char separator = '\t';
    bool header = false;
    bool quotes = false;  ///< fields may be quoted, as in CSV
    std::size_t image = 0, number = none, split = none;
    std::vector<std::size_t> captions;
    std::size_t columns = 0;
};

bool is_number(std::string_view text) {
    text = trimmed(text);
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc() && end == text.data() + text.size();
}

/// "1.jpg" of "1.jpg#3", as Flickr8k and Flickr30k number their captions.
std::string_view without_number(std::string_view image) {
    const std::size_t hash = image.rfind('#');
    return hash != std::string_view::npos && is_number(image.substr(hash + 1)) ? image.substr(0, hash)
                                                                               : image;
}

/// The first of the names, by priority, among the columns.
std::size_t find_column(const std::vector<std::string>& columns, std::span<const std::string_view> names) {
    for (const std::string_view name : names)
        if (const auto found = std::ranges::find(columns, name); found != columns.end())
            return static_cast<std::size_t>(found - columns.begin());
    return none;
}

/// "Image Name" and "image_name" are one name.
std::vector<std::string> header_names(std::string_view line, char separator) {
    std::vector<std::string> names;
    for (const auto& cell : parse_csv_row(line, separator).value_or(std::vector<std::string>{})) {
        names.push_back(lower_case(std::string(trimmed(cell))));
        std::ranges::replace(names.back(), ' ', '_');
    }
    return names;
}

/// "caption_1" and "caption2" of tables with a row for each image.
bool is_numbered_caption(std::string_view name) {
    for (const std::string_view word : {"caption", "comment", "sentence"})
        if (name.starts_with(word)) {
            name.remove_prefix(word.size());
            if (name.starts_with('_')) name.remove_prefix(1);
            return is_number(name);
        }
    return false;
}

std::optional<TableLayout> read_header(std::string_view line, char separator) {
    static constexpr std::string_view images[] = {"image", "image_name", "file_name",  "filename", "filepath",
                                                  "img",   "file",       "image_path", "img_path", "path",
                                                  "photo", "image_file", "image_id"};
    static constexpr std::string_view captions[] = {"caption",  "captions", "title",       "comment",  "raw",
                                                    "sentence", "text",     "description", "sentences"};
    static constexpr std::string_view splits[] = {"split"};
    const auto names = header_names(line, separator);
    TableLayout found;
    found.separator = separator;
    found.header = found.quotes = true;
    found.image = find_column(names, images);
    found.split = find_column(names, splits);
    found.columns = names.size();
    if (const std::size_t caption = find_column(names, captions); caption != none)
        found.captions.push_back(caption);
    else
        for (std::size_t i = 0; i < names.size(); ++i)
            if (is_numbered_caption(names[i])) found.captions.push_back(i);
    if (found.image == none || found.captions.empty()) return std::nullopt;
    return found;
}

/// Without a header: image and caption, or image, number and caption.
std::optional<TableLayout> read_first_row(std::string_view line, char separator) {
    TableLayout found;
    found.separator = separator;
    found.quotes = separator != '\t';
    const auto cells =
        found.quotes ? parse_csv_row(line, separator).value_or(std::vector<std::string>{}) : [&] {
            const auto views = split_columns(line, 3, separator);
            return std::vector<std::string>(views.begin(), views.end());
        }();
    if (cells.size() < 2) return std::nullopt;
    const std::string_view image = without_number(trimmed(cells[0]));
    // Tabs are rare in plain text, commas are not.
    if (separator != '\t' && !has_image_extension(fs::path(image))) return std::nullopt;
    const bool numbered = cells.size() >= 3 && is_number(cells[1]);
    if (separator == '\t' && cells.size() >= 3 && !numbered) return std::nullopt;
    if (numbered) found.number = 1;
    found.captions = {numbered ? 2U : 1U};
    found.columns = numbered ? 3 : 2;
    return found;
}

std::optional<TableLayout> find_layout(std::string_view first_line) {
    for (const char separator : separators)
        if (auto found = read_header(first_line, separator)) return found;
    for (const char separator : separators)
        if (auto found = read_first_row(first_line, separator)) return found;
    return std::nullopt;
}

/// Reads rows, of which a quoted field may join several lines.
class TableReader {
 public:
    TableReader(const TableLayout& layout, CaptionCollector& out) : layout_(layout), out_(out) {}

    void take_line(std::string_view line) {
        if (open_.empty() && trimmed(line).empty()) return;
        open_ += (open_.empty() ? "" : "\n") + std::string(line);
        auto cells = cut(open_);
        if (!cells && ++open_lines_ < max_field_lines) return;
        if (cells)
            take_row(*std::move(cells));
        else
            out_.skip("row with a quote that is never closed", open_lines_);
        open_.clear();
        open_lines_ = 0;
    }
    void finish() {
        if (!open_.empty()) out_.skip("row with a quote that is never closed");
    }

 private:
    std::optional<std::vector<std::string>> cut(std::string_view row) const {
        if (layout_.quotes) return parse_csv_row(row, layout_.separator);
        const auto views = split_columns(row, layout_.columns, layout_.separator);
        return std::vector<std::string>(views.begin(), views.end());
    }

    void take_row(std::vector<std::string> cells) {
        if (std::exchange(first_, false) && layout_.header) return;
        // A caption at the end that was not quoted may hold separators.
        const bool caption_is_last = layout_.captions.back() + 1 == layout_.columns;
        for (; caption_is_last && cells.size() > layout_.columns;
             cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(layout_.columns)))
            cells[layout_.columns - 1] += layout_.separator + cells[layout_.columns];
        const std::string image(
            cells.empty() ? "" : without_number(trimmed(cells[std::min(layout_.image, cells.size() - 1)])));
        if (cells.size() < layout_.columns || image.empty() ||
            (layout_.number != none && !is_number(cells[layout_.number])))
            return out_.skip("row without image and caption");
        if (!out_.split().name().empty() && trimmed(cells[layout_.split]) != out_.split().name())
            return out_.skip("in another split");
        for (const std::size_t column : layout_.captions) take_caption(image, cells[column]);
    }

    /// A cell may hold a list of captions, as tables made from JSON do.
    void take_caption(const std::string& image, const std::string& cell) {
        if (trimmed(cell).starts_with("[\""))
            if (const auto list = parse_json(cell)) {
                for (const auto& caption : captions_of(*list)) out_.add(image, caption);
                return;
            }
        out_.add(image, cell);
    }

    const TableLayout& layout_;
    CaptionCollector& out_;
    std::string open_;
    std::size_t open_lines_ = 0;
    bool first_ = true;
};

}  // namespace

bool read_caption_table(const fs::path& file, std::string_view first_line, CaptionCollector& out) {
    const auto layout = find_layout(first_line);
    if (!layout) return false;
    if (layout->split == none)
        refuse_split_name(out.split(), "a table of captions without a column \"split\"");
    TableReader reader(*layout, out);
    const LegacyLines legacy =
        for_each_line(file, [&](std::size_t, std::string_view line) { reader.take_line(line); });
    reader.finish();
    out.note(legacy.describe());
    return true;
}

}  // namespace gbs
