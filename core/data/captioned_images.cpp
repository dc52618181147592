// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/captioned_images.h"

#include "core/base/error.h"
#include "core/base/json_stream.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"
#include "core/base/utf8.h"
#include "core/data/caption_collector.h"
#include "core/data/caption_readers.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t shown_bytes = 120;

Error unknown_format(const fs::path& file, std::string_view first_line) {
    const std::string shown(utf8_prefix(first_line, shown_bytes));
    return Error(
        file.string() +
        ", line 1: this is no captions file that is known. Known are JSON (COCO; Karpathy; a "
        "list or lines of {\"image\", \"caption\"}; {\"1.jpg\": [captions]}; Visual Genome's regions) and "
        "tables (1.jpg<tab>0<tab>caption; 1.jpg#0<tab>caption; a header that names the columns image and "
        "caption, separated by tab, comma, semicolon or |). It starts with: " +
        (shown.empty() ? "nothing, the file is empty" : shown));
}

}  // namespace

void refuse_split_name(const CaptionSplit& split, const char* format) {
    if (!split.name().empty())
        throw SplitError("split \"" + split.name() + "\": there is no such file, and " + format +
                         " has no named splits; give a file with one image name per line");
}

CaptionedImages read_captioned_images(const fs::path& images_folder, const fs::path& captions_file,
                                      const std::string& split) {
    CaptionCollector collector(images_folder, captions_file, split);
    static constexpr std::string_view keys[] = {"regions", "images"};
    const std::string first_line = read_first_line(captions_file);
    const auto start = trimmed(first_line);
    if (start.starts_with('{') || start.starts_with('[')) {
        if (first_json_key(captions_file, keys) == "regions")
            read_caption_regions(captions_file, collector);
        else if (!read_caption_json(captions_file, collector))
            throw unknown_format(captions_file, first_line);
    } else if (!read_caption_table(captions_file, first_line, collector)) {
        throw unknown_format(captions_file, first_line);
    }
    return collector.finish();
}

}  // namespace gbs
