// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/options/train_options.h"

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "support/error_of.h"
#include "support/strict_yaml.h"
#include "training/alpha/alpha_mix.h"
#include "training/reproduce/ablation_table.h"

using namespace gbs;
using namespace gbs::training;

namespace {

/// Each line has twice the values of the one before.
QString growing_aliases() {
    QString text = QStringLiteral("a0: &a0 {}\n");
    for (int i = 1; i <= 40; ++i) text += QStringLiteral("a%1: &a%1 {x: *a%2, y: *a%2}\n").arg(i).arg(i - 1);
    return text;
}

}  // namespace

class TrainOptionsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void recipes_in_the_source_tree_survive_a_round_trip();
    void the_paper_recipe_holds_the_papers_values();
    void the_paper_recipes_differ_only_in_the_encoders();
    void presets_are_found_by_name();
    void stages_override_the_defaults();
    void overrides_of_stages_survive_a_round_trip();
    void assignments_reach_options_and_stages();
    void wrong_recipes_name_the_line_data();
    void wrong_recipes_name_the_line();
    void relative_paths_are_relative_to_the_recipe();
    void paths_of_assignments_are_relative_to_the_current_folder();
    void the_data_folder_comes_from_the_environment();
    void a_recipe_has_each_key_once();
    void choices_are_those_of_the_schema();

 private:
    std::string write(const char* text) const {
        const std::string path = directory_.filePath(QStringLiteral("recipe.yaml")).toStdString();
        write_atomically(path, text);
        return path;
    }
    QTemporaryDir directory_;
};

void TrainOptionsTest::recipes_in_the_source_tree_survive_a_round_trip() {
    int recipes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(GBS_SOURCE_DIR "/training/recipes")) {
        const TrainOptions options = read_recipe(entry.path());
        QVERIFY(options.total_steps() > 0);
        const std::string text = to_recipe(options);
        const TrainOptions again = read_recipe(write(text.c_str()));
        QCOMPARE(to_recipe(again), text);
        QCOMPARE(again.total_steps(), options.total_steps());
        ++recipes;
    }
    QVERIFY(recipes >= 3);
}

void TrainOptionsTest::the_paper_recipe_holds_the_papers_values() {
    const TrainOptions paper = read_recipe(GBS_SOURCE_DIR "/training/recipes/paper.yaml");
    const StageOptions stage = paper.stage_options(0);
    QCOMPARE(stage.batch, 32);  // 8 on each of 4 ranks
    QCOMPARE(stage.loss_i2t, 0.1);
    QCOMPARE(stage.loss_neg, 1.0);
    QCOMPARE(stage.loss_adv, 1.0);
    QCOMPARE(stage.i2t_temperature, 10.0);
    QCOMPARE(stage.learning_rate, 1e-4);
    QCOMPARE(stage.word_dropout, 0.5);
    QVERIFY(paper.model.attenuation == Attenuation::distance);
    QCOMPARE(paper.model.input_size, 512);
    const AlphaMix mix = alpha_mix(stage.alpha);
    QCOMPARE(mix.size(), std::size_t{2});
    QCOMPARE(mix[0].weight, mix[1].weight);
}

void TrainOptionsTest::the_paper_recipes_differ_only_in_the_encoders() {
    TrainOptions vgg = read_recipe(recipe_file("paper-vgg-coco"));
    QCOMPARE(vgg.model.image_encoder, std::string("vgg16"));
    QCOMPARE(vgg.model.text_encoder, std::string("bert-base-uncased"));
    const TrainOptions paper = read_recipe(recipe_file("paper"));
    vgg.model.image_encoder = paper.model.image_encoder;
    vgg.model.text_encoder = paper.model.text_encoder;
    QCOMPARE(to_recipe(vgg), to_recipe(paper));
}

void TrainOptionsTest::presets_are_found_by_name() {
    QVERIFY(read_recipe(recipe_file("paper")).total_steps() > 0);
    QVERIFY(error_of([] { recipe_file("papr"); }).contains(QStringLiteral("paper-vgg-coco")));
}

void TrainOptionsTest::stages_override_the_defaults() {
    const TrainOptions options =
        read_recipe(write("batch: 16\nsteps: 5\nstages:\n  - name: first\n    loss: {sep: 0, i2t: 1}\n  - "
                          "{name: second, steps: 7, batch: 4}\n"));
    QCOMPARE(options.stage_count(), std::size_t{2});
    QCOMPARE(options.stage_options(0).loss_sep, 0.0);
    QCOMPARE(options.stage_options(0).batch, 16);
    QCOMPARE(options.stage_options(1).loss_sep, 1.0);
    QCOMPARE(options.stage_options(1).batch, 4);
    QCOMPARE(options.total_steps(), 12);
    QCOMPARE(options.stage_name(1), std::string("second"));
}

/// A resumed run reads the options of the first one.
void TrainOptionsTest::overrides_of_stages_survive_a_round_trip() {
    TrainOptions options;
    options.stages = {{"first", {{"steps", "7"}, {"loss.sep", "0"}, {"optimizer.learning_rate", "0.5"}}},
                      {"second: last", {}},
                      {"third", {{"learn.decoder", "false"}}}};
    const TrainOptions again = read_recipe(write(to_recipe(options).c_str()));
    QCOMPARE(again.stages.size(), options.stages.size());
    for (std::size_t i = 0; i < options.stages.size(); ++i) {
        QCOMPARE(again.stages[i].name, options.stages[i].name);
        QCOMPARE(again.stages[i].overrides.size(), options.stages[i].overrides.size());
    }
    QCOMPARE(again.stage_options(0).steps, 7);
    QCOMPARE(again.stage_options(0).loss_sep, 0.0);
    QCOMPARE(again.stage_options(0).learning_rate, 0.5);
    QVERIFY(!again.stage_options(2).learn_decoder);
    QCOMPARE(to_recipe(again), to_recipe(options));
}

void TrainOptionsTest::assignments_reach_options_and_stages() {
    const std::string path = write("stages:\n  - name: first\n  - name: second\n");
    const TrainOptions options = read_recipe(path, {"batch=9", "stages.second.optimizer.learning_rate=0.5"});
    QCOMPARE(options.stage_options(0).batch, 9);
    QCOMPARE(options.stage_options(1).learning_rate, 0.5);
    QCOMPARE(options.stage_options(0).learning_rate, 1e-4);
    QVERIFY(error_of([&] {
                read_recipe(path, {"stages.third.batch=2"});
            }).contains(QStringLiteral("no stage named third")));
    QVERIFY(error_of([&] {
                read_recipe(path, {"stages.first.seed=2"});
            }).contains(QStringLiteral("unknown option seed")));
}

void TrainOptionsTest::wrong_recipes_name_the_line_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("unknown key")
        << "batch: 4\noptimiser:\n  name: adam\n"
        << "recipe.yaml:3: unknown option optimiser.name; did you mean optimizer.name";
    QTest::newRow("in a stage") << "stages:\n  - name: a\n    bach: 3\n"
                                << "unknown option bach";
    QTest::newRow("stage is no mapping") << "stages:\n  - align\n"
                                         << "recipe.yaml:2";
    QTest::newRow("stages is no list") << "stages: 3\n"
                                       << "list of stages";
    QTest::newRow("contains itself") << "model: &a {model: *a}\n"
                                     << "recipe.yaml:1: not valid YAML: a value contains itself";
    QTest::newRow("aliases that grow without bound")
        << growing_aliases() << "aliases stand for more than 100000 values";
    QTest::newRow("deep") << QString(100'000, QLatin1Char('[')) << "nested more than 64 deep";
    QTest::newRow("not YAML") << "a: [1\nb: 2\n"
                              << "not valid YAML";
    QTest::newRow("a list") << "- a\n- b\n"
                            << "expected `key: value`";
    QTest::newRow("out of range") << "batch: 0\n"
                                  << "recipe.yaml:1: option batch";
}

void TrainOptionsTest::wrong_recipes_name_the_line() {
    QFETCH(QString, text);
    QFETCH(QString, part);
    const QString error = error_of([&] { read_recipe(write(text.toUtf8().constData())); });
    QVERIFY2(error.contains(part), qPrintable(error));
}

void TrainOptionsTest::relative_paths_are_relative_to_the_recipe() {
    const TrainOptions options =
        read_recipe(write("data: {images: ../photos, captions: /abs/c.tsv, split: train}\n"));
    QVERIFY(std::filesystem::path(options.train_images).is_absolute());
    QVERIFY(options.train_images.find("..") == std::string::npos);
    QCOMPARE(options.train_captions, std::string("/abs/c.tsv"));
    QCOMPARE(options.train_split, std::string("train"));  // no such file: the name of a split
}

void TrainOptionsTest::the_data_folder_comes_from_the_environment() {
    const auto recipe =
        write("data: {images: $GBS_DATA/photos, split: $GBS_DATA/train.txt, cache: $GBS_DATA/cache}\n");
    qputenv("GBS_DATA", "/data/sets");
    QCOMPARE(read_recipe(recipe).train_images, std::string("/data/sets/photos"));
    QCOMPARE(read_recipe(recipe).train_split, std::string("/data/sets/train.txt"));
    QCOMPARE(read_recipe(recipe, {"data.cache=/elsewhere"}).cache_folder, std::string("/elsewhere"));
    qunsetenv("GBS_DATA");
    for (const std::string& path : {read_recipe(recipe).train_images, read_recipe(recipe).train_split,
                                    read_recipe(recipe).cache_folder})
        QCOMPARE(path, std::string());
    // No recipe of the program names a folder of the machine that it was made on.
    for (const auto& entry : std::filesystem::directory_iterator(GBS_SOURCE_DIR "/training/recipes"))
        QVERIFY2(read_recipe(entry.path()).train_images.empty(), entry.path().c_str());
}

void TrainOptionsTest::paths_of_assignments_are_relative_to_the_current_folder() {
    namespace fs = std::filesystem;
    const fs::path recipe = write("data: {images: photos, captions: c.tsv, split: train}\n");
    const fs::path before = fs::current_path(), here = recipe.parent_path() / "here";
    fs::create_directories(here / "train");  // a folder is no list of photos
    fs::current_path(here);
    std::ofstream("some.txt") << "1.jpg\n";
    const TrainOptions named = read_recipe(recipe);
    const TrainOptions options = read_recipe(recipe, {"data.images=my photos", "data.split=some.txt",
                                                      "data.cache=../cache", "validation.images="});
    const TrainOptions assigned = read_recipe(recipe, {"data.split=train"});
    const fs::path current = fs::current_path();
    fs::current_path(before);
    QCOMPARE(named.train_split, std::string("train"));
    QCOMPARE(assigned.train_split, std::string("train"));
    QCOMPARE(options.train_images, (current / "my photos").string());
    QCOMPARE(options.train_split, (current / "some.txt").string());
    QCOMPARE(options.cache_folder, (current.parent_path() / "cache").string());
    QCOMPARE(options.train_captions, (fs::absolute(recipe).parent_path() / "c.tsv").string());
    QCOMPARE(options.validation_images, std::string());
    // What a run stores means the same from any folder.
    QCOMPARE(to_recipe(read_recipe(write(to_recipe(options).c_str()))), to_recipe(options));
}

void TrainOptionsTest::a_recipe_has_each_key_once() {
    QCOMPARE(
        duplicate_keys(YAML::Load("loss: {sep: 1}\nstages: [{loss: {sep: 2}}]\nloss: {negatives: batch}\n")),
        QStringList{QStringLiteral("loss")});
    for (const auto& entry : std::filesystem::directory_iterator(GBS_SOURCE_DIR "/training/recipes")) {
        const YAML::Node root = YAML::Load(to_recipe(read_recipe(entry.path())));
        QCOMPARE(duplicate_keys(root), QStringList());
        for (const char* key : {"sep", "neg", "adv", "i2t", "ramp", "negatives"})
            QVERIFY2(root["loss"][key], key);
    }
}

void TrainOptionsTest::choices_are_those_of_the_schema() {
    TrainOptions options;
    OptionSet set;
    options.bind(set);
    int choices = 0;
    for (const OptionInfo& info : set.infos()) {
        if (info.type != OptionInfo::Type::choice) continue;
        for (const std::string& choice : info.choices) {
            set.set(info.key, choice);
            QCOMPARE(set.get(info.key), choice);
        }
        QVERIFY(error_of([&] {
                    set.set(info.key, info.choices.front() + "x");
                }).contains(QString::fromStdString("did you mean " + info.choices.front())));
        ++choices;
    }
    QCOMPARE(choices, 12);
    set.set("optimizer.schedule", "step");
    QVERIFY(options.stage.schedule == ScheduleKind::step_decay);
    set.set("optimizer.precision", "bf16");
    QVERIFY(options.stage.precision == Precision::bf16);
}

QTEST_GUILESS_MAIN(TrainOptionsTest)
#include "train_options_test.moc"
