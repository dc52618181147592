// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gbs {

/// The comparison of one part of the method with its reference library.
struct FidelityRow {
    std::string part;       ///< "vgg16"
    std::string reference;  ///< library and version
    std::string inputs;     ///< the compared inputs: sizes of images, phrases
    double difference = 0;  ///< maximum, relative to the maximum absolute value of the compared output
    std::string skipped{};  ///< why nothing was compared, or empty
};

/// Differences below this are floating-point rounding; larger ones mean a different computation.
inline constexpr double fidelity_limit = 1e-4;

/// The reference outputs of a part.
struct FidelityPart {
    std::filesystem::path file;
    std::string name;  ///< within the file, or the file's name
};

/// Parts that are compared in the same way.
struct FidelityKind {
    std::string title;    ///< adjacent kinds with the same title share a table
    std::string outputs;  ///< below the fixtures: a folder of files, or one file
    std::string
        parts;  ///< metadata key of a JSON object with the parts of a file; empty: each file is a part
    FidelityRow (*compare)(const FidelityPart& part);  ///< throws Error
};

/// All kinds. To add one, add a row to its table and a function.
const std::vector<FidelityKind>& fidelity_kinds();

/// The encoder named by the file, with
/// weights by name (core/fidelity/weights_by_name.h); tests/fixtures/make_image_encoders.py.
FidelityRow image_encoder_fidelity(const FidelityPart& part);
/// A BERT with weights by name; tests/fixtures/make_bert_sizes.py.
FidelityRow bert_fidelity(const FidelityPart& part);
/// The text tower of a CLIP with weights by name; tests/fixtures/make_clip.py.
FidelityRow clip_text_fidelity(const FidelityPart& part);
/// minilm-l6-v2 with its own weights; skipped if they are not in the weights folder. Phrases of
/// tests/fixtures/make_bert.py; `captions` are the hundred further captions of that script, or empty.
FidelityRow minilm_fidelity(const FidelityPart& part, std::span<const std::string> captions = {});
/// An ELMo with weights by name; tests/fixtures/make_elmo.py.
FidelityRow elmo_fidelity(const FidelityPart& part);

/// The parts of a kind, sorted by name. Throws Error if there are none.
std::vector<FidelityPart> fidelity_parts(const std::filesystem::path& fixtures, const FidelityKind& kind);

struct FidelityTable {
    std::vector<std::pair<std::string, std::vector<FidelityRow>>> kinds;  ///< title and rows
    double largest() const;                                               ///< maximum difference
};

/// Runs all comparisons; `progress` gets each row. Throws Error.
FidelityTable measure_fidelity(const std::filesystem::path& fixtures,
                               const std::function<void(const FidelityRow&)>& progress = {});
/// The operations of the method on a device ("cuda", "cuda:1") next to the CPU: attenuations with their gradients, whose
/// kernels are our own in a build with CUDA, and models from pixels to maps. Throws Error.
FidelityTable measure_device(const std::string& name,
                             const std::function<void(const FidelityRow&)>& progress = {});
/// The contents of docs/fidelity.md, and its tables alone.
std::string to_markdown(const FidelityTable& table);
std::string to_tables(const FidelityTable& table);

}  // namespace gbs
