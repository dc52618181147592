// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/csv.h"

#include <QTest>

using Fields = std::vector<std::string>;

class CsvTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void fields_are_cut_at_separators_outside_quotes() {
        QCOMPARE(gbs::parse_csv_row("a,b,,d", ','), (Fields{"a", "b", "", "d"}));
        QCOMPARE(gbs::parse_csv_row("\"a,b\";c", ';'), (Fields{"a,b", "c"}));
        QCOMPARE(gbs::parse_csv_row("1.jpg,\"a \"\"big\"\" dog, asleep\"", ','),
                 (Fields{"1.jpg", "a \"big\" dog, asleep"}));
        QCOMPARE(gbs::parse_csv_row("a 5\" pipe,b", ','), (Fields{"a 5\" pipe", "b"}));
        QCOMPARE(gbs::parse_csv_row("\"\",", ','), (Fields{"", ""}));
        QCOMPARE(gbs::parse_csv_row("", ','), (Fields{""}));
    }

    void an_open_quote_waits_for_the_next_line() {
        QVERIFY(!gbs::parse_csv_row("a,\"b", ','));
        QVERIFY(!gbs::parse_csv_row("a,\"b\"\"", ','));
        QCOMPARE(gbs::parse_csv_row("a,\"b\nc\"", ','), (Fields{"a", "b\nc"}));
    }

    void a_written_field_is_read_back() {
        const std::string text = "a \"big\",\nred; dog";
        QCOMPARE(gbs::parse_csv_row(gbs::csv_field(text) + ",x", ','), (Fields{text, "x"}));
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "csv_test.moc"
