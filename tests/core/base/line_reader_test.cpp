// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/line_reader.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_stream.h"

namespace {

const std::string e_acute = "\xC3\xA9";

/// "é😀" is two units and a pair of surrogates.
std::string utf16(std::u16string_view text, bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += big ? high : low;
        bytes += big ? low : high;
    }
    return bytes;
}

}  // namespace

class LineReaderTest : public QObject {
    Q_OBJECT

    using Lines = std::vector<std::pair<std::size_t, std::string>>;

    QTemporaryDir folder_;
    std::filesystem::path file_;
    gbs::LegacyLines legacy_;

    Lines read(const std::string& bytes) {
        gbs::write_atomically(file_, bytes);
        Lines lines;
        legacy_ = gbs::for_each_line(
            file_, [&](std::size_t number, std::string_view line) { lines.emplace_back(number, line); });
        return lines;
    }

 private Q_SLOTS:
    void initTestCase() { file_ = folder_.filePath(QStringLiteral("text")).toStdString(); }

    void all_line_ends_are_one() {
        const Lines expected{{1, "a"}, {2, "b"}, {4, "c"}};
        for (const char* text : {"a\nb\n\nc", "a\r\nb\r\n\r\nc\r\n", "a\rb\r\rc\r", "a\nb\r\n\nc\r"})
            QVERIFY2(read(text) == expected, text);
        QVERIFY(read("").empty());
        QVERIFY(read("\n\r\n").empty());
    }

    void a_line_end_across_two_blocks_counts_once() {
        const std::string long_line((std::size_t{4} << 20) - 1, 'x');
        QCOMPARE(read(long_line + "\r\nb\n"), (Lines{{1, long_line}, {2, "b"}}));
    }

    void utf16_is_recognized_by_its_mark() {
        for (const bool big : {false, true})
            QCOMPARE(read(utf16(u"caf\u00e9\r\n\U0001F600 dog", big)),
                     (Lines{{1, "caf" + e_acute}, {2, "\xF0\x9F\x98\x80 dog"}}));
        QCOMPARE(legacy_.count, 0U);
        QCOMPARE(read(utf16(u"a\xD800z", false)), (Lines{{1, "a\xEF\xBF\xBDz"}}));
        QCOMPARE(read(utf16(u"a\xDC00", false) + "x"), (Lines{{1, "a\xEF\xBF\xBD\xEF\xBF\xBD"}}));
    }

    void much_utf16_is_converted_in_pieces() {
        std::u16string text;
        for (int i = 0; i < 3'000'000; ++i) text += i % 3 == 0 ? u"\u4E00" : u"\U0001F600";
        const Lines lines = read(utf16(text, false));
        QCOMPARE(lines.size(), 1U);
        QCOMPARE(lines[0].second.size(), std::size_t{1'000'000 * 3 + 2'000'000 * 4});
        QVERIFY(lines[0].second.find("\xEF\xBF\xBD") == std::string::npos);
    }

    void a_byte_order_mark_is_no_text() {
        QCOMPARE(read("\xEF\xBB\xBF"
                      "a\n"),
                 (Lines{{1, "a"}}));
    }

    void other_lines_are_windows_1252() {
        QCOMPARE(read("good\ncaf\xE9 \x93quoted\x94 \x80"
                      "5\n" +
                      e_acute + "\n"),
                 (Lines{{1, "good"},
                        {2, "caf" + e_acute +
                                " \xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x82\xAC"
                                "5"},
                        {3, e_acute}}));
        QCOMPARE(legacy_.count, 1U);
        QCOMPARE(legacy_.first, 2U);
        QVERIFY(legacy_.describe().find("Windows-1252") != std::string::npos);
        QCOMPARE(read("\x81\n"), (Lines{{1, "\xEF\xBF\xBD"}}));
        read("a\n");
        QVERIFY(legacy_.describe().empty());
    }

    void the_first_line_is_read_alone() {
        gbs::write_atomically(file_, utf16(u"\r\n  \r\n[1]\r\nnext", true));
        QCOMPARE(gbs::read_first_line(file_), std::string("[1]"));
        gbs::write_atomically(file_, "");
        QCOMPARE(gbs::read_first_line(file_), std::string());
        gbs::write_atomically(file_, std::string(3'000, ' ') + "\xC3\xA9" + std::string(10'000, 'x'));
        QVERIFY(gbs::read_first_line(file_).size() <= 4'096);
    }

    void json_of_utf16_is_read() {
        gbs::write_atomically(file_, utf16(u"{\"images\": [{\"name\": \"caf\u00e9\"}]}", true));
        std::string name;
        const std::vector<gbs::JsonElements> wanted{
            {{"images", "*"}, {}, [&](nlohmann::json& value) { name = value["name"].get<std::string>(); }}};
        gbs::stream_json(file_, wanted);
        QCOMPARE(name, "caf" + e_acute);
    }
};

QTEST_GUILESS_MAIN(LineReaderTest)
#include "line_reader_test.moc"
