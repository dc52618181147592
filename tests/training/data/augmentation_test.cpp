// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/data/augmentation.h"

#include <QtTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/base/error.h"

using namespace gbs;
using namespace gbs::training;

namespace {

/// Every pixel is different: red encodes the column, green the row, blue both.
Image gradient(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {x * 255 / width, y * 255 / height, (x + y) * 255 / (width + height)})
                image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

Image one_pixel(int r, int g, int b) {
    return {1, 1, {static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g), static_cast<std::uint8_t>(b)}};
}

std::array<int, 3> recolor(int r, int g, int b, const ColorJitter& jitter) {
    Image image = one_pixel(r, g, b);
    apply_colors(image, jitter);
    return {image.rgb[0], image.rgb[1], image.rgb[2]};
}

AugmentationOptions resize_only() {
    AugmentationOptions options;
    options.crop_area = {1, 1};
    options.flip = options.brightness = options.contrast = options.saturation = options.hue = options.grey =
        0;
    return options;
}

/// How much of the gradient the image spans: from its first to its last pixel.
double span(const Image& image, int channel) {
    return (image.rgb[image.rgb.size() - 3 + channel] - image.rgb[channel]) / 255.0;
}

ColorJitter turned(double hue) {
    ColorJitter jitter;
    jitter.hue = hue;
    return jitter;
}

}  // namespace

class AugmentationTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void noneOnlyResizes();
    void sizeIsAlwaysAsked();
    void sameKeysGiveTheSamePhoto();
    void cropsKeepAtLeastHalfOfTheArea();
    void cropsChangeTheAspectUpToAFactor();
    void flipsHappenHalfOfTheTime();
    void flippedCaptionsAreSwapped();
    void switchingAPartOffLeavesTheOthers();
    void neutralJitterChangesNothing();
    void colorsFollowTheDefinitions();
    void contrastIsAboutTheMeanOfTheImage();
    void hueTurnsAndComesBack();
    void greyHasThreeEqualChannels();
    void jitterMatchesAnotherImplementation();
    void leftAndRightAreSwapped_data();
    void leftAndRightAreSwapped();
    void badInputIsAnError();
};

void AugmentationTest::noneOnlyResizes() {
    const Image photo = gradient(60, 40);
    Random random(1);
    const AugmentedPhoto result = augment(photo, {"on the left"}, resize_only(), 32, random);
    QVERIFY(result.image.rgb == resize_image(photo, 32, 32).rgb);
    QVERIFY(!result.flipped);
    QCOMPARE(result.captions.at(0), std::string("on the left"));
}

void AugmentationTest::sizeIsAlwaysAsked() {
    for (const auto& [width, height] : {std::pair{1, 1}, {1, 50}, {50, 1}, {3, 2}, {97, 31}})
        for (const int size : {1, 2, 33}) {
            Random random(2, width, height, size);
            const Image image = augment(gradient(width, height), {}, {}, size, random).image;
            QCOMPARE(image.width, size);
            QCOMPARE(image.height, size);
            QCOMPARE(image.rgb.size(), static_cast<std::size_t>(3) * size * size);
        }
}

void AugmentationTest::sameKeysGiveTheSamePhoto() {
    const Image photo = gradient(64, 48);
    Random a(3, 1), b(3, 1), c(3, 2);
    const auto first = augment(photo, {}, {}, 24, a).image.rgb;
    QVERIFY(first == augment(photo, {}, {}, 24, b).image.rgb);
    QVERIFY(first != augment(photo, {}, {}, 24, c).image.rgb);
}

// Red grows with the column and green with the row, so their spans measure the crop.
void AugmentationTest::cropsKeepAtLeastHalfOfTheArea() {
    const Image photo = gradient(200, 200);
    AugmentationOptions options = resize_only();
    options.crop_area = {0.5, 1};
    double low = 1, high = 0;
    for (int i = 0; i < 200; ++i) {
        Random random(4, i);
        const Image image = augment(photo, {}, options, 100, random).image;
        QVERIFY(std::abs(span(image, 0) - span(image, 1)) < 0.02);  // the aspect ratio is kept
        low = std::min(low, span(image, 0) * span(image, 1));
        high = std::max(high, span(image, 0) * span(image, 1));
    }
    QVERIFY(low > 0.46 && low < 0.55);
    QVERIFY(high > 0.93);
}

void AugmentationTest::cropsChangeTheAspectUpToAFactor() {
    const Image photo = gradient(200, 200);
    AugmentationOptions options = resize_only();
    options.crop_area = {0.4, 0.4};
    options.crop_aspect = 2;
    double narrow = 1, wide = 1;
    for (int i = 0; i < 200; ++i) {
        Random random(8, i);
        const Image image = augment(photo, {}, options, 100, random).image;
        QVERIFY(std::abs(span(image, 0) * span(image, 1) - 0.4) < 0.03);  // the area is kept
        narrow = std::min(narrow, span(image, 0) / span(image, 1));
        wide = std::max(wide, span(image, 0) / span(image, 1));
    }
    QVERIFY(narrow > 0.47 && narrow < 0.55);
    QVERIFY(wide > 1.8 && wide < 2.1);
    // A crop of the whole area has no room for another shape.
    options.crop_area = {1, 1};
    Random random(8);
    QVERIFY(augment(photo, {}, options, 100, random).image.rgb == resize_image(photo, 100, 100).rgb);
}

void AugmentationTest::flipsHappenHalfOfTheTime() {
    AugmentationOptions options = resize_only();
    options.flip = 0.5;
    const Image photo = gradient(20, 20);
    int flips = 0;
    for (int i = 0; i < 1000; ++i) {
        Random random(5, i);
        const AugmentedPhoto result = augment(photo, {}, options, 20, random);
        QVERIFY(result.image.rgb == (result.flipped ? mirror_image(photo) : photo).rgb);
        flips += result.flipped;
    }
    QVERIFY(std::abs(flips - 500) < 80);
    QVERIFY(mirror_image(mirror_image(photo)).rgb == photo.rgb);
    QCOMPARE(mirror_image(photo).rgb[0], photo.rgb[3 * 19]);
}

void AugmentationTest::flippedCaptionsAreSwapped() {
    AugmentationOptions options = resize_only();
    options.flip = 1;
    Random random(6);
    const auto captions =
        augment(gradient(4, 4), {"a dog on the left", "no side"}, options, 4, random).captions;
    QVERIFY(captions == (std::vector<std::string>{"a dog on the right", "no side"}));
    options.swap_sides = false;
    QCOMPARE(augment(gradient(4, 4), {"left"}, options, 4, random).captions.at(0), std::string("left"));
    options.swap_sides = true;
    options.flip = 0;
    QCOMPARE(augment(gradient(4, 4), {"left"}, options, 4, random).captions.at(0), std::string("left"));
}

void AugmentationTest::switchingAPartOffLeavesTheOthers() {
    AugmentationOptions crops = resize_only();
    crops.crop_area = {0.5, 0.5};
    crops.flip = 0.5;
    AugmentationOptions colors = crops;
    colors.grey = 1;
    colors.brightness = 0.2;
    for (int i = 0; i < 20; ++i) {
        Random a(7, i), b(7, i);
        QCOMPARE(augment(gradient(30, 30), {}, crops, 8, a).flipped,
                 augment(gradient(30, 30), {}, colors, 8, b).flipped);
        QCOMPARE(a.bits(), b.bits());
    }
}

void AugmentationTest::neutralJitterChangesNothing() {
    const Image photo = gradient(31, 17);
    Image image = photo;
    apply_colors(image, {});
    QVERIFY(image.rgb == photo.rgb);
    apply_colors(image, turned(1));  // a full turn is computed and changes nothing
    for (std::size_t i = 0; i < image.rgb.size(); ++i) QVERIFY(std::abs(image.rgb[i] - photo.rgb[i]) <= 1);
}

void AugmentationTest::colorsFollowTheDefinitions() {
    using Color = std::array<int, 3>;
    QVERIFY(recolor(100, 200, 40, {1.2, 1, 1, 0, false}) == (Color{120, 240, 48}));
    QVERIFY(recolor(100, 240, 40, {1.2, 1, 1, 0, false}) == (Color{120, 255, 48}));  // clamped
    QVERIFY(recolor(100, 200, 40, {0, 1, 1, 0, false}) == (Color{0, 0, 0}));
    // 0.2989 * 100 + 0.587 * 200 + 0.114 * 40 = 151.85
    QVERIFY(recolor(100, 200, 40, {1, 1, 0, 0, false}) == (Color{152, 152, 152}));
    QVERIFY(recolor(100, 200, 40, {1, 1, 0.5, 0, false}) == (Color{126, 176, 96}));
    QVERIFY(recolor(100, 200, 40, {1, 1, 1, 0, true}) == (Color{152, 152, 152}));
    QVERIFY(recolor(255, 0, 0, turned(1.0 / 3)) == (Color{0, 255, 0}));
    QVERIFY(recolor(255, 0, 0, turned(-1.0 / 3)) == (Color{0, 0, 255}));
    QVERIFY(recolor(200, 100, 100, turned(0.5)) == (Color{100, 200, 200}));
    QVERIFY(recolor(77, 77, 77, turned(0.3)) == (Color{77, 77, 77}));
}

void AugmentationTest::contrastIsAboutTheMeanOfTheImage() {
    Image image{2, 1, {0, 0, 0, 200, 200, 200}};
    ColorJitter jitter;
    jitter.contrast = 0.5;
    apply_colors(image, jitter);
    QVERIFY(image.rgb == (std::vector<std::uint8_t>{50, 50, 50, 150, 150, 150}));
}

void AugmentationTest::hueTurnsAndComesBack() {
    const Image photo = gradient(16, 16);
    Image image = photo;
    apply_colors(image, turned(0.23));
    QVERIFY(image.rgb != photo.rgb);
    apply_colors(image, turned(-0.23));
    for (std::size_t i = 0; i < image.rgb.size(); ++i) QVERIFY(std::abs(image.rgb[i] - photo.rgb[i]) <= 2);
}

void AugmentationTest::greyHasThreeEqualChannels() {
    int greys = 0;
    AugmentationOptions options;
    for (int i = 0; i < 1000; ++i) {
        Random random(8, i);
        const Image image = augment(gradient(12, 12), {}, options, 6, random).image;
        bool grey = true;
        for (std::size_t p = 0; p < image.pixels(); ++p)
            grey =
                grey && image.rgb[3 * p] == image.rgb[3 * p + 1] && image.rgb[3 * p] == image.rgb[3 * p + 2];
        greys += grey;
    }
    QVERIFY(std::abs(greys - 200) < 65);
}

// tests/fixtures/make_colour_jitter.py computed these with numpy and Python's colorsys.
void AugmentationTest::jitterMatchesAnotherImplementation() {
    struct Case {
        ColorJitter jitter;
        std::vector<std::uint8_t> expected;
    };
    const std::vector<std::uint8_t> pixels = {12,  200, 90, 255, 0,  128, 33,  33,  34,
                                              250, 240, 10, 90,  60, 220, 128, 128, 128};
    const std::vector<Case> cases = {
#include "fixtures/colour_jitter.inc"
    };
    QCOMPARE(cases.size(), std::size_t{8});
    for (const Case& one : cases) {
        Image image{3, 2, pixels};
        apply_colors(image, one.jitter);
        for (std::size_t i = 0; i < image.rgb.size(); ++i)
            QVERIFY(std::abs(image.rgb[i] - one.expected.at(i)) <= 1);
    }
}

void AugmentationTest::leftAndRightAreSwapped_data() {
    QTest::addColumn<QByteArray>("caption");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* caption, const char* expected) {
        QTest::newRow(caption) << QByteArray(caption) << QByteArray(expected);
    };
    row("a dog on the left of a man", "a dog on the right of a man");
    row("Left, RIGHT; right.", "Right, LEFT; left.");
    row("the leftmost and Rightmost girl", "the rightmost and Leftmost girl");
    row("a left-handed right-hand turn", "a right-handed left-hand turn");
    row("bright leftovers upright leftist", "bright leftovers upright leftist");
    row("leftwards the man's left", "rightwards the man's right");
    row("", "");
    row("left", "right");
    row("\xc3\xa9left left\xc3\xa9 left", "\xc3\xa9left left\xc3\xa9 right");
}

void AugmentationTest::leftAndRightAreSwapped() {
    QFETCH(QByteArray, caption);
    QFETCH(QByteArray, expected);
    QCOMPARE(swap_left_right(caption.toStdString()), expected.toStdString());
    QCOMPARE(swap_left_right(expected.toStdString()), caption.toStdString());
}

void AugmentationTest::badInputIsAnError() {
    Random random(9);
    QVERIFY_EXCEPTION_THROWN(augment(Image{}, {}, {}, 8, random), Error);
    QVERIFY_EXCEPTION_THROWN(augment(gradient(4, 4), {}, {}, 0, random), Error);
    QVERIFY_EXCEPTION_THROWN(crop_image(gradient(4, 4), 2, 0, 3, 1), Error);
}

QTEST_GUILESS_MAIN(AugmentationTest)
#include "augmentation_test.moc"
