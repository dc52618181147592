// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/options.h"

#include <yaml-cpp/yaml.h>

#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "support/error_of.h"

using namespace gbs;

class OptionsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void init();
    void values_reach_the_fields();
    void wrong_values_name_key_and_range_data();
    void wrong_values_name_key_and_range();
    void an_unknown_key_suggests_the_nearest();
    void yaml_errors_name_the_line();
    void yaml_and_json_survive_a_round_trip();

 private:
    enum class Kind { adam, adamw };
    struct Fields {
        bool flag = true;
        int count = 3;
        double rate = 0.25;
        std::string name = "a: b # c";
        Kind kind = Kind::adam;
    };
    void bind(OptionSet& set, Fields& fields) {
        set.add("run.flag", &fields.flag, "a flag");
        set.add("run.count", &fields.count, 1, 10, "a count");
        set.add("run.deep.rate", &fields.rate, 0.0, 1.0, "a rate");
        set.add("name", &fields.name, "a name");
        set.add("run.kind", &fields.kind, {{Kind::adam, "adam"}, {Kind::adamw, "adamw"}}, "a choice");
    }
    Fields fields_;
    std::unique_ptr<OptionSet> set_;
};

void OptionsTest::init() {
    fields_ = {};
    set_ = std::make_unique<OptionSet>();
    bind(*set_, fields_);
}

void OptionsTest::values_reach_the_fields() {
    set_->set("run.flag", "no");
    set_->set_assignment("run.count=7");
    set_->set_assignment("name=x=y");
    set_->set("run.deep.rate", "1e-3");
    set_->set("run.kind", "adamw");
    QCOMPARE(fields_.flag, false);
    QCOMPARE(fields_.count, 7);
    QCOMPARE(fields_.name, std::string("x=y"));
    QCOMPARE(fields_.rate, 1e-3);
    QVERIFY(fields_.kind == Kind::adamw);
    QCOMPARE(set_->infos()[1].default_value, std::string("3"));
}

void OptionsTest::wrong_values_name_key_and_range_data() {
    QTest::addColumn<QString>("assignment");
    QTest::addColumn<QString>("part");
    QTest::newRow("too large") << "run.count=11"
                               << "outside 1 to 10";
    QTest::newRow("not whole") << "run.count=2.5"
                               << "not a whole number";
    QTest::newRow("trailing text") << "run.count=2x"
                                   << "not a whole number";
    QTest::newRow("not a number") << "run.deep.rate=fast"
                                  << "not a number";
    QTest::newRow("nan") << "run.deep.rate=nan"
                         << "outside 0 to 1";
    QTest::newRow("flag") << "run.flag=maybe"
                          << "neither true nor false";
    QTest::newRow("choice") << "run.kind=adamm"
                            << "did you mean adam";
    QTest::newRow("empty") << "run.count="
                           << "not a whole number";
    QTest::newRow("no equals") << "run.count"
                               << "not an assignment";
}

void OptionsTest::wrong_values_name_key_and_range() {
    QFETCH(QString, assignment);
    QFETCH(QString, part);
    const QString error = error_of([&] { set_->set_assignment(assignment.toStdString()); });
    QVERIFY2(error.contains(part), qPrintable(error));
    QVERIFY2(error.contains(assignment.section(QLatin1Char('='), 0, 0)), qPrintable(error));
    QCOMPARE(fields_.count, 3);
}

void OptionsTest::an_unknown_key_suggests_the_nearest() {
    const QString error = error_of([&] { set_->set("run.deep.rats", "1"); });
    QVERIFY2(error.contains(QStringLiteral("did you mean run.deep.rate?")), qPrintable(error));
}

void OptionsTest::yaml_errors_name_the_line() {
    const YAML::Node unknown = YAML::Load("run:\n  count: 4\n  cuont: 4\n");
    const QString error = error_of([&] { set_->set_yaml(unknown, "recipe.yaml"); });
    QVERIFY2(error.startsWith(QStringLiteral("recipe.yaml:3: unknown option run.cuont")), qPrintable(error));
    const QString list = error_of([&] { set_->set_yaml(YAML::Load("run:\n  count: [1, 2]\n"), "r"); });
    QVERIFY2(list.contains(QStringLiteral("takes one value")), qPrintable(list));
    const QString scalar = error_of([&] { set_->set_yaml(YAML::Load("just words"), "r"); });
    QVERIFY2(scalar.contains(QStringLiteral("expected")), qPrintable(scalar));
}

void OptionsTest::yaml_and_json_survive_a_round_trip() {
    fields_.rate = 0.1;
    fields_.name = "quote \" colon: # hash\nline";
    Fields other;
    OptionSet second;
    bind(second, other);
    second.set_yaml(YAML::Load(set_->to_yaml()), "text");
    QCOMPARE(second.to_yaml(), set_->to_yaml());
    QCOMPARE(other.name, fields_.name);
    QCOMPARE(other.rate, fields_.rate);
    Fields third;
    OptionSet from_json;
    bind(from_json, third);
    from_json.set_json(set_->to_json(), "json");
    QCOMPARE(from_json.to_json(), set_->to_json());
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
