// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/bridge_answer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/base/error.h"
#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/json_values.h"
#include "core/base/utf8.h"
#include "core/image/npy_map.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* subject = "its answer";

std::string start_of(std::string_view line) {
    return printable(utf8_prefix(line, 100)) + (line.size() > 100 ? "..." : "");
}

/// Null unless the member is a text.
const std::string* find_text(const json& object, const char* key) {
    const json* member = find_member(object, key);
    return member ? member->get_ptr<const std::string*>() : nullptr;
}

}  // namespace

BridgeAnswerReader::BridgeAnswerReader(std::string image, std::vector<std::string> phrases, bool maps,
                                       fs::path folder)
    : image_(std::move(image)),
      phrases_(std::move(phrases)),
      open_(phrases_),
      maps_(maps),
      folder_(std::move(folder)),
      lines_(answer_.boxes, subject) {}

std::string BridgeAnswerReader::request() const {
    return json_text({{"image", image_}, {"phrases", phrases_}});
}

void BridgeAnswerReader::take(std::string_view text) {
    const auto line = parse_json(text);
    if (!line || !line->is_object()) throw Error("its answer is not a JSON object: " + start_of(text));
    const std::string *image = find_text(*line, "image"), *phrase = find_text(*line, "phrase");
    if (!image || *image != image_)
        throw Error("its answer is not about the image that it was asked about, " + image_ + ": " +
                    start_of(text));
    const std::string* const reason = find_text(*line, "error");
    if (reason && !phrase) return take_failure(*reason, nullptr);
    if (!phrase || std::ranges::find(phrases_, *phrase) == phrases_.end())
        throw Error("its answer is not about a phrase that it was asked for: " + start_of(text));
    if (std::erase(open_, *phrase) == 0) throw Error("it has answered twice for \"" + *phrase + "\"");
    if (reason) return take_failure(*reason, phrase);
    const std::string* const map = find_text(*line, "map");
    if ((map != nullptr) != maps_)
        throw Error(std::string("its first line says that it gives ") +
                    (maps_ ? "maps, its answer has none: " : "boxes, its answer has a map: ") +
                    start_of(text));
    if (map) return take_map(*map, *phrase);
    if (const char* fault = lines_.take(*line, "for \"" + *phrase + "\""))
        throw Error(std::string("its answer has a ") + fault + ": " + start_of(text));
}

void BridgeAnswerReader::take_failure(const std::string& reason, const std::string* phrase) {
    const std::string text = printable(utf8_prefix(reason, 500));
    if (phrase) {
        answer_.failures[*phrase] = text;
        return;
    }
    for (const std::string& each : open_) answer_.failures[each] = text;
    open_.clear();
}

/// A map in the folder of the bridge is read once and removed.
void BridgeAnswerReader::take_map(const std::string& name, const std::string& phrase) {
    const fs::path given = name, file = folder_ / given;
    if (given.is_relative() && given != given.filename())
        throw Error("its map must be a name in the folder of GBS_BRIDGE_FOLDER, or an absolute path, not " +
                    printable(utf8_prefix(name, 100)));
    answer_.maps[phrase] = read_npy_map(file);
    std::error_code ignored;
    if (given.is_relative()) fs::remove(file, ignored);
}

BridgeAnswer BridgeAnswerReader::finish(DetectorScores scores) {
    lines_.finish();
    answer_.boxes.normalize_scores(scores, subject);
    return std::move(answer_);
}

}  // namespace gbs
