// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/option_fields.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "app/train/option_labels.h"
#include "app/train/run_draft.h"
#include "app/train/trainer_launch.h"
#include "core/base/error.h"
#include "training/options/train_options.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;
using namespace gbs::training;

/// Options as fields of a form and back, and the command line of a draft.
class OptionFieldsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    QString write(const QByteArray& yaml) {
        const QString path = folder_.filePath(QStringLiteral("recipe.yaml"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(yaml);
        return path;
    }
    static OptionField find(const QVector<OptionField>& fields, const char* key) {
        for (const OptionField& field : fields)
            if (field.key == QLatin1String(key)) return field;
        return {};
    }

 private Q_SLOTS:
    void every_option_is_a_field() {
        TrainOptions mine, plain;
        OptionSet values, standard;
        mine.bind(values);
        plain.bind(standard);
        values.set("optimizer.learning_rate", "0.5");
        const auto fields = option_fields(values, standard);
        QCOMPARE(static_cast<std::size_t>(fields.size()), values.infos().size());
        for (const OptionField& field : fields) QVERIFY2(!field.doc.isEmpty(), qPrintable(field.key));
        const OptionField rate = find(fields, "optimizer.learning_rate");
        QCOMPARE(rate.group, QStringLiteral("optimizer"));
        QCOMPARE(rate.type, OptionField::Type::real);
        QCOMPARE(rate.value, QStringLiteral("0.5"));
        QVERIFY(rate.changed());
        QCOMPARE(rate.maximum, 10.0);
        QCOMPARE(find(fields, "alpha.perlin.share").unit, QStringLiteral("%"));
        QCOMPARE(find(fields, "data.images").type, OptionField::Type::folder);
        QCOMPARE(find(fields, "optimizer.name").choices.size(), 2);
        QVERIFY(!find(fields, "seed").changed());
    }

    void every_option_has_words_of_its_own() {
        TrainOptions mine, plain;
        OptionSet values, standard;
        mine.bind(values);
        plain.bind(standard);
        QSet<QString> seen;
        for (const OptionField& field : option_fields(values, standard)) {
            if (!field.basic) QVERIFY2(!option_label(field.key).isEmpty(), qPrintable(field.key));
            QVERIFY2(!seen.contains(field.label), qPrintable(field.label));
            seen << field.label;
        }
        QCOMPARE(option_label(QStringLiteral("no.such_option")), QString());
    }

    void fields_become_options_again() {
        TrainOptions mine, plain, other;
        OptionSet values, standard, taken;
        mine.bind(values);
        plain.bind(standard);
        other.bind(taken);
        values.set("batch", "7");
        values.set("optimizer.name", "adamw");
        values.set("alpha.perlin.median_threshold", "false");
        const auto fields = option_fields(values, standard);
        for (const OptionField& field : fields) taken.set(field.key.toStdString(), field.value.toStdString());
        QCOMPARE(taken.to_yaml(), values.to_yaml());
        QCOMPARE(other.stage.batch, 7);
        QVERIFY_EXCEPTION_THROWN(taken.set("batch", "-1"), Error);
    }

    void a_change_is_an_assignment_and_can_be_undone() {
        RunDraft draft(write("batch: 8\nsteps: 30\n"));
        QVERIFY(draft.stages().isEmpty());
        draft.set({}, QStringLiteral("batch"), QStringLiteral("4"));
        QCOMPARE(draft.assignments(), QStringList{QStringLiteral("batch=4")});
        QCOMPARE(draft.options().stage.batch, 4);
        QVERIFY_EXCEPTION_THROWN(draft.set({}, QStringLiteral("batch"), QStringLiteral("0")), Error);
        QVERIFY_EXCEPTION_THROWN(draft.set({}, QStringLiteral("batsh"), QStringLiteral("3")), Error);
        QCOMPARE(draft.options().stage.batch, 4);
        draft.set({}, QStringLiteral("batch"), QStringLiteral("8"));
        QVERIFY(draft.assignments().isEmpty());
    }

    void stages_have_their_own_assignments() {
        RunDraft draft(write("batch: 8\nstages:\n  - name: a\n    steps: 5\n  - name: b\n    batch: 16\n"));
        QCOMPARE(draft.stages(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(find(draft.fields(QStringLiteral("b")), "batch").value, QStringLiteral("16"));
        QCOMPARE(find(draft.fields(QStringLiteral("b")), "batch").default_value, QStringLiteral("8"));
        draft.set(QStringLiteral("b"), QStringLiteral("batch"), QStringLiteral("9"));
        draft.set({}, QStringLiteral("batch"), QStringLiteral("10"));
        QCOMPARE(draft.options().stage_options(0).batch, 10);
        QCOMPARE(draft.options().stage_options(1).batch, 9);
        QCOMPARE(draft.assignments(),
                 (QStringList{QStringLiteral("batch=10"), QStringLiteral("stages.b.batch=9")}));
        // The trainer reads them the same way.
        std::vector<std::string> words;
        for (const QString& word : draft.assignments()) words.push_back(word.toStdString());
        QCOMPARE(to_recipe(read_recipe(draft.recipe().toStdString(), words)), to_recipe(draft.options()));
    }

    void a_saved_draft_reads_back_the_same() {
        RunDraft draft(write("batch: 8\nstages:\n  - name: a\n    steps: 5\n"));
        draft.set({}, QStringLiteral("data.captions"), QStringLiteral("/x/it's \"odd\": a.tsv"));
        draft.set(QStringLiteral("a"), QStringLiteral("optimizer.learning_rate"), QStringLiteral("1e-5"));
        const std::string before = to_recipe(draft.options());
        const QString path = folder_.filePath(QStringLiteral("saved.yaml"));
        draft.save(path);
        QCOMPARE(draft.recipe(), path);
        QVERIFY(draft.assignments().isEmpty());
        QCOMPARE(to_recipe(RunDraft(path).options()), before);
        QVERIFY_EXCEPTION_THROWN(RunDraft(write("batch: [1, 2]\n")), Error);
    }

    void the_command_line_is_for_a_shell() {
        QCOMPARE(command_line(new_run_arguments(QStringLiteral("/a b.yaml"), QStringLiteral("/runs/x"),
                                                {QStringLiteral("data.images=/it's")})),
                 QStringLiteral("gbs train '/a b.yaml' --run /runs/x --set 'data.images=/it'\\''s'"));
        QCOMPARE(command_line(resume_arguments(QStringLiteral("/r"), {})),
                 QStringLiteral("gbs train --resume /r"));
    }
};

QTEST_GUILESS_MAIN(OptionFieldsTest)
#include "option_fields_test.moc"
