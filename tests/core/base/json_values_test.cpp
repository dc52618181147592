// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json_values.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace gbs;
using nlohmann::json;

class JsonValuesTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void only_what_fits_is_an_integer() {
        const json values = json::parse(R"({"no": null, "text": "1", "half": 0.5, "whole": 3.0, "minus": -7,
            "largest": 9223372036854775807, "beyond": 9223372036854775808, "unsigned": 18446744073709551615,
            "smallest": -9223372036854775808, "float": 166666666666666666666, "power": 1e300})");
        for (const char* key :
             {"gone", "no", "text", "half", "whole", "beyond", "unsigned", "float", "power"})
            QVERIFY2(!get_integer(values, key), key);
        QCOMPARE(get_integer(values, "minus"), std::int64_t{-7});
        QCOMPARE(get_integer(values, "largest"), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(get_integer(values, "smallest"), std::numeric_limits<std::int64_t>::min());
        QVERIFY(!get_integer(json::array({1}), "minus"));
    }
    void ids_are_the_same_whoever_wrote_them() {
        const json values =
            json::parse(R"({"integer": 3, "float": 3.0, "text": "3", "half": 3.5, "huge": 1e300})");
        for (const char* key : {"integer", "float", "text"}) QCOMPARE(get_id(values, key), std::string("3"));
        for (const char* key : {"half", "huge"}) QCOMPARE(get_id(values, key), std::string());
    }
};

QTEST_GUILESS_MAIN(JsonValuesTest)
#include "json_values_test.moc"
