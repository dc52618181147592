#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace gbs {

/// What `gbs evaluate` was asked for.
struct EvaluateArguments {
    std::string folder;           ///< of a benchmark, or a TSV or JSONL file
    std::string phrases, images;  ///< a file of phrases and a folder of photos in its place
    std::string split, protocol = "plain", device = "auto";
    std::vector<std::string> models, detectors, maps, ensembles;  ///< [NAME=]FILE; NAME+NAME
    std::string instances;                                        ///< for COCO results
    bool no_model = false, resume = false;
    std::size_t limit = 0;
    double box_threshold = 0.5;
    std::string per_phrase, per_phrase_csv, export_maps;
    std::string json, csv, markdown, latex;  ///< files; "-" is standard output
};

/// Reads, scores and writes. Throws Error, Cancelled.
void run_evaluate(const EvaluateArguments& arguments);

}  // namespace gbs
