#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace gbs {

/// One part of the method beside the library that it follows.
struct FidelityRow {
    std::string part;       ///< "vgg16"
    std::string reference;  ///< library and version
    std::string inputs;     ///< what was compared: sizes of images, phrases
    double difference = 0;  ///< the largest, relative to the largest number of what is compared
};

/// A difference of floating-point rounding; what is above it is another computation.
inline constexpr double fidelity_limit = 1e-4;

/// A kind of parts: each file of `folder` below the fixtures holds the reference's outputs of one part.
struct FidelityKind {
    std::string folder;
    std::string title;
    FidelityRow (*compare)(const std::filesystem::path& file);  ///< throws Error
};

/// Every kind that is known. A new one is a line here and a function.
const std::vector<FidelityKind>& fidelity_kinds();

/// Weights by name (core/weights_by_name.h) in the encoder that `file` names;
/// tests/fixtures/make_image_encoders.py.
FidelityRow image_encoder_fidelity(const std::filesystem::path& file);

/// The files of `fixtures`, kind by kind, each in the order of their names. Throws Error where there is none.
std::vector<std::filesystem::path> fidelity_files(const std::filesystem::path& fixtures,
                                                  const FidelityKind& kind);

struct FidelityTable {
    std::vector<std::pair<std::string, std::vector<FidelityRow>>> kinds;  ///< title and rows
    double largest() const;
};

/// Compares everything; `progress` is told each row.
FidelityTable measure_fidelity(const std::filesystem::path& fixtures,
                               const std::function<void(const FidelityRow&)>& progress = {});
/// docs/fidelity.md.
std::string to_markdown(const FidelityTable& table);

}  // namespace gbs
