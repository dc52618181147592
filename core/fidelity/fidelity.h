// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gbs {

/// One part of the method beside the library that it follows.
struct FidelityRow {
    std::string part;       ///< "vgg16"
    std::string reference;  ///< library and version
    std::string inputs;     ///< what was compared: sizes of images, phrases
    double difference = 0;  ///< the largest, relative to the largest number of what is compared
    std::string skipped{};  ///< why nothing was compared; empty where it was
};

/// A difference of floating-point rounding; what is above it is another computation.
inline constexpr double fidelity_limit = 1e-4;

/// Where the reference's outputs of a part lie.
struct FidelityPart {
    std::filesystem::path file;
    std::string name;  ///< within the file, or the file's own
};

/// A kind of parts.
struct FidelityKind {
    std::string title;    ///< kinds that follow each other under one title share a table
    std::string outputs;  ///< below the fixtures: a folder of files, or one file
    std::string parts;    ///< key of a file's metadata: a JSON object with its parts; empty: a file is a part
    FidelityRow (*compare)(const FidelityPart& part);  ///< throws Error
};

/// Every kind that is known. A new one is a line here and a function.
const std::vector<FidelityKind>& fidelity_kinds();

/// Weights by name (core/fidelity/weights_by_name.h) in the encoder that the file names;
/// tests/fixtures/make_image_encoders.py.
FidelityRow image_encoder_fidelity(const FidelityPart& part);
/// Weights by name in a BERT; tests/fixtures/make_bert_sizes.py.
FidelityRow bert_fidelity(const FidelityPart& part);
/// The weights of minilm-l6-v2 themselves, skipped where they are not in the weights folder; phrases of
/// tests/fixtures/make_bert.py. The file names a hundred `captions` more and does not hold them: all or none.
FidelityRow minilm_fidelity(const FidelityPart& part, std::span<const std::string> captions = {});
/// Weights by name in an ELMo; tests/fixtures/make_elmo.py.
FidelityRow elmo_fidelity(const FidelityPart& part);

/// The parts of a kind, in the order of their names. Throws Error where there is none.
std::vector<FidelityPart> fidelity_parts(const std::filesystem::path& fixtures, const FidelityKind& kind);

struct FidelityTable {
    std::vector<std::pair<std::string, std::vector<FidelityRow>>> kinds;  ///< title and rows
    double largest() const;                                               ///< of all that was compared
};

/// Compares everything; `progress` is told each row.
FidelityTable measure_fidelity(const std::filesystem::path& fixtures,
                               const std::function<void(const FidelityRow&)>& progress = {});
/// docs/fidelity.md.
std::string to_markdown(const FidelityTable& table);

}  // namespace gbs
