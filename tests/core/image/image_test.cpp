// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/image.h"

#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image_files.h"
#include "core/image/image_header.h"

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

const fs::path fixtures = GBS_TEST_FIXTURES "/images";

Bytes read_bytes(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The pattern of make_images.py.
int pattern(int x, int y, int channel) {
    return channel == 0 ? 6 * x : channel == 1 ? 10 * y : 4 * (x + y);
}

int grey_pattern(int x, int y, int) {
    return static_cast<int>(0.299 * pattern(x, y, 0) + 0.587 * pattern(x, y, 1) + 0.114 * pattern(x, y, 2) +
                            0.5);
}

/// The alpha of the pattern is 6 x.
int pattern_over_white(int x, int y, int channel) {
    const double alpha = 6.0 * x / 255;
    return static_cast<int>(pattern(x, y, channel) * alpha + 255 * (1 - alpha) + 0.5);
}

int largest_difference(const gbs::Image& image, int (*expected)(int, int, int)) {
    int worst = 0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < 3; ++c)
                worst =
                    std::max(worst, std::abs(image.rgb[(y * image.width + x) * 3 + c] - expected(x, y, c)));
    return worst;
}

gbs::Image pattern_image(int width, int height) {
    gbs::Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) image.rgb.push_back(static_cast<std::uint8_t>(pattern(x, y, c)));
    return image;
}

QString error_of(const Bytes& bytes) {
    try {
        gbs::decode_image(bytes, "photo");
    } catch (const gbs::Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

QString error_of_file(const fs::path& path) {
    try {
        gbs::load_image(path);
    } catch (const gbs::Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// A BMP header with this size, without pixels.
Bytes make_bmp(std::uint32_t width, std::uint32_t height) {
    auto bytes = read_bytes(fixtures / "rgb.bmp");
    for (int i = 0; i < 4; ++i) {
        bytes[18 + i] = static_cast<std::uint8_t>(width >> 8 * i);
        bytes[22 + i] = static_cast<std::uint8_t>(height >> 8 * i);
    }
    return bytes;
}

}  // namespace

class ImageTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void decodes_the_pattern_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("tolerance");
        QTest::addColumn<int>("look");  // 0 the pattern, 1 in gray, 2 over white
        const auto row = [](const char* file, int tolerance, int look = 0) {
            QTest::newRow(file) << QString::fromLatin1(file) << tolerance << look;
        };
        for (const char* file :
             {"rgb.png", "rgb.bmp", "rgb.tif", "lzw.tif", "rgb.webp", "sixteen.png", "sixteen.tif",
              "animated.png", "animated.webp", "exif6.png", "exif6.webp", "exif6.tif"})
            row(file, 0);
        for (const char* file : {"rgb.jpg", "progressive.jpg", "exif2.jpg", "exif3.jpg", "exif4.jpg",
                                 "exif5.jpg", "exif6.jpg", "exif7.jpg", "exif8.jpg"})
            row(file, 8);
        row("cmyk.jpg", 12);
        row("grey.png", 1, 1);
        row("grey.jpg", 4, 1);
        row("alpha.png", 1, 2);
        row("alpha.webp", 1, 2);
        row("alpha.tif", 2, 2);
    }

    void decodes_the_pattern() {
        QFETCH(QString, file);
        QFETCH(int, tolerance);
        QFETCH(int, look);
        const auto image = gbs::load_image(fixtures / file.toStdString());
        QCOMPARE(image.width, 40);
        QCOMPARE(image.height, 24);
        QCOMPARE(image.rgb.size(), 40U * 24 * 3);
        const int worst = largest_difference(image, look == 0   ? pattern
                                                    : look == 1 ? grey_pattern
                                                                : pattern_over_white);
        QVERIFY2(worst <= tolerance, qPrintable(QString::number(worst)));
    }

    void files_without_all_pixels_are_errors_data() {
        QTest::addColumn<QString>("file");
        for (const char* file : {"rgb.jpg", "progressive.jpg", "cmyk.jpg", "exif6.jpg", "rgb.png",
                                 "animated.png", "rgb.webp", "animated.webp", "rgb.bmp", "rgb.tif"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void files_without_all_pixels_are_errors() {
        QFETCH(QString, file);
        const auto whole = read_bytes(fixtures / file.toStdString());
        const bool says_truncated = !file.endsWith(QStringLiteral(".tif"));
        const std::size_t step = std::max<std::size_t>(1, whole.size() / 40);
        for (std::size_t size = 0; size < whole.size() - 1; size += step) {
            const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            const auto error = error_of(part);
            if (error.isEmpty())  // only the end of the file is missing
                QVERIFY2(gbs::decode_image(part, "photo").rgb == gbs::decode_image(whole, "photo").rgb,
                         qPrintable(QString::number(size)));
            else if (says_truncated && size > 60)
                QVERIFY2(error.contains(QStringLiteral("truncated")), qPrintable(error));
        }
    }

    void damaged_files_never_crash() {
        unsigned random = 1;
        for (const auto& file : gbs::list_images(fixtures)) {
            const auto whole = read_bytes(file);
            for (int round = 0; round < 40; ++round) {
                auto bytes = whole;
                for (int change = 0; change < 3; ++change) {
                    random = random * 1664525U + 1013904223U;
                    bytes[(random >> 8) % std::min<std::size_t>(bytes.size(), 400)] =
                        static_cast<std::uint8_t>(random >> 24);
                }
                try {
                    const auto image = gbs::decode_image(bytes, file.string());
                    QCOMPARE(image.rgb.size(), image.pixels() * 3);
                } catch (const gbs::Error& error) {
                    QVERIFY(std::string(error.what()).starts_with(file.string()));
                }
            }
        }
    }

    void unsupported_formats_are_named() {
        QVERIFY(error_of_file(fixtures / "rgb.gif").contains(QStringLiteral("GIF")));
        QVERIFY(
            error_of_file(fixtures / "rgb.gif").contains(QStringLiteral("JPEG, PNG, WebP, BMP and TIFF")));
        QVERIFY(error_of_file(fixtures / "float.tif").contains(QStringLiteral("floating point")));
    }

    void other_files_are_errors() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        gbs::write_atomically(root / "text.jpg", "just words\n");
        gbs::write_atomically(root / "empty.png", "");
        QVERIFY(error_of_file(root / "text.jpg").contains(QStringLiteral("not an image")));
        QVERIFY(error_of_file(root / "text.jpg").contains(QStringLiteral("text.jpg")));
        QVERIFY(error_of_file(root / "empty.png").contains(QStringLiteral("empty")));
        QVERIFY(error_of_file(root / "missing.png").contains(QStringLiteral("no such file")));
        QVERIFY(error_of_file(root).contains(QStringLiteral("folder")));
        QVERIFY(error_of_file("/dev/null").contains(QStringLiteral("not a regular file")));
    }

    void an_unreadable_file_is_an_error() {
        if (geteuid() == 0) QSKIP("root can read everything");
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "secret.png";
        fs::copy_file(fixtures / "rgb.png", file);
        fs::permissions(file, fs::perms::none);
        QVERIFY(error_of_file(file).contains(QStringLiteral("permission"), Qt::CaseInsensitive));
    }

    void sizes_are_checked_before_decoding() {
        QVERIFY(error_of(make_bmp(20001, 20000)).contains(QStringLiteral("megapixels")));
        QVERIFY(error_of(make_bmp(0x7FFFFFFF, 0x7FFFFFFF)).contains(QStringLiteral("megapixels")));
        QVERIFY(error_of(make_bmp(0, 5)).contains(QStringLiteral("no width or height")));
        // 20000 x 20000 is allowed, so this file fails only because its pixels are missing.
        QVERIFY(error_of(make_bmp(20000, 20000)).contains(QStringLiteral("truncated")));
        QCOMPARE(gbs::read_image_header(make_bmp(20000, 20000), "photo").width, 20000);
    }

    void headers_contain_the_size_data() {
        QTest::addColumn<QString>("file");
        for (const char* file : {"rgb.jpg", "progressive.jpg", "rgb.png", "rgb.webp", "alpha.webp",
                                 "animated.webp", "rgb.bmp", "rgb.tif", "lzw.tif"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void headers_contain_the_size() {
        QFETCH(QString, file);
        const auto header = gbs::read_image_header(read_bytes(fixtures / file.toStdString()), "photo");
        QCOMPARE(header.width, 40);
        QCOMPARE(header.height, 24);
    }

    void sizes_are_those_of_the_decoded_image() {
        int read = 0;
        for (const auto& file : gbs::list_images(fixtures)) {
            gbs::Image image;
            try {
                image = gbs::load_image(file);
            } catch (const gbs::Error&) {
                continue;
            }
            const gbs::ImageSize size = gbs::read_image_size(file);
            QVERIFY2(size.width == image.width && size.height == image.height, file.c_str());
            ++read;
        }
        QVERIFY(read > 20);
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::read_image_size(fixtures / "missing.png"));
    }

    void a_single_pixel_is_an_image() {
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "dot.png";
        gbs::write_image({1, 1, {10, 20, 30}}, file);
        const auto dot = gbs::load_image(file);
        QCOMPARE(dot.rgb, (Bytes{10, 20, 30}));
        const auto grown = gbs::resize_image(dot, 3, 2);
        QCOMPARE(grown.rgb.size(), 18U);
        QCOMPARE(grown.rgb[15], std::uint8_t{10});
    }

    void writing_and_reading_preserves_the_pixels() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const auto image = pattern_image(40, 24);
        gbs::write_image(image, root / "a.png");
        QCOMPARE(gbs::load_image(root / "a.png").rgb, image.rgb);
        gbs::write_image(image, root / "a.jpg");
        QVERIFY(largest_difference(gbs::load_image(root / "a.jpg"), pattern) < 24);
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::write_image(image, root / "a.xyz"));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::write_image(image, root / "no folder" / "a.png"));
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::write_image({2, 2, {1, 2, 3}}, root / "b.png"));
    }

    void shrinking_averages_and_growing_interpolates() {
        const gbs::Image board{4, 2, {0,   0,   0,   255, 255, 255, 0,   0,   0,   255, 255, 255,  //
                                      255, 255, 255, 0,   0,   0,   255, 255, 255, 0,   0,   0}};
        for (const int value : gbs::resize_image(board, 2, 1).rgb) QVERIFY(value == 127 || value == 128);
        const gbs::Image edge{2, 1, {0, 0, 0, 200, 200, 200}};
        const auto grown = gbs::resize_image(edge, 4, 1);
        QCOMPARE(grown.rgb[3], std::uint8_t{50});
        QCOMPARE(grown.rgb[6], std::uint8_t{150});
        // Shrink one axis and grow the other.
        const auto both = gbs::resize_image(board, 2, 4);
        QCOMPARE(both.width, 2);
        QCOMPARE(both.height, 4);
        for (const int value : both.rgb) QVERIFY(value == 127 || value == 128);
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::resize_image(board, 0, 4));
    }

    void folders_are_listed_in_natural_order() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        fs::create_directories(root / "sub.png" / "deep");
        for (const char* name : {"photo10.jpg", "photo9.JPG", "Photo1.jpeg", "b.webp", "notes.txt",
                                 ".hidden.png", "c.gif", "sub.png/deep/d.bmp"})
            gbs::write_atomically(root / name, "x");
        std::vector<std::string> names;
        for (const auto& path : gbs::list_images(root)) names.push_back(path.filename().string());
        QCOMPARE(names, (std::vector<std::string>{"b.webp", "Photo1.jpeg", "photo9.JPG", "photo10.jpg"}));
        QCOMPARE(gbs::list_images(root, true).size(), 5U);
        fs::create_directories(root / ".cache");
        gbs::write_atomically(root / ".cache" / "small.png", "x");
        fs::create_directory_symlink(root, root / "sub.png" / "loop");
        QCOMPARE(gbs::list_images(root, true).size(), 5U);
        QVERIFY_THROWS_EXCEPTION(gbs::Error, gbs::list_images(root / "missing"));
    }
};

QTEST_GUILESS_MAIN(ImageTest)
#include "image_test.moc"
