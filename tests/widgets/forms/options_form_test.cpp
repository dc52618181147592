// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/forms/options_form.h"
#include "support/find_child.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gbs;
using namespace gbs::widgets;

class OptionsFormTest : public QObject {
    Q_OBJECT

    static OptionField field(const char* key, OptionField::Type type, const char* value,
                             const char* standard) {
        OptionField made;
        made.key = QString::fromLatin1(key);
        made.group = made.key.section(QLatin1Char('.'), 0, -2);
        made.type = type;
        made.value = QString::fromLatin1(value);
        made.default_value = QString::fromLatin1(standard);
        return made;
    }
    static QVector<OptionField> fields() {
        QVector<OptionField> all{field("steps", OptionField::Type::integer, "100", "100"),
                                 field("optimizer.learning_rate", OptionField::Type::real, "0.01", "0.001"),
                                 field("optimizer.name", OptionField::Type::choice, "adam", "adam"),
                                 field("learn.encoder", OptionField::Type::boolean, "true", "true"),
                                 field("data.images", OptionField::Type::folder, "", "")};
        all[0].minimum = 1;
        all[0].maximum = 1000;
        all[1].minimum = 0;
        all[1].maximum = 10;
        all[1].doc = QStringLiteral("How far a step goes");
        all[1].unit = QStringLiteral("a step");
        all[2].choices = {QStringLiteral("adam"), QStringLiteral("adamw")};
        return all;
    }
    static QLineEdit* line(const OptionsForm& form, const char* key) {
        return child<QLineEdit>(form.row(QString::fromLatin1(key)));
    }
    static void type(QLineEdit* edit, const char* text) {
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromLatin1(text));
    }

    static QStringList shown_keys(const OptionsForm& form) {
        QStringList keys;
        for (const OptionRow* const row : form.findChildren<OptionRow*>())
            if (!row->isHidden()) keys << row->field().key;
        return keys;
    }

 private Q_SLOTS:
    void edits_are_reported_as_text() {
        OptionsForm form;
        form.set_fields(fields());
        QSignalSpy edited(&form, &OptionsForm::edited);
        const auto last = [&] {
            const QVariantList arguments = edited.takeLast();
            return QStringList{arguments[0].toString(), arguments[1].toString()};
        };
        type(line(form, "steps"), "250");
        QCOMPARE(last(), (QStringList{QStringLiteral("steps"), QStringLiteral("250")}));
        child<QCheckBox>(form.row(QStringLiteral("learn.encoder")))->click();
        QCOMPARE(last(), (QStringList{QStringLiteral("learn.encoder"), QStringLiteral("false")}));
        child<QComboBox>(form.row(QStringLiteral("optimizer.name")))->setCurrentIndex(1);
        QCOMPARE(last(), (QStringList{QStringLiteral("optimizer.name"), QStringLiteral("adamw")}));
        edited.clear();
        form.set_value(QStringLiteral("steps"), QStringLiteral("7"));  // not an edit by the user
        QCOMPARE(edited.size(), 0);
        QCOMPARE(form.value(QStringLiteral("steps")), QStringLiteral("7"));
    }

    void value_out_of_range_is_reported_at_its_field_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* key, const char* text, bool good) {
            QTest::addRow("%s=%s", key, text)
                << QString::fromLatin1(key) << QString::fromLatin1(text) << good;
        };
        row("steps", "1000", true);
        row("steps", "1001", false);
        row("steps", "0", false);
        row("steps", "2.5", false);
        row("steps", "many", false);
        row("optimizer.learning_rate", "1e-4", true);
        row("optimizer.learning_rate", "10.01", false);
        row("optimizer.learning_rate", "-1", false);
        row("optimizer.learning_rate", "nan", false);
        row("data.images", "no range here", true);
    }
    void value_out_of_range_is_reported_at_its_field() {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QFETCH(bool, good);
        OptionsForm form;
        form.set_fields(fields());
        type(line(form, qPrintable(key)), qPrintable(text));
        QCOMPARE(form.row(key)->problem().isEmpty(), good);
    }

    void external_problems_last_until_the_value_changes() {
        OptionsForm form;
        form.set_fields(fields());
        const QString key = QStringLiteral("data.images");
        QVERIFY(form.set_problem(key, QStringLiteral("does not exist")));
        QVERIFY(!form.set_problem(QStringLiteral("no.such"), QStringLiteral("lost")));
        form.show();
        QLabel* shown = nullptr;
        for (QLabel* const label : form.row(key)->findChildren<QLabel*>())
            if (label->text() == QStringLiteral("does not exist")) shown = label;
        QVERIFY(shown && shown->isVisible());
        type(line(form, "data.images"), "/photos");
        QVERIFY(form.row(key)->problem().isEmpty());
        QVERIFY(!shown->isVisible());
        form.set_problem(key, QStringLiteral("again"));
        form.clear_problems();
        QVERIFY(form.row(key)->problem().isEmpty());
    }

    void search_covers_keys_and_descriptions() {
        OptionsForm form;
        form.set_fields(fields());
        child<QLineEdit>(form, "search")->setText(QStringLiteral("FAR step"));
        QCOMPARE(shown_keys(form), QStringList{QStringLiteral("optimizer.learning_rate")});
        child<QLineEdit>(form, "search")->setText(QStringLiteral("optimizer"));
        QCOMPARE(shown_keys(form).size(), 2);
        child<QLineEdit>(form, "search")->setText(QStringLiteral("nothing like it"));
        QVERIFY(shown_keys(form).isEmpty());
        form.go_to(QStringLiteral("steps"));  // shows it again
        QVERIFY(shown_keys(form).contains(QStringLiteral("steps")));
    }

    void changed_options_are_filtered_and_reset() {
        OptionsForm form;
        form.set_fields(fields());
        child<QCheckBox>(form, "only_changed")->setChecked(true);
        QCOMPARE(shown_keys(form), QStringList{QStringLiteral("optimizer.learning_rate")});
        OptionRow* const row = form.row(QStringLiteral("optimizer.learning_rate"));
        QSignalSpy edited(&form, &OptionsForm::edited);
        child<QToolButton>(row, "reset")->click();
        QCOMPARE(edited.takeLast().at(1).toString(), QStringLiteral("0.001"));
        QCOMPARE(line(form, "optimizer.learning_rate")->text(), QStringLiteral("0.001"));
        QVERIFY(child<QToolButton>(row, "reset")->isHidden());
    }

    void new_values_of_the_same_options_keep_the_widgets() {
        OptionsForm form;
        form.set_fields(fields());
        OptionRow* const row = form.row(QStringLiteral("steps"));
        auto others = fields();
        others[0].value = QStringLiteral("3");
        form.set_fields(others);
        QCOMPARE(form.row(QStringLiteral("steps")), row);
        QCOMPARE(form.value(QStringLiteral("steps")), QStringLiteral("3"));
        others.removeLast();
        form.set_fields(others);
        QVERIFY(!form.row(QStringLiteral("data.images")));
        QCOMPARE(shown_keys(form).size(), 4);
    }

    void each_editor_has_an_accessible_name_and_tooltip() {
        OptionsForm form;
        form.set_fields(fields());
        for (const OptionField& each : fields()) {
            QWidget* const editor = form.findChild<QWidget*>(each.key);
            QCOMPARE(editor->accessibleName(), each.key);
            QVERIFY(editor->toolTip().simplified().contains(each.doc));
            QVERIFY(editor->toolTip().contains(each.key));
        }
        QVERIFY(line(form, "steps")->toolTip().contains(QStringLiteral("From 1 to 1000")));
    }
};

QTEST_MAIN(OptionsFormTest)
#include "options_form_test.moc"
