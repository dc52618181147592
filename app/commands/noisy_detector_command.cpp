// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/commands/commands.h"
#include "core/base/error.h"
#include "core/base/fnv_hash.h"
#include "core/base/json_stream.h"
#include "core/base/json_text.h"
#include "core/base/json_values.h"
#include "core/base/random.h"
#include "core/base/words.h"
#include "core/data/benchmark.h"
#include "core/image/photo_names.h"

namespace gbs::app {
namespace {

using nlohmann::json;

/// A detector made of the ground truth. The same seed gives the same boxes, in whatever order it is asked.
class NoisyDetector {
 public:
    NoisyDetector(const Benchmark& benchmark, std::uint64_t seed) : seed_(seed) {
        for (const PhraseQuery& query : benchmark.queries) {
            const auto [known, is_new] = numbers_.try_emplace(query.image, images_.size());
            if (is_new) {
                names_.add(query.image);
                images_.push_back({query.image, query.width, query.height, {}});
            }
            auto& boxes = images_[known->second].boxes[normalize_phrase(query.phrase)];
            boxes.insert(boxes.end(), query.boxes.begin(), query.boxes.end());
        }
    }

    json answer(const std::string& photo, const std::string& phrase) const {
        json line{{"image", photo}, {"phrase", phrase}};
        const auto entry = names_.find(photo).entry;
        if (!entry) {
            line["error"] = "the ground truth has no such photo";
            return line;
        }
        const Truth& image = images_[*entry];
        line.update({{"width", image.width},
                     {"height", image.height},
                     {"boxes", json::array()},
                     {"scores", json::array()}});
        const auto add = [&](const json& box, double score) {
            line["boxes"].push_back(box);
            line["scores"].push_back(score);
        };
        const std::string wanted = normalize_phrase(phrase);
        const auto known = image.boxes.find(wanted);
        Random random(seed_, fnv_hash(image.name), fnv_hash(wanted));
        const double chance = random.uniform();
        if (known == image.boxes.end() || chance < 0.25) return line;
        if (chance < 0.45) {
            add(anywhere(image, random), random.uniform(0.2, 0.7));
            return line;
        }
        for (const BoundingBox& box : known->second) {
            const double across = 0.15 * (box.x2 - box.x1 + 1), down = 0.15 * (box.y2 - box.y1 + 1);
            const auto moved = [&](double edge, double by, int limit) {
                return std::clamp(edge + random.uniform(-by, by), 0.0, static_cast<double>(limit));
            };
            const double x1 = moved(box.x1 - 1, across, image.width),
                         y1 = moved(box.y1 - 1, down, image.height), x2 = moved(box.x2, across, image.width),
                         y2 = moved(box.y2, down, image.height);
            if (x1 < x2 && y1 < y2) add({x1, y1, x2, y2}, random.uniform(0.5, 1));
        }
        return line;
    }

 private:
    struct Truth {
        std::string name;
        int width, height;
        std::map<std::string, std::vector<BoundingBox>> boxes;  ///< by normalized phrase
    };

    static json anywhere(const Truth& image, Random& random) {
        const double width = random.uniform(0.1, 0.6) * image.width,
                     height = random.uniform(0.1, 0.6) * image.height;
        const double x = random.uniform(0, image.width - width), y = random.uniform(0, image.height - height);
        return {x, y, x + width, y + height};
    }

    std::uint64_t seed_;
    std::vector<Truth> images_;
    std::map<std::string, std::size_t> numbers_;
    PhotoNames names_;
};

void run_noisy_detector(const std::string& truth, const std::string& split, std::uint64_t seed) {
    const NoisyDetector detector(read_benchmark(recognize_benchmark(truth), split), seed);
    const auto say = [](const json& line) { std::cout << json_text(line) << std::endl; };
    say({{"bridge", 1}, {"name", "noisy ground truth"}, {"device", "cpu"}});
    for (std::string text; std::getline(std::cin, text);) {
        const auto request = parse_json(text);
        const std::string image = request ? get_text(*request, "image") : std::string();
        if (image.empty())
            throw Error("not a request, {\"image\": ..., \"phrases\": [...]}: " + text.substr(0, 100));
        for (const std::string& phrase : get_texts(*request, "phrases")) say(detector.answer(image, phrase));
    }
}

}  // namespace

void add_noisy_detector_command(CLI::App& app) {
    struct Arguments {
        std::string truth, split;
        std::uint64_t seed = 1;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand(
        "noisy-detector",
        "Be a detector (docs/detectors.md) that knows the ground truth, to try things without one");
    command
        ->add_option("truth", arguments->truth, "Benchmark folder, or TSV or JSONL file of phrases and boxes")
        ->required();
    command->add_option("--split", arguments->split, "Split of the benchmark");
    command->add_option("--seed", arguments->seed, "The same seed makes the same mistakes")
        ->capture_default_str();
    command->footer(
        "Of the phrases, 25 % get no box, 20 % a wrong one anywhere in the photo, the others their true boxes with each\n"
        "edge moved by up to 15 % of the box. Its scores say nothing about detectors.\n"
        "Example:\n  gbs evaluate folder --detector-bridge \"gbs noisy-detector folder --seed 2\"");
    command->callback(
        [arguments] { run_noisy_detector(arguments->truth, arguments->split, arguments->seed); });
}

}  // namespace gbs::app
