// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/recipe_check.h"

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "support/error_of.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::training;

/// All problems of a recipe are found before the start, each with its option.
class RecipeCheckTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    TrainOptions options_;

    static QStringList keys(const std::vector<RecipeProblem>& problems) {
        QStringList found;
        for (const RecipeProblem& problem : problems) found << QString::fromStdString(problem.key);
        found.sort();
        return found;
    }

 private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        make_tiny_data(folder_->path().toStdString(), 8);
        options_ = tiny_options(folder_->path().toStdString());
    }

    void a_good_recipe_has_none() {
        QVERIFY(recipe_problems(options_).empty());
        QVERIFY(data_problems(options_).empty());
    }

    void a_missing_language_model_is_reported_before_the_start() {
        const QByteArray kept = qgetenv("GBS_WEIGHTS");
        qputenv("GBS_WEIGHTS", folder_->path().toUtf8());
        options_.model.text_encoder = "elmo";
        options_.image_pretrained = false;
        const auto problems = recipe_problems(options_);
        kept.isNull() ? qunsetenv("GBS_WEIGHTS") : qputenv("GBS_WEIGHTS", kept);
        QCOMPARE(keys(problems), QStringList{QStringLiteral("model.text_encoder")});
        QVERIFY(problems.front().text.find("convert_weights.py --elmo") != std::string::npos);
    }

    void an_image_encoder_needs_weights_unless_it_starts_from_others() {
        options_.model.image_encoder = "pnasnet-5-large";
        options_.image_pretrained = true;
        auto problems = recipe_problems(options_);
        QCOMPARE(keys(problems), QStringList{QStringLiteral("model.image_encoder")});
        QVERIFY(problems.front().text.find("convert_weights.py --image pnasnet-5-large") !=
                std::string::npos);
        options_.image_weights = "/no/such/weights.safetensors";
        QCOMPARE(keys(recipe_problems(options_)), QStringList{QStringLiteral("image_encoder.weights")});
        options_.image_weights.clear();
        options_.image_pretrained = false;
        QVERIFY(recipe_problems(options_).empty());
    }

    void all_problems_are_named_at_once() {
        options_.train_images = "/no/such/folder";
        options_.train_captions.clear();
        options_.validation_phrases = "/no/such/phrases.tsv";
        options_.validation_images = folder_->path().toStdString();
        options_.stage.batch = 1;
        options_.stage.cache_features = true;
        options_.stage.alpha.perlin.k_min = 9;
        options_.stage.alpha.perlin.k_max = 3;
        const auto problems = recipe_problems(options_);
        QCOMPARE(keys(problems),
                 (QStringList{QStringLiteral("alpha.perlin.k_min"), QStringLiteral("batch"),
                              QStringLiteral("data.captions"), QStringLiteral("data.images"),
                              QStringLiteral("features.blend"), QStringLiteral("features.cache"),
                              QStringLiteral("validation.phrases")}));
        for (const RecipeProblem& problem : problems) QVERIFY(problem.fatal);
        QVERIFY(data_problems(options_).empty());  // recipe_problems reports the paths
        try {
            check_recipe(options_);
            QFAIL("it was accepted");
        } catch (const OptionError& error) {
            QCOMPARE(std::string(error.what()), problems.front().text);
            QCOMPARE(error.key(), problems.front().key);
        }
    }

    void wrong_combinations_are_found_before_the_start_data() {
        QTest::addColumn<QStringList>("assignments");
        QTest::addColumn<QString>("part");
        QTest::newRow("no third caption") << QStringList{QStringLiteral("batch=2")} << "3 or more";
        QTest::newRow("no alpha") << QStringList{QStringLiteral("alpha.perlin.share=0"),
                                                 QStringLiteral("alpha.gaussian.share=0")}
                                  << "no blend can be made";
        QTest::newRow("cache of a learning encoder")
            << QStringList{QStringLiteral("features.cache=true")} << "learn.encoder: false";
        QTest::newRow("nothing learns")
            << QStringList{QStringLiteral("learn.encoder=no"), QStringLiteral("learn.necks=no"),
                           QStringLiteral("learn.projection=no"), QStringLiteral("learn.decoder=no")}
            << "nothing would learn";
        QTest::newRow("no loss") << QStringList{QStringLiteral("loss.sep=0"), QStringLiteral("loss.neg=0"),
                                                QStringLiteral("loss.adv=0"), QStringLiteral("loss.i2t=0")}
                                 << "all loss weights are 0";
        QTest::newRow("missing folder") << QStringList{QStringLiteral("data.images=/nowhere/at/all")}
                                        << "data.images: /nowhere/at/all does not exist";
        QTest::newRow("missing phrases")
            << QStringList{QStringLiteral("validation.phrases=/nowhere.tsv")} << "validation.phrases";
        QTest::newRow("more unblended than recurrent")
            << QStringList{QStringLiteral("recurrent.unblended=0.5")} << "recurrent.unblended";
    }

    void wrong_combinations_are_found_before_the_start() {
        QFETCH(QStringList, assignments);
        QFETCH(QString, part);
        TrainOptions options;
        options.train_images = options_.train_images;
        options.train_captions = options_.train_captions;
        check_recipe(options);
        OptionSet set;
        options.bind(set);
        for (const QString& assignment : assignments) set.set_assignment(assignment.toStdString());
        const QString error = error_of([&] { check_recipe(options); });
        QVERIFY2(error.contains(part), qPrintable(error));
    }

    void a_range_is_reported_at_its_lower_end() {
        options_.stage.alpha.gaussian.sigma = {0.5, 0.2};
        QCOMPARE(keys(recipe_problems(options_)), QStringList{QStringLiteral("alpha.gaussian.sigma_min")});
    }

    void problems_of_a_stage_name_it() {
        options_.stages = {{"first", {}}, {"second", {{"batch", "2"}}}};
        const auto problems = recipe_problems(options_);
        QCOMPARE(problems.size(), std::size_t{1});
        QCOMPARE(problems[0].stage, std::string("second"));
    }

    void captions_are_compared_with_the_folder() {
        QVERIFY(QFile::remove(folder_->filePath(QStringLiteral("photos/photo2.png"))));
        const auto missing = data_problems(options_);
        QCOMPARE(keys(missing), QStringList{QStringLiteral("data.images")});
        QVERIFY(!missing[0].fatal);
        QVERIFY(missing[0].text.find("1 of 8") != std::string::npos);
        QVERIFY(missing[0].text.find("photo2.png") != std::string::npos);
        options_.stage.batch = 8;
        const auto few = data_problems(options_);
        QCOMPARE(keys(few), (QStringList{QStringLiteral("batch"), QStringLiteral("data.images")}));
        options_.train_split = "nosuch";
        QCOMPARE(keys(data_problems(options_)), QStringList{QStringLiteral("data.split")});
        options_.train_split.clear();
        options_.train_captions = folder_->filePath(QStringLiteral("photos/photo1.png")).toStdString();
        QCOMPARE(keys(data_problems(options_)), QStringList{QStringLiteral("data.captions")});
    }

    void the_key_of_data_problems_covers_what_they_depend_on() {
        const std::string before = data_problems_key(options_);
        const auto key_with = [&](const char* assignment) {
            TrainOptions changed = options_;
            OptionSet set;
            changed.bind(set);
            set.set_assignment(assignment);
            return data_problems_key(changed);
        };
        for (const char* assignment : {"model.image_encoder=vgg16",
                                       "model.text_encoder=bert-base-uncased",
                                       "model.decoder_width=99",
                                       "model.neck_width=99",
                                       "model.levels=1",
                                       "model.attenuation=cosine",
                                       "optimizer.precision=bf16",
                                       "optimizer.ema=0.9",
                                       "loss.adv=0",
                                       "loss.i2t=0",
                                       "learn.decoder=no",
                                       "recurrent.share=0.5",
                                       "input_size=320",
                                       "batch=7",
                                       "features.blend=features",
                                       "features.cache=yes",
                                       "data.limit=3",
                                       "data.split=x",
                                       "data.shards=x",
                                       "device=cuda:1"})
            QVERIFY2(key_with(assignment) != before, assignment);
        for (const char* assignment : {"seed=7", "optimizer.learning_rate=0.5", "checkpoint.every=3"})
            QCOMPARE(key_with(assignment), before);
        options_.stages = {{"first", {{"optimizer.ema", "0.5"}}}};
        QVERIFY(data_problems_key(options_) != before);
    }

    void a_split_without_an_image_is_a_problem_of_the_split() {
        const QString list = folder_->filePath(QStringLiteral("empty.txt"));
        QVERIFY(QFile(list).open(QIODevice::WriteOnly));
        options_.train_split = list.toStdString();
        QCOMPARE(keys(data_problems(options_)), QStringList{QStringLiteral("data.split")});
    }

    void memory_and_device_are_checked() {
        options_.model.input_size = 2048;
        options_.stage.batch = 8;  // about 1400 bytes per pixel of photos and blends
        const auto memory = data_problems(options_);
        if (memory.empty()) QSKIP("this machine has enough memory for it");
        QCOMPARE(keys(memory), QStringList{QStringLiteral("batch")});
        QVERIFY(!memory[0].fatal);
        const double told = std::stod(memory[0].text.substr(memory[0].text.find("about ") + 6));
        QVERIFY2(told > 75 && told < 120, memory[0].text.c_str());
        options_.device = "cuda:77";
        const auto device = data_problems(options_);
        QCOMPARE(keys(device), QStringList{QStringLiteral("device")});
        QVERIFY(device[0].fatal);
    }
};

QTEST_GUILESS_MAIN(RecipeCheckTest)
#include "recipe_check_test.moc"
