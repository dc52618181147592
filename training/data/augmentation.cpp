// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/augmentation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#include "core/base/error.h"

namespace gbs::training {
namespace {

constexpr int max_size = 8192;

void require(bool good, const std::string& what) {
    if (!good) throw Error("augmentation: " + what);
}

struct Rgb {
    float r, g, b;
};

float clamp(float value) {
    return std::clamp(value, 0.0f, 1.0f);
}
float luma(const Rgb& c) {
    return 0.2989f * c.r + 0.587f * c.g + 0.114f * c.b;
}

/// other + factor (c - other), torchvision's _blend.
Rgb blend(const Rgb& c, float other, float factor) {
    const auto mix = [&](float value) { return clamp(factor * value + (1 - factor) * other); };
    return {mix(c.r), mix(c.g), mix(c.b)};
}

/// Rotates the hue in HSV; value and saturation stay.
Rgb turn_hue(const Rgb& c, float turn) {
    const float value = std::max({c.r, c.g, c.b}), chroma = value - std::min({c.r, c.g, c.b});
    if (chroma <= 0) return c;
    float sixth = 0;
    if (value == c.r) {
        sixth = (c.g - c.b) / chroma;
    } else if (value == c.g) {
        sixth = 2 + (c.b - c.r) / chroma;
    } else {
        sixth = 4 + (c.r - c.g) / chroma;
    }
    const float hue = sixth + 6 * turn;
    const auto channel = [&](float shift) {
        float k = std::fmod(hue + shift, 6.0f);
        if (k < 0) k += 6;
        return clamp(value - chroma * std::clamp(std::min(k, 4 - k), 0.0f, 1.0f));
    };
    return {channel(5), channel(3), channel(1)};
}

float mean_luma(const std::vector<Rgb>& pixels) {
    double sum = 0;
    for (const Rgb& pixel : pixels) sum += luma(pixel);
    return static_cast<float>(sum / static_cast<double>(std::max<std::size_t>(pixels.size(), 1)));
}

std::vector<Rgb> to_floats(const Image& image) {
    std::vector<Rgb> pixels(image.pixels());
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = {image.rgb[3 * i] / 255.0f, image.rgb[3 * i + 1] / 255.0f, image.rgb[3 * i + 2] / 255.0f};
    return pixels;
}

std::uint8_t to_byte(float value) {
    return static_cast<std::uint8_t>(std::lround(value * 255));
}

ColorJitter draw_colors(const AugmentationOptions& options, Random& random) {
    const auto factor = [&](double strength) {
        return random.uniform(std::max(0.0, 1 - strength), 1 + strength);
    };
    ColorJitter jitter;
    jitter.brightness = factor(options.brightness);
    jitter.contrast = factor(options.contrast);
    jitter.saturation = factor(options.saturation);
    jitter.hue = random.uniform(-options.hue, options.hue);
    jitter.grey = random.chance(options.grey);
    return jitter;
}

Image random_crop(const Image& photo, const AugmentationOptions& options, Random& random) {
    const double area = random.uniform(options.crop_area);
    const double stretch = std::log(options.crop_aspect);
    // The area is kept: a crop that would be wider than the photo is as wide as the photo.
    const double aspect = std::clamp(std::exp(random.uniform(-stretch, stretch)), area, 1 / area);
    const auto side = [](double length, int limit) {
        return static_cast<int>(std::clamp<long>(std::lround(length), 1, limit));
    };
    const int width = side(photo.width * std::sqrt(area * aspect), photo.width);
    const int height = side(photo.height * std::sqrt(area / aspect), photo.height);
    const int x = static_cast<int>(random.integer(static_cast<std::uint64_t>(photo.width - width + 1)));
    const int y = static_cast<int>(random.integer(static_cast<std::uint64_t>(photo.height - height + 1)));
    return crop_image(photo, x, y, width, height);
}

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '_';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
char lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// `word` in the case of `model`: upper case, capitalized, or unchanged.
std::string with_case_of(std::string_view model, std::string word) {
    const bool capitals = std::all_of(model.begin(), model.end(), is_upper);
    for (std::size_t i = 0; i < word.size(); ++i)
        if (capitals || (i == 0 && is_upper(model.front()))) word[i] = upper(word[i]);
    return word;
}

std::string other_side(std::string_view word) {
    static constexpr std::array endings = {"", "most", "ward", "wards", "hand", "y"};
    std::string small(word);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    for (const std::string ending : endings) {
        if (small == "left" + ending) return with_case_of(word, "right" + ending);
        if (small == "right" + ending) return with_case_of(word, "left" + ending);
    }
    return std::string(word);
}

}  // namespace

AugmentedPhoto augment(const Image& photo, std::vector<std::string> captions,
                       const AugmentationOptions& options, int size, Random& random) {
    require(photo.width > 0 && photo.height > 0, "the photo has no pixels");
    require(size > 0 && size <= max_size,
            "size " + std::to_string(size) + " is not in 1 to " + std::to_string(max_size));
    AugmentedPhoto result;
    // Always the same draws, so that switching one part off leaves the others unchanged.
    result.image = resize_image(random_crop(photo, options, random), size, size);
    result.flipped = random.chance(options.flip);
    if (result.flipped) result.image = mirror_image(result.image);
    apply_colors(result.image, draw_colors(options, random));
    result.captions = std::move(captions);
    if (result.flipped && options.swap_sides)
        for (std::string& caption : result.captions) caption = swap_left_right(caption);
    return result;
}

void apply_colors(Image& image, const ColorJitter& jitter) {
    if (jitter.brightness == 1 && jitter.contrast == 1 && jitter.saturation == 1 && jitter.hue == 0 &&
        !jitter.grey)
        return;
    std::vector<Rgb> pixels = to_floats(image);
    const auto brightness = static_cast<float>(jitter.brightness),
               contrast = static_cast<float>(jitter.contrast);
    const auto saturation = static_cast<float>(jitter.saturation), hue = static_cast<float>(jitter.hue);
    for (Rgb& pixel : pixels) pixel = blend(pixel, 0, brightness);
    const float mean = mean_luma(pixels);  // contrast refers to the brightened image
    for (Rgb& pixel : pixels) {
        pixel = blend(pixel, mean, contrast);
        pixel = blend(pixel, luma(pixel), saturation);
        if (jitter.hue != 0) pixel = turn_hue(pixel, hue);
        if (jitter.grey) {
            const float grey = luma(pixel);
            pixel = {grey, grey, grey};
        }
    }
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        image.rgb[3 * i] = to_byte(pixels[i].r);
        image.rgb[3 * i + 1] = to_byte(pixels[i].g);
        image.rgb[3 * i + 2] = to_byte(pixels[i].b);
    }
}

Image crop_image(const Image& image, int x, int y, int width, int height) {
    require(
        x >= 0 && y >= 0 && width > 0 && height > 0 && x <= image.width - width && y <= image.height - height,
        "the crop reaches outside of the photo");
    Image result{width, height, std::vector<std::uint8_t>(std::size_t{3} * width * height)};
    const std::size_t row = std::size_t{3} * width;
    for (int line = 0; line < height; ++line)
        std::memcpy(result.rgb.data() + line * row,
                    image.rgb.data() + (static_cast<std::size_t>(y + line) * image.width + x) * 3, row);
    return result;
}

Image mirror_image(const Image& image) {
    Image result = image;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::size_t row = static_cast<std::size_t>(y) * image.width;
            std::copy_n(image.rgb.begin() + static_cast<std::ptrdiff_t>(3 * (row + image.width - 1 - x)), 3,
                        result.rgb.begin() + static_cast<std::ptrdiff_t>(3 * (row + x)));
        }
    return result;
}

std::string swap_left_right(std::string_view caption) {
    std::string result;
    result.reserve(caption.size() + 8);
    for (std::size_t at = 0; at < caption.size();) {
        std::size_t end = at;
        while (end < caption.size() && is_letter(caption[end])) ++end;
        if (end == at) {
            result += caption[at++];
        } else {
            result += other_side(caption.substr(at, end - at));
            at = end;
        }
    }
    return result;
}

}  // namespace gbs::training
