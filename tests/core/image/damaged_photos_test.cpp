// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/inotify.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/image/image.h"
#include "support/error_of.h"
#include "support/log_lines.h"

using namespace gbs;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr const char* end_is_missing = "the end marker of the JPEG is missing";
constexpr const char* stray_bytes = "stray bytes";
constexpr const char* truncated = "truncated";

cv::Mat pattern(int channels, int depth = CV_8U) {
    cv::Mat pixels(72, 96, CV_MAKETYPE(depth, channels));
    cv::theRNG().state = 5;
    cv::randu(pixels, 0, 255);
    return pixels;
}

Bytes encode(const char* extension, const cv::Mat& pixels, const std::vector<int>& options = {}) {
    Bytes bytes;
    cv::imencode(extension, pixels, bytes, options);
    return bytes;
}

Bytes jpeg(const std::vector<int>& options = {}) {
    return encode(".jpg", pattern(3), options);
}
const std::vector<int> progressive{cv::IMWRITE_JPEG_PROGRESSIVE, 1};
const std::vector<int> restarts{cv::IMWRITE_JPEG_RST_INTERVAL, 6};  // a row of 16 x 16 pixels has 6 units

Bytes without_end(Bytes bytes, std::size_t count = 2) {
    bytes.resize(bytes.size() - count);
    return bytes;
}

Bytes operator+(Bytes a, const Bytes& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// Where the marker is, from the end or from the beginning.
std::size_t find_marker(const Bytes& bytes, std::uint8_t marker, bool last = false) {
    const Bytes text{0xFF, marker};
    const auto at = last ? std::find_end(bytes.begin(), bytes.end(), text.begin(), text.end())
                         : std::search(bytes.begin(), bytes.end(), text.begin(), text.end());
    return static_cast<std::size_t>(at - bytes.begin());
}

Bytes insert(Bytes bytes, std::size_t at, const Bytes& more) {
    bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), more.begin(), more.end());
    return bytes;
}

Bytes change(Bytes bytes, std::size_t at, std::uint8_t value) {
    bytes.at(at) = value;
    return bytes;
}

/// A chunk of a PNG, with its checksum.
Bytes chunk(std::string_view name, const Bytes& data) {
    const auto number = [](std::uint32_t value) {
        return Bytes{static_cast<std::uint8_t>(value >> 24), static_cast<std::uint8_t>(value >> 16),
                     static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
    };
    const Bytes body = Bytes(name.begin(), name.end()) + data;
    std::uint32_t sum = 0xFFFFFFFF;
    for (const std::uint8_t byte : body) {
        sum ^= byte;
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    return number(static_cast<std::uint32_t>(data.size())) + body + number(~sum);
}

constexpr std::size_t after_png_header = 33;

/// What libraries write to the terminal during its lifetime. Qt Test and the program's log write to standard
/// output here.
class Terminal {
 public:
    Terminal() : kept_(::dup(2)) {
        file_.open();
        ::dup2(file_.handle(), 2);
    }
    ~Terminal() {
        ::dup2(kept_, 2);
        ::close(kept_);
    }
    QByteArray text() {
        file_.seek(0);
        return file_.readAll();
    }

 private:
    int kept_;
    QTemporaryFile file_;
};

struct Read {
    Image image;
    QString error, warnings;
    QByteArray terminal;
};

Read read(const Bytes& bytes, const std::string& name = QTest::currentDataTag()) {
    Read result;
    Terminal terminal;
    const LogLines log;
    result.error = error_of([&] { result.image = decode_image(bytes, name); });
    result.warnings = log.lines().join(u'\n');
    result.terminal = terminal.text();
    return result;
}

}  // namespace

class DamagedPhotosTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void photos_with_all_pixels_are_read_with_a_warning_data();
    void photos_with_all_pixels_are_read_with_a_warning();
    void other_photos_are_refused_data();
    void other_photos_are_refused();
    void a_cut_file_is_refused_or_has_all_pixels_data();
    void a_cut_file_is_refused_or_has_all_pixels();
    void damage_that_changes_pixels_is_warned_of();
    void a_photo_is_warned_of_once();
    void a_broken_color_profile_says_nothing();
    void a_transparent_gray_becomes_white();
    void damaged_tiff_and_bmp_print_nothing();
    void no_file_reaches_the_decoder_of_another_format();
    void a_jpeg_of_endless_scans_is_refused();
    void a_tiff_has_one_size();
    void a_photo_is_turned_whatever_else_its_exif_has();
    void photos_of_many_bytes_are_refused_before_decoding();
};

void DamagedPhotosTest::photos_with_all_pixels_are_read_with_a_warning_data() {
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("warning");
    const auto row = [](const char* name, const Bytes& whole, const Bytes& bytes, const char* warning) {
        const auto array = [](const Bytes& b) {
            return QByteArray(reinterpret_cast<const char*>(b.data()), static_cast<qsizetype>(b.size()));
        };
        QTest::newRow(name) << array(whole) << array(bytes) << QString::fromLatin1(warning);
    };
    const Bytes plain = jpeg(), png = encode(".png", pattern(3)), garbage{1, 2, 0, 3, 0xFF};
    const Bytes app{0xFF, 0xE1, 0x40, 0, 1, 2};
    row("no end", plain, without_end(plain), end_is_missing);
    row("half an end", plain, without_end(plain, 1), end_is_missing);
    row("no end, then garbage", plain, without_end(plain) + garbage, end_is_missing);
    row("no end, then zeros", plain, without_end(plain) + Bytes(5000, 0), end_is_missing);
    row("no end, then a broken segment", plain, without_end(plain) + app, end_is_missing);
    row("no end, then another photo", plain, without_end(plain) + plain, stray_bytes);
    row("no end, progressive", jpeg(progressive), without_end(jpeg(progressive)), end_is_missing);
    row("no end, progressive, then garbage", jpeg(progressive), without_end(jpeg(progressive)) + garbage,
        end_is_missing);
    row("no end, restarts", jpeg(restarts), without_end(jpeg(restarts)), end_is_missing);
    row("no end, gray", encode(".jpg", pattern(1)), without_end(encode(".jpg", pattern(1))), end_is_missing);
    row("stray bytes at the start", plain, insert(plain, 2, {0, 7}), stray_bytes);
    row("stray bytes before the frame", plain, insert(plain, find_marker(plain, 0xC0), {5, 6, 7}),
        stray_bytes);
    row("stray bytes before the scan", plain, insert(plain, find_marker(plain, 0xDA), {0}), stray_bytes);
    row("stray bytes before the end", plain, insert(plain, plain.size() - 2, {9, 9, 9, 9}), stray_bytes);
    row("whole", plain, plain, "");
    row("whole, then garbage", plain, plain + garbage + app, "");
    row("PNG without end", png, without_end(png, 12), "the end of the PNG is missing");
    row("PNG with half an end", png, without_end(png, 5), "the end of the PNG is missing");
    row("whole PNG, then garbage", png, png + garbage, "");
}

void DamagedPhotosTest::photos_with_all_pixels_are_read_with_a_warning() {
    QFETCH(QByteArray, whole);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, warning);
    const Read result = read({bytes.begin(), bytes.end()});
    QCOMPARE(result.error, QString());
    QVERIFY(result.image.rgb == decode_image({whole.begin(), whole.end()}, "whole").rgb);
    QCOMPARE(result.terminal, QByteArray());
    QCOMPARE(result.warnings.isEmpty(), warning.isEmpty());
    QVERIFY2(result.warnings.contains(warning), qPrintable(result.warnings));
    if (!warning.isEmpty())
        QVERIFY2(result.warnings.startsWith(QLatin1String(QTest::currentDataTag())),
                 qPrintable(result.warnings));
}

void DamagedPhotosTest::other_photos_are_refused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const Bytes& b, const char* reason) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(b.data()),
                                          static_cast<qsizetype>(b.size()))
                            << QString::fromLatin1(reason);
    };
    const Bytes plain = jpeg(), end{0xFF, 0xD9}, png = encode(".png", pattern(3));
    const auto half = [](const Bytes& bytes) { return without_end(bytes, bytes.size() / 2); };
    const Bytes without_last_row =
        without_end(jpeg(restarts), jpeg(restarts).size() - find_marker(jpeg(restarts), 0xD0 + 3, true));
    row("half", half(plain), truncated);
    row("half with an end", half(plain) + end, truncated);
    row("half, then zeros", half(plain) + Bytes(5000, 0), truncated);
    row("half, progressive, then zeros", half(jpeg(progressive)) + Bytes(5000, 0), truncated);
    row("half, progressive", half(jpeg(progressive)), truncated);
    row("last row missing", without_last_row, truncated);
    row("last row missing, with an end", without_last_row + end, truncated);
    row("some pixels missing", without_end(plain, 40), truncated);
    row("some pixels missing, with an end", without_end(plain, 40) + end, truncated);
    row("last scan missing",
        without_end(jpeg(progressive), jpeg(progressive).size() - find_marker(jpeg(progressive), 0xDA, true)),
        truncated);
    row("header only", Bytes(plain.begin(), plain.begin() + 100), truncated);
    const std::size_t frame = find_marker(plain, 0xC0);
    row("12 bits", change(plain, frame + 4, 12), "12-bit JPEG, which is not supported");
    row("lossless", change(plain, frame + 1, 0xC3), "lossless JPEG, which is not supported");
    row("JPEG-LS", change(plain, frame + 1, 0xF7), "lossless (JPEG-LS) JPEG, which is not supported");
    row("hierarchical", change(plain, frame + 1, 0xC5), "hierarchical JPEG, which is not supported");
    row("no height", change(change(plain, frame + 5, 0), frame + 6, 0), "JPEG is damaged");
    row("half of a PNG", half(png), truncated);
    row("half of a PNG with an end", half(png) + chunk("IEND", {}), truncated);
    row("changed PNG", change(png, png.size() / 2, static_cast<std::uint8_t>(png[png.size() / 2] ^ 1)),
        "PNG is damaged");
}

void DamagedPhotosTest::other_photos_are_refused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const Read result = read({bytes.begin(), bytes.end()});
    QVERIFY2(result.error.contains(reason), qPrintable(result.error));
    QVERIFY(result.error.startsWith(QLatin1String(QTest::currentDataTag())));
    QCOMPARE(result.warnings, QString());
    QCOMPARE(result.terminal, QByteArray());
}

void DamagedPhotosTest::a_cut_file_is_refused_or_has_all_pixels_data() {
    QTest::addColumn<bool>("is_progressive");
    QTest::addColumn<bool>("has_restarts");
    QTest::addColumn<bool>("with_end");
    QTest::newRow("plain") << false << false << false;
    QTest::newRow("plain, with an end") << false << false << true;
    QTest::newRow("restarts") << false << true << false;
    QTest::newRow("restarts, with an end") << false << true << true;
    QTest::newRow("progressive") << true << false << false;
}

void DamagedPhotosTest::a_cut_file_is_refused_or_has_all_pixels() {
    QFETCH(bool, is_progressive);
    QFETCH(bool, has_restarts);
    QFETCH(bool, with_end);
    const Bytes whole = jpeg(is_progressive ? progressive : has_restarts ? restarts : std::vector<int>{});
    const Image expected = decode_image(whole, "whole");
    for (std::size_t size = 2; size<whole.size() - 2; size += size> whole.size() - 300 ? 1 : 7) {
        Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        if (with_end) part = part + Bytes{0xFF, 0xD9};
        const QString error = error_of([&] {
            if (decode_image(part, "photo").rgb != expected.rgb)
                QFAIL(qPrintable(QStringLiteral("other pixels from %1 bytes").arg(size)));
        });
        QVERIFY2(error.isEmpty() || error.contains(QLatin1String(truncated)) || with_end, qPrintable(error));
    }
}

void DamagedPhotosTest::damage_that_changes_pixels_is_warned_of() {
    Bytes bytes = jpeg(restarts);
    const std::size_t restart = find_marker(bytes, 0xD1);
    bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(restart) - 60,
                bytes.begin() + static_cast<std::ptrdiff_t>(restart));
    const Read result = read(bytes, "scratched.jpg");
    QCOMPARE(result.error, QString());
    QCOMPARE(result.terminal, QByteArray());
    QVERIFY2(result.warnings.startsWith(QStringLiteral("scratched.jpg: the JPEG is damaged")),
             qPrintable(result.warnings));
}

void DamagedPhotosTest::a_photo_is_warned_of_once() {
    const Bytes bytes = without_end(jpeg());
    QVERIFY(!read(bytes, "a.jpg").warnings.isEmpty());
    QCOMPARE(read(bytes, "a.jpg").warnings, QString());
    QVERIFY(!read(bytes, "b.jpg").warnings.isEmpty());
}

void DamagedPhotosTest::a_broken_color_profile_says_nothing() {
    const Bytes png = encode(".png", pattern(3));
    const Bytes profile = chunk("iCCP", {'I', 'C', 'C', 0, 0, 1, 2, 3, 4, 5, 6, 7, 8});
    Bytes wrong_sum = profile;
    wrong_sum.back() ^= 1;
    for (const Bytes& broken : {profile, wrong_sum}) {
        const Read result = read(insert(png, after_png_header, broken), "profile.png");
        QCOMPARE(result.error, QString());
        QVERIFY(result.image.rgb == decode_image(png, "whole").rgb);
        QCOMPARE(result.warnings, QString());
        QCOMPARE(result.terminal, QByteArray());
    }
}

void DamagedPhotosTest::a_transparent_gray_becomes_white() {
    const Bytes png = encode(".png", cv::Mat(4, 4, CV_8UC1, cv::Scalar(70)));
    QCOMPARE(read(png, "gray.png").image.rgb, Bytes(48, 70));
    QCOMPARE(read(insert(png, after_png_header, chunk("tRNS", {0, 70})), "gray.png").image.rgb,
             Bytes(48, 255));
}

void DamagedPhotosTest::damaged_tiff_and_bmp_print_nothing() {
    for (const char* extension : {".tiff", ".bmp", ".webp"}) {
        const Bytes whole = encode(extension, pattern(3));
        for (std::size_t cut = 20; cut < whole.size(); cut += whole.size() / 9) {
            const Read result = read(without_end(whole, cut), "cut");
            QCOMPARE(result.terminal, QByteArray());
        }
        Bytes changed = whole;
        for (std::size_t at = 60; at < changed.size(); at += 50) changed[at] ^= 0x55;
        QCOMPARE(read(changed, "changed").terminal, QByteArray());
    }
}

/// OpenCV asks its decoders one after the other, by signatures that may be anywhere in the first bytes. The one of GDAL
/// opens what a file refers to; it first writes the bytes to a temporary file.
void DamagedPhotosTest::no_file_reaches_the_decoder_of_another_format() {
    const QTemporaryDir folder;
    qputenv("OPENCV_TEMP_PATH", QFile::encodeName(folder.path()));
    const int watch = ::inotify_init1(IN_NONBLOCK);
    QVERIFY(::inotify_add_watch(watch, QFile::encodeName(folder.path()).constData(), IN_CREATE) >= 0);
    constexpr std::pair<std::size_t, std::string_view> signatures[] = {{128, "DICM"}, {140, "DTED"}};
    for (const char* extension : {".tiff", ".bmp", ".webp", ".png", ".jpg"})
        for (const auto& [place, text] : signatures)
            for (const std::size_t damaged : {16, 18, 20, 24}) {
                Bytes bytes = encode(extension, pattern(3));
                std::ranges::copy(text, bytes.begin() + static_cast<std::ptrdiff_t>(place));
                std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(damaged), 4, std::uint8_t{0xFF});
                read(bytes, extension);
            }
    char event[sizeof(inotify_event) + NAME_MAX + 1];
    QVERIFY(::read(watch, event, sizeof event) < 0);
    QCOMPARE(errno, EAGAIN);
    ::close(watch);
    qunsetenv("OPENCV_TEMP_PATH");
}

/// A scan of no bits is 10 bytes, and costs the decoder all of the photo.
void DamagedPhotosTest::a_jpeg_of_endless_scans_is_refused() {
    const Bytes whole = jpeg(progressive);
    const std::size_t last = find_marker(whole, 0xDA, true);
    const Bytes scan(whole.begin() + static_cast<std::ptrdiff_t>(last), whole.end() - 2);
    for (const int more : {100, 600}) {
        Bytes bytes = whole;
        bytes.resize(whole.size() - 2);
        for (int i = 0; i < more; ++i) bytes = bytes + scan;
        const Read result = read(bytes + Bytes{0xFF, 0xD9}, "scans.jpg");
        QCOMPARE(result.error.contains(QStringLiteral("more than 500 scans")), more > 500);
        QCOMPARE(result.image.width > 0, more < 500);
    }
}

namespace {

using Entry = std::array<std::uint32_t, 4>;  ///< tag, type, count, value

Bytes tiff(const std::vector<Entry>& entries) {
    Bytes bytes{'I', 'I', 42, 0, 8, 0, 0, 0};
    const auto put = [&](std::uint32_t value, int size) {
        for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> 8 * i));
    };
    put(static_cast<std::uint32_t>(entries.size()), 2);
    for (const auto& [tag, type, count, value] : entries) {
        put(tag, 2);
        put(type, 2);
        put(count, 4);
        put(value, 4);
    }
    put(0, 4);
    return bytes;
}

constexpr std::uint32_t shorts = 3, longs = 4, long_longs = 16, width = 256, height = 257, bits = 258,
                        samples = 277, format = 339;

}  // namespace

/// The decoder takes the first of two sizes: it would allocate what the check of the other one has not seen.
void DamagedPhotosTest::a_tiff_has_one_size() {
    for (const Entry& second :
         {Entry{width, longs, 1, 100}, {height, longs, 1, 100}, {samples, shorts, 1, 3}}) {
        const Read result = read(tiff({{width, longs, 1, 30'000},
                                       {height, longs, 1, 30'000},
                                       {bits, shorts, 1, 16},
                                       {samples, shorts, 1, 4},
                                       second}),
                                 "twice.tif");
        QVERIFY2(result.error.contains(QStringLiteral("gives a value twice")), qPrintable(result.error));
    }
    const Read other = read(tiff({{width, long_longs, 1, 8}, {height, longs, 1, 8}}), "types.tif");
    QVERIFY2(other.error.contains(QStringLiteral("another type")), qPrintable(other.error));
}

void DamagedPhotosTest::a_photo_is_turned_whatever_else_its_exif_has() {
    constexpr std::uint32_t orientation = 274, beyond = 60'000;
    for (const Entry& other :
         {Entry{bits, shorts, 3, beyond}, {width, long_longs, 1, beyond}, {bits, shorts, 1, 8}}) {
        const Bytes exif = Bytes{'E', 'x', 'i', 'f', 0, 0} + tiff({other, {orientation, shorts, 1, 6}});
        const Bytes segment{0xFF, 0xE1, 0, static_cast<std::uint8_t>(exif.size() + 2)};
        const Image turned = read(insert(jpeg(), 2, segment + exif), "turned.jpg").image;
        QCOMPARE(turned.width, 72);
        QCOMPARE(turned.height, 96);
    }
}

void DamagedPhotosTest::photos_of_many_bytes_are_refused_before_decoding() {
    const auto sized = [](std::uint32_t side, std::uint32_t depth, std::uint32_t channels,
                          std::uint32_t kind) {
        return tiff({{width, longs, 1, side},
                     {height, longs, 1, side},
                     {bits, shorts, 1, depth},
                     {samples, shorts, 1, channels},
                     {format, shorts, 1, kind}});
    };
    for (const auto& [bytes, reason] :
         {std::pair{sized(20'000, 16, 4, 1), "pixels of 8 bytes exceed the limit of 1600 MB"},
          {sized(1'000, 16, 1'000, 1), "pixels of 2000 bytes"},
          {sized(100, 32, 3, 3), "floating point"},
          {sized(100, 8, 3, 2), "with a sign"}}) {
        const Read result = read(bytes, "large.tif");
        QVERIFY2(result.error.contains(QLatin1String(reason)), qPrintable(result.error));
    }
    Bytes png = encode(".png", pattern(4, CV_16U));
    const Bytes side{0, 0, 0x4E, 0x20};  // 20,000
    std::ranges::copy(side + side, png.begin() + 16);
    QVERIFY(read(png, "large.png").error.contains(QStringLiteral("pixels of 8 bytes")));
}

QTEST_GUILESS_MAIN(DamagedPhotosTest)
#include "damaged_photos_test.moc"
