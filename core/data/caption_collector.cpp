// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/caption_collector.h"

#include <system_error>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/base/line_reader.h"
#include "core/base/text_lines.h"
#include "core/data/phrase_limit.h"
#include "core/data/uploaded_name.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;

}  // namespace

CaptionSplit::CaptionSplit(const std::string& split) {
    std::error_code ignored;
    if (split.empty()) return;
    if (!fs::exists(split, ignored)) {
        name_ = split;
        return;
    }
    list_.emplace(split);
    try {
        for_each_line(split, [&](std::size_t, std::string_view line) { list_->add(line); });
    } catch (const Error& error) {
        throw SplitError(error.what());
    }
    if (list_->size() == 0) throw SplitError(split + ": the split list names no image");
}

CaptionCollector::CaptionCollector(const fs::path& folder, const fs::path& captions_file,
                                   const std::string& split)
    : captions_file_(captions_file), photos_(folder), resolver_(captions_file.string()), split_(split) {
    for (const auto& name : photos_.photo_names()) resolver_.add(name);
}

void CaptionCollector::add(const std::string& image, std::string_view caption) {
    const auto [known, is_new] = places_.try_emplace(image, absent);
    if (is_new) known->second = find_place(image);
    if (known->second == excluded) return skip("not in the split list");
    caption = trimmed(caption);
    if (caption.empty()) return skip("empty caption");
    if (caption.size() > max_phrase_bytes) return skip(long_caption);
    if (caption.find('\0') != std::string_view::npos)
        return skip("caption with a zero byte (UTF-16 without its byte order mark?)");
    if (known->second != absent) found_.images[known->second].captions.emplace_back(caption);
}

std::size_t CaptionCollector::find_place(const std::string& image) {
    auto photo = resolver_.find(image);
    const auto original = photo ? std::nullopt : uploaded_name(image);
    if (!split_.has_image(original.value_or(image))) return excluded;
    if (original) photo = resolver_.find(*original);
    if (!photo) {
        found_.missing.push_back(image);
        return absent;
    }
    const auto [place, is_new] = photo_places_.emplace(*photo, found_.images.size());
    if (is_new) found_.images.push_back({photos_.folder() / photos_.photo_names()[*photo], {}});
    return place->second;
}

CaptionedImages CaptionCollector::finish() {
    if (const std::size_t unused = split_.unused(); unused > 0)
        skip("in the split list but without captions", unused);
    std::erase_if(found_.images, [](const CaptionedImage& image) { return image.captions.empty(); });
    if (!found_.images.empty()) return std::move(found_);
    std::string why;
    if (!found_.missing.empty())
        why = ": " + std::to_string(found_.missing.size()) + " images such as " + found_.missing.front() +
              " are not in that folder";
    if (!found_.skipped.empty()) why += "; " + join_counts(found_.skipped, "; ");
    throw Error(captions_file_.string() + " and " + photos_.folder().string() +
                ": no captioned image is left" + why);
}

}  // namespace gbs
