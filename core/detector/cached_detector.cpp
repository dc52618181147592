// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/cached_detector.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "core/base/file_io.h"
#include "core/base/foreign_paths.h"
#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/sha256.h"
#include "core/detector/detector_lines.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

constexpr std::size_t max_kept = std::size_t{16} << 20;
constexpr auto kept_time = std::chrono::hours(24 * 90);

void remove_old_files(const fs::path& folder) {
    const auto now = fs::file_time_type::clock::now();
    std::error_code code;
    for (const fs::path& file : list_folder(folder))
        if (const auto time = fs::last_write_time(file, code); !code && now - time > kept_time)
            fs::remove(file, code);
}

}  // namespace

CachedDetector::CachedDetector(BridgeOptions options, fs::path folder)
    : options_(std::move(options)), folder_(std::move(folder)) {}

void CachedDetector::open_folder() {
    if (std::exchange(opened_, true)) return;
    std::error_code code;
    fs::create_directories(folder_, code);
    if (code)
        folder_.clear();
    else
        remove_old_files(folder_);
}

void CachedDetector::start(const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
    if (!bridge_) bridge_ = std::make_unique<DetectorBridge>(options_, stop);
}

/// Empty if nothing can be kept.
fs::path CachedDetector::file_of(const fs::path& photo, const std::string& phrase) const {
    std::error_code code;
    const auto bytes = fs::file_size(photo, code);
    const auto time = code ? fs::file_time_type() : fs::last_write_time(photo, code);
    if (folder_.empty() || code) return {};
    Sha256 hash;
    for (const std::string& part :
         {options_.command, detector_scores_name(options_.scores), fs::absolute(photo).string(),
          std::to_string(bytes), std::to_string(time.time_since_epoch().count()), phrase}) {
        hash.add(std::to_string(part.size()) + " ");
        hash.add(part);
    }
    return folder_ / (hash.finish() + ".jsonl");
}

bool CachedDetector::find(const fs::path& file, DetectorBoxes& boxes) const {
    if (file.empty() || !is_plain_file(file)) return false;
    try {
        const auto line = parse_json(read_text(file, max_kept));
        if (!line || DetectorLines(boxes, file.string()).take(*line, "line 1")) return false;
        std::error_code ignored;
        fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
        return true;
    } catch (const Error& error) {
        spdlog::warn("{}", error.what());
        return false;
    }
}

void CachedDetector::keep(const fs::path& photo, const DetectorBoxes& boxes) const {
    for (const DetectorImage& image : boxes.images())
        for (const DetectorAnswer& answer : image.answers) try {
                const fs::path file = file_of(photo, answer.name);
                if (!file.empty())
                    write_atomically(file, json_text(detector_line(image.image, image, answer)) + "\n");
            } catch (const Error& error) {
                spdlog::warn("{}", error.what());  // a full disk costs the cache, not the answer
            }
}

BridgeAnswer CachedDetector::ask(const fs::path& photo, std::span<const std::string> phrases,
                                 const std::stop_token& stop) {
    open_folder();
    DetectorBoxes known;
    std::vector<std::string> open;
    for (const std::string& phrase : phrases)
        if (!find(file_of(photo, bridge_phrase(phrase)), known)) open.push_back(phrase);
    BridgeAnswer answer;
    if (!open.empty()) {
        start(stop);
        try {
            answer = bridge_->ask(photo, open, stop);
        } catch (...) {
            if (!bridge_->running()) bridge_.reset();
            throw;
        }
        keep(photo, answer.boxes);
    }
    for (const DetectorImage& image : known.images())
        for (const DetectorAnswer& each : image.answers) {
            answer.boxes.add_answer(image.image, image.width, image.height, each.name, each.is_class);
            for (const DetectorBox& box : each.boxes)
                answer.boxes.add(image.image, image.width, image.height, each.name, each.is_class, box);
        }
    return answer;
}

}  // namespace gbs
