// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gbs {

/// The maximum of a map, in pixels of the photo with EXIF orientation applied; origin top left.
struct Peak {
    int x = 0;
    int y = 0;
    float value = 0;
};

/// A map of scores over an image: float32, row-major, `height` rows of `width` values in [0, 1].
/// The model's maps have the size of the finest feature block E^n; `resized` scales them to the photo.
class Heatmap {
 public:
    Heatmap() = default;
    Heatmap(int width, int height, std::vector<float> values);

    int width() const { return width_; }
    int height() const { return height_; }
    bool empty() const { return values_.empty(); }
    const std::vector<float>& values() const { return values_; }
    float at(int x, int y) const { return values_[static_cast<std::size_t>(y) * width_ + x]; }

    /// Bilinear with half-pixel centers and clamped edges (torch's align_corners=False), as in the
    /// evaluation protocol.
    Heatmap resized(int width, int height) const;
    /// The first maximum in row-major order of `resized(width, height)`, without computing that map: a
    /// bilinear patch has its maximum at one of its four corners, so only those are evaluated.
    Peak resized_peak(int width, int height) const;

 private:
    int width_ = 0;
    int height_ = 0;
    std::vector<float> values_;
};

/// The pixel-wise geometric mean of n >= 1 maps of equal size, 0 where their product is not positive: of two maps,
/// sqrt(H_GbS * H_i2t), section 3.4.
Heatmap geometric_mean(std::span<const Heatmap* const> maps);

/// The three maps of one phrase, at the size of the finest feature block.
struct Grounding {
    std::string phrase;
    Heatmap gbs;   ///< H_GbS, the decoder's map (eq. 4)
    Heatmap i2t;   ///< H_i2t, the similarity of text and features (eq. 11)
    Heatmap mean;  ///< sqrt(H_GbS * H_i2t), the model's main output
    double milliseconds = 0;
    /// How likely the photo shows what the phrase says, in [0, 1] (strength_level.h); nothing if the model does not
    /// know.
    std::optional<float> strength{};
};

/// Writes NumPy's .npy format atomically: float32, C order, shape (height, width). Throws Error.
void write_npy(const Heatmap& map, const std::filesystem::path& path);
/// Writes a 16-bit grayscale PNG; 1 becomes 65535. Throws Error.
void write_png16(const Heatmap& map, const std::filesystem::path& path);

}  // namespace gbs
