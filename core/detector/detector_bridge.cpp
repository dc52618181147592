// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_bridge.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/join.h"
#include "core/base/json_stream.h"
#include "core/base/json_values.h"
#include "core/base/text_lines.h"
#include "core/base/utf8.h"
#include "core/detector/detector_command.h"

namespace gbs {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t told_lines = 5;

}  // namespace

BridgeOptions bridge_options(const std::string& command, DetectorScores scores, int answer_seconds) {
    return {.command = command,
            .scores = scores,
            .start_limit = std::chrono::seconds(5) * answer_seconds,
            .answer_limit = std::chrono::seconds(answer_seconds)};
}

std::string bridge_phrase(const std::string& phrase) {
    return valid_utf8(trimmed(phrase));
}

DetectorBridge::DetectorBridge(BridgeOptions options, const std::stop_token& stop)
    : options_(std::move(options)), name_(options_.command) {
    if (options_.scores == DetectorScores::minmax)
        throw Error(
            "minmax needs the scores of all photos, and a running detector gives one after the other: "
            "use sigmoid, softmax or percent, or write its boxes to a file first (gbs detect)");
    ChildProcess::Options child;
    child.variables = {"GBS_BRIDGE_FOLDER=" + folder_.path().string()};
    child.said = options_.said;
    child.ended = options_.ended;
    const std::vector<std::string> words = detector_command(options_.command);
    try {
        child_ = std::make_unique<ChildProcess>(words, std::move(child));
    } catch (const Error& error) {
        throw Error(std::string(error.what()) + "; the bridges here are " + join(list_detectors(), ", "));
    }
    greet(stop);
}

void DetectorBridge::greet(const std::stop_token& stop) {
    const std::string text = receive(options_.start_limit, "saying that it is ready", stop);
    const auto line = parse_json(text);
    const json* version = line ? find_member(*line, "bridge") : nullptr;
    if (!version)
        throw BridgeEnded(
            describe("its first line is not {\"bridge\": 1, ...}, as docs/detectors.md asks, but: " +
                     printable(utf8_prefix(text, 100))));
    if (*version != 1)
        throw BridgeEnded(
            describe("it speaks version " +
                     version->dump(-1, ' ', false, json::error_handler_t::replace).substr(0, 20) +
                     " of the protocol, and this program version 1"));
    const std::string name = get_text(*line, "name"), gives = get_text(*line, "gives");
    if (!name.empty()) name_ = printable(utf8_prefix(name, 100));
    device_ = printable(utf8_prefix(get_text(*line, "device"), 100));
    if (!gives.empty() && gives != "boxes" && gives != "maps")
        throw BridgeEnded(describe("\"gives\" in its first line must be boxes or maps"));
    gives_maps_ = gives == "maps";
}

std::string DetectorBridge::receive(std::chrono::seconds limit, const char* awaited,
                                    const std::stop_token& stop) {
    std::string line;
    switch (child_->receive(line, ChildProcess::Clock::now() + limit, stop)) {
        case ChildProcess::Result::done:
            return line;
        case ChildProcess::Result::ended:
            throw BridgeEnded(describe(child_->how_it_ended() + " without " + awaited));
        case ChildProcess::Result::timeout:
            throw BridgeEnded(
                describe("it took longer than " + std::to_string(limit.count()) + " s for " + awaited));
        case ChildProcess::Result::too_long:
            break;
    }
    throw BridgeEnded(describe("it wrote a line of more than 16 MB"));
}

std::string DetectorBridge::describe(const std::string& fault) const {
    std::string text = "the detector " + name_ + ": " + fault;
    const auto lines = child_->last_lines();
    if (lines.empty()) return text;
    text += "; its last lines:";
    for (std::size_t i = lines.size() - std::min(lines.size(), told_lines); i < lines.size(); ++i)
        text += "\n" + lines[i];
    return text;
}

BridgeAnswer DetectorBridge::ask(const fs::path& photo, std::span<const std::string> phrases,
                                 const std::stop_token& stop) {
    const std::string image = fs::absolute(photo).lexically_normal().string();
    if (!is_utf8(image))
        throw Error(valid_utf8(image) +
                    ": the path is not UTF-8, so that no detector can be told of it; rename it");
    std::vector<std::string> asked;
    for (const std::string& given : phrases)
        if (std::string phrase = bridge_phrase(given);
            !phrase.empty() && std::ranges::find(asked, phrase) == asked.end())
            asked.push_back(std::move(phrase));
    if (asked.empty()) return {};
    if (!child_) throw BridgeEnded("the detector " + name_ + " has ended");
    BridgeAnswerReader reader(image, asked, gives_maps_, folder_.path());
    const auto limit = answered_ ? options_.answer_limit : options_.start_limit;
    try {
        if (child_->send(reader.request(), ChildProcess::Clock::now() + limit, stop) ==
            ChildProcess::Result::ended)
            throw BridgeEnded(
                describe(child_->running() ? "it has closed its standard input" : child_->how_it_ended()));
        while (!reader.complete()) reader.take(receive(limit, "an answer", stop));
        answered_ = true;
        return reader.finish(options_.scores);
    } catch (const BridgeEnded&) {
        child_.reset();
        throw;
    } catch (const Cancelled&) {
        child_.reset();  // its answer would be taken for that of the next question
        throw;
    } catch (const Error& error) {
        const std::string text = describe(error.what());
        child_.reset();
        throw BridgeEnded(text);
    }
}

}  // namespace gbs
