// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/report.h"

#include <fmt/format.h>

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <algorithm>

#include "core/base/file_io.h"
#include "core/report/html.h"
#include "support/fake_grounder.h"
#include "support/small_disk.h"

using namespace gbs;
namespace fs = std::filesystem;

namespace {

/// The contents of a report.
struct Parsed {
    QString text;          ///< of all elements except style
    QStringList elements;  ///< names in order
    std::vector<Image> images;
    QByteArrayList parts;  ///< photos and maps of the large pictures
    QStringList urls;      ///< other than embedded images and places in the file
    QString error;
};

Parsed parse(const fs::path& path) {
    Parsed parsed;
    QXmlStreamReader reader(QByteArray::fromStdString(read_text(path)));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters()) parsed.text += reader.text();
        if (!reader.isStartElement()) continue;
        parsed.elements << reader.name().toString();
        if (reader.name() == QLatin1String("style")) reader.readElementText();
        // The parts of the large pictures.
        const QByteArray part = reader.attributes().value(QLatin1String("href")).toLatin1();
        if (part.startsWith("data:image/")) {
            parsed.parts << part;
            continue;
        }
        for (const char* attribute : {"src", "href"}) {
            const QByteArray value = reader.attributes().value(QLatin1String(attribute)).toLatin1();
            const QByteArray start = "data:image/jpeg;base64,";
            if (value.startsWith(start)) {
                const QByteArray bytes = QByteArray::fromBase64(value.mid(start.size()));
                parsed.images.push_back(decode_image({bytes.begin(), bytes.end()}, "in the report"));
            } else if (!value.isEmpty() && !value.startsWith('#')) {
                parsed.urls << QString::fromLatin1(value);
            }
        }
    }
    if (reader.hasError()) parsed.error = reader.errorString();
    return parsed;
}

}  // namespace

class ReportTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void init();
    void the_file_is_self_contained();
    void untrusted_texts_are_escaped();
    void notes_of_a_model_may_be_nested_deeply();
    void verdicts_notes_and_failures_are_shown();
    void a_row_with_a_detector_has_the_map_and_the_boxes();
    void phrases_have_a_chip_and_a_filter_by_strength();
    void a_click_shows_a_picture_large_and_photos_are_stored_once();
    void a_cancellation_leaves_no_file();
    void a_full_disk_fails_at_once_and_leaves_no_file();
    void base64_is_that_of_everybody();

 private:
    fs::path path(const std::string& name) const { return folder_->path().toStdString() + "/" + name; }
    void make_photo(const std::string& name, int width, int height) const {
        write_image(
            {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3, 120)},
            path(name));
    }
    QStringList files() const { return QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<FakeGrounder> grounder_;
};

void ReportTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    control_ = std::make_shared<FakeControl>();
    grounder_ = std::make_unique<FakeGrounder>(control_);
    make_photo("wide.png", 800, 400);
    make_photo("small.png", 60, 90);
}

void ReportTest::the_file_is_self_contained() {
    const std::vector<GroundingTask> tasks{{path("wide.png"), {"a dog", "the sky"}},
                                           {path("small.png"), {"a dog"}}};
    ReportOptions options;
    options.thumbnail = 320;
    const BatchSummary summary = write_report(path("r.html"), *grounder_, tasks, options);
    QCOMPARE(summary.phrases, std::size_t{3});
    const Parsed report = parse(path("r.html"));
    QCOMPARE(report.error, QString());
    QCOMPARE(report.urls, QStringList());
    QVERIFY(!report.elements.contains(QStringLiteral("script")));
    QVERIFY(!report.elements.contains(QStringLiteral("link")));
    // The color bar, then a photo and three maps per phrase.
    QCOMPARE(report.images.size(), std::size_t{1 + 1 + 3 * 2 + 1 + 3});
    QCOMPARE(report.images[1].width, 320);
    QCOMPARE(report.images[1].height, 160);
    QCOMPARE(report.images[8].width, 60);
    QCOMPARE(report.images[8].height, 90);
    const Peak peak = fake_map("the sky", 0.7).resized_peak(800, 400);
    const std::string place = fmt::format("peak {:.3f} at {}, {}", peak.value, peak.x, peak.y);
    QVERIFY2(report.text.contains(QString::fromStdString(place)), place.c_str());
    // Each map spans its own values by default, and says which.
    const ValueRange own = resized_range(fake_map("the sky", 0.7), 800, 400);
    const std::string colors = fmt::format("colors {:.3f}–{:.3f}", own.low, own.high);
    QVERIFY2(report.text.contains(QString::fromStdString(colors)), colors.c_str());
    QVERIFY(report.text.contains(QStringLiteral("Colors of each map")));
    // The ring is white at a fortieth of the shorter side around the peak.
    const Image& map = report.images[1 + 6];
    const int x = static_cast<int>((peak.x + 0.5) * 320 / 800),
              y = static_cast<int>((peak.y + 0.5) * 160 / 400);
    int brightest = 0;
    for (int dy = -6; dy <= 6; ++dy)
        for (int dx = -6; dx <= 6; ++dx)
            if (x + dx >= 0 && x + dx < 320 && y + dy >= 0 && y + dy < 160)
                brightest = std::max<int>(
                    brightest,
                    map.rgb[(static_cast<std::size_t>(y + dy) * 320 + static_cast<std::size_t>(x + dx)) * 3]);
    QVERIFY2(brightest > 200, std::to_string(brightest).c_str());
    QVERIFY(report.text.contains(QStringLiteral("no GPU here")));
}

void ReportTest::untrusted_texts_are_escaped() {
    const std::string name = "<img src=x onerror=alert(1)>&\xFF.png",
                      phrase = "<script>alert(\"1\")</script> & 'ä'";
    make_photo("plain.png", 20, 20);
    fs::rename(path("plain.png"), path(name));
    ReportOptions options;
    options.texts.title = "a </title><script>";
    options.judgement = [](const fs::path&, const std::string&) {
        return ReportJudgement{{}, std::string("note\x01 <b>\0", 11)};
    };
    const std::vector<GroundingTask> tasks{{path(name), {phrase}}};
    write_report(path("r.html"), *grounder_, tasks, options);
    fs::remove(path(name));  // Qt could not remove a file of that name
    const Parsed report = parse(path("r.html"));
    QCOMPARE(report.error, QString());
    QVERIFY(!report.elements.contains(QStringLiteral("script")));
    QCOMPARE(report.images.size(), std::size_t{5});
    QCOMPARE(report.urls, QStringList());
    QVERIFY(report.text.contains(QString::fromStdString(phrase)));
    QVERIFY(report.text.contains(QStringLiteral("<img src=x onerror=alert(1)>&")));
    QVERIFY(report.text.contains(QStringLiteral("note\uFFFD <b>")));
    QVERIFY(report.text.contains(QStringLiteral("a </title><script>")));
}

void ReportTest::notes_of_a_model_may_be_nested_deeply() {
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    const std::vector<GroundingTask> tasks{{path("small.png"), {"a dog"}}};
    for (const std::string& phrases : {deep, std::string("1234")}) {
        grounder_->note("gbs.training", "{\"validation\": {\"mean\": 71.5, \"phrases\": " + phrases + "}}");
        write_report(path("r.html"), *grounder_, tasks, {});
        QCOMPARE(parse(path("r.html")).text.contains(QStringLiteral("71.50 %, 1234")), phrases != deep);
    }
}

void ReportTest::verdicts_notes_and_failures_are_shown() {
    write_atomically(path("broken.png"), "no image");
    ReportOptions options;
    options.texts.right = "richtig";
    options.texts.language = "de";
    options.judgement = [](const fs::path& photo, const std::string& phrase) {
        if (photo.filename() == "small.png") return ReportJudgement{ReportVerdict::wrong, "left of it"};
        return phrase == "a dog" ? ReportJudgement{ReportVerdict::right, {}} : ReportJudgement{};
    };
    const std::vector<GroundingTask> tasks{{path("wide.png"), {"a dog", "???", "the sky"}},
                                           {path("broken.png"), {"a dog"}},
                                           {path("small.png"), {"a dog"}}};
    const BatchSummary summary = write_report(path("r.html"), *grounder_, tasks, options);
    QCOMPARE(summary.failures.size(), std::size_t{2});
    const Parsed report = parse(path("r.html"));
    QCOMPARE(report.error, QString());
    QVERIFY(report.text.contains(QStringLiteral("✓ richtig")));
    QVERIFY(report.text.contains(QStringLiteral("✗ incorrect")));
    QVERIFY(report.text.contains(QStringLiteral("left of it")));
    QVERIFY(report.text.contains(QStringLiteral("no word of this phrase is known")));
    QVERIFY(report.text.contains(QStringLiteral("broken.png")));
    QVERIFY(report.text.contains(QStringLiteral("Failed2")));
    QVERIFY(report.text.contains(QStringLiteral("richtig1")));
    // A list of the photos, and buttons that limit the phrases to a verdict.
    QFile file(QString::fromStdString(path("r.html").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    const auto count = [&html](const char* text) { return static_cast<int>(html.count(text)); };
    QCOMPARE(count("<li><a href=\"#p"), 3);
    QCOMPARE(count("<section id=\"p"), 3);
    QCOMPARE(count("class=\"phrase is-right"), 1);
    QCOMPARE(count("class=\"phrase is-wrong"), 1);
    QCOMPARE(count("class=\"phrase is-none"), 1);
    QCOMPARE(count("name=\"show\""), 6);
}

void ReportTest::a_row_with_a_detector_has_the_map_and_the_boxes() {
    auto boxes = std::make_shared<DetectorBoxes>();
    boxes->add("photos/wide.png", 1600, 800, "A dog.", false, {800, 400, 1600, 800, 0.83});
    boxes->add("photos/wide.png", 1600, 800, "A dog.", false, {160, 80, 480, 240, 0.5});
    boxes->add("photos/wide.png", 1600, 800, "bicycle", true, {0, 0, 100, 100, 0.25});
    ReportOptions options;
    options.detector = OpenDetector{{"faster", "boxes.jsonl"}, boxes};
    options.thumbnail = 320;
    const std::vector<GroundingTask> tasks{{path("wide.png"), {"a dog", "the sky", "a red bike"}, "wide.png"},
                                           {path("small.png"), {"a dog"}, "small.png"}};
    write_report(path("r.html"), *grounder_, tasks, options);
    const Parsed report = parse(path("r.html"));
    QCOMPARE(report.error, QString());
    // The color bar; a photo, its maps and boxes of two phrases; a photo and its map.
    QCOMPARE(report.images.size(), std::size_t{1 + 1 + 3 + 2 + 1 + 1});
    const Image& drawn = report.images[3];
    QCOMPARE(drawn.width, 320);
    const auto gray = [&](int x, int y) {
        return int{drawn.rgb[(static_cast<std::size_t>(y) * 320 + x) * 3]};
    };
    QVERIFY(gray(240, 80) > 190);  // the upper edge of the best box
    QVERIFY(gray(160, 120) > 190);
    QVERIFY(gray(240, 120) < 140);  // inside
    QVERIFY(gray(64, 16) > gray(64, 32) + 30);
    for (const char* text : {"faster A dog.boxes 2, best 0.830", "faster bicycleboxes 1, best 0.250",
                             "no boxes for this phrase", "no boxes for this photo", "boxes.jsonl"})
        QVERIFY2(report.text.contains(QLatin1String(text)), text);
    QVERIFY(!report.text.contains(QStringLiteral("Hi2t ")));
}

void ReportTest::phrases_have_a_chip_and_a_filter_by_strength() {
    control_->strength = [](const std::string& phrase) -> std::optional<float> {
        if (phrase == "a unicorn") return 0.01F;
        if (phrase == "a dog") return 0.87F;
        return std::nullopt;
    };
    ReportOptions options;
    options.texts.strengths = {"<none>", "weak", "medium", "stark"};
    write_report(path("r.html"), *grounder_,
                 std::vector<GroundingTask>{{path("small.png"), {"a dog", "a unicorn", "it"}}}, options);
    QCOMPARE(parse(path("r.html")).error, QString());
    const std::string html = read_text(path("r.html"));
    const auto contains = [&html](const char* text) { return html.find(text) != std::string::npos; };
    QVERIFY(contains("<div class=\"phrase is-none has-strong\">"));
    QVERIFY(contains("<span class=\"strength\">stark 0.87</span>"));
    QVERIFY(contains("<span class=\"strength\">&lt;none&gt; 0.01</span>"));
    // A model that does not know gives no chip.
    QVERIFY(contains("<div class=\"phrase is-none has-unknown\">"));
    QVERIFY(!contains("class=\"strength\">stark 0.00"));
    QVERIFY(contains("id=\"is-weak\""));
    QVERIFY(contains("#is-weak:checked ~ main .phrase:not(.has-weak)"));
}

void ReportTest::a_click_shows_a_picture_large_and_photos_are_stored_once() {
    ReportOptions options;
    options.maps = {MapKind::mean};
    options.large = 500;
    const std::vector<GroundingTask> tasks{{path("wide.png"), {"a dog", "the sky"}}};
    write_report(path("r.html"), *grounder_, tasks, options);
    const Parsed report = parse(path("r.html"));
    QCOMPARE(report.error, QString());
    // The color bar, the photo and one map per phrase are small; the photo is large once.
    QCOMPARE(report.images.size(), std::size_t{1 + 1 + 2});
    QCOMPARE(report.images[1].width, 200);
    QCOMPARE(report.parts.size(), 3);
    const auto decode = [](QByteArray uri) {
        const QByteArray bytes = QByteArray::fromBase64(uri.mid(uri.indexOf(',') + 1));
        return decode_image({bytes.begin(), bytes.end()}, "a part");
    };
    QCOMPARE(decode(report.parts[0]).width, 500);
    // A map has its own cells; the filter colors them, from the lowest to the highest.
    const Image cells = decode(report.parts[1]);
    QCOMPARE(cells.width, 8);
    QCOMPARE(int{*std::ranges::min_element(cells.rgb)}, 0);
    QCOMPARE(int{*std::ranges::max_element(cells.rgb)}, 255);
    const QString html = QString::fromStdString(read_text(path("r.html")));
    QCOMPARE(html.count(QStringLiteral("filter id=\"map-colors\"")), 1);
    QCOMPARE(html.count(QStringLiteral("class=\"large\"")), 2);
    for (int picture = 1; picture < 3; ++picture) {
        const QString id = QStringLiteral("-%1\"").arg(picture);
        QCOMPARE(html.count(QRegularExpression(QStringLiteral("<a href=\"#p\\d+") + id)), 1);
        QCOMPARE(html.count(QRegularExpression(QStringLiteral("id=\"p\\d+") + id)), 1);
    }
    options.maps.clear();
    QVERIFY_EXCEPTION_THROWN(write_report(path("r.html"), *grounder_, tasks, options), Error);
}

void ReportTest::a_cancellation_leaves_no_file() {
    const QStringList before = files();
    std::stop_source stop;
    const std::vector<GroundingTask> tasks{{path("wide.png"), {"a"}}, {path("small.png"), {"a"}}};
    const auto progress = [&](const BatchProgress& now) {
        if (now.done == 1) stop.request_stop();
    };
    QVERIFY_EXCEPTION_THROWN(write_report(path("r.html"), *grounder_, tasks, {}, progress, stop.get_token()),
                             Cancelled);
    QCOMPARE(control_->encodings, 1);
    QCOMPARE(files(), before);
}

void ReportTest::a_full_disk_fails_at_once_and_leaves_no_file() {
    const SmallDisk disk(128 << 10);
    if (!disk.mounted()) QSKIP("no small file system can be mounted here (needs root)");
    const std::vector<GroundingTask> tasks(200, {path("wide.png"), {"a", "b", "c"}});
    std::string reason;
    try {
        write_report(disk.path() + "/r.html", *grounder_, tasks);
    } catch (const Error& error) {
        reason = error.what();
    }
    QVERIFY2(reason.find("No space left") != std::string::npos, reason.c_str());
    QVERIFY(control_->encodings < 200);
    QVERIFY(fs::is_empty(disk.path()));
}

void ReportTest::base64_is_that_of_everybody() {
    for (int size = 0; size < 8; ++size) {
        std::vector<std::uint8_t> bytes;
        for (int i = 0; i < size; ++i) bytes.push_back(static_cast<std::uint8_t>(250 - 37 * i));
        const QByteArray expected =
            "data:x/y;base64," +
            QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
                .toBase64();
        QCOMPARE(QByteArray::fromStdString(data_uri("x/y", bytes)), expected);
    }
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
