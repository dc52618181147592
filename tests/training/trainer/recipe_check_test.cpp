// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/trainer/recipe_check.h"

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::training;

/// What keeps a recipe from training is found before the start, all of it, and with its option.
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

    void a_language_model_that_is_not_there_is_told_before_the_start() {
        const QByteArray kept = qgetenv("GBS_WEIGHTS");
        qputenv("GBS_WEIGHTS", folder_->path().toUtf8());
        options_.model.text_encoder = "elmo";
        options_.image_pretrained = false;
        const auto problems = recipe_problems(options_);
        kept.isNull() ? qunsetenv("GBS_WEIGHTS") : qputenv("GBS_WEIGHTS", kept);
        QCOMPARE(keys(problems), QStringList{QStringLiteral("model.text_encoder")});
        QVERIFY(problems.front().text.find("convert_weights.py --elmo") != std::string::npos);
    }

    void an_image_encoder_needs_its_weights_unless_it_starts_otherwise() {
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
        QVERIFY(data_problems(options_).empty());  // the paths are told already
        try {
            options_.validate();
            QFAIL("it was accepted");
        } catch (const Error& error) {
            QCOMPARE(std::string(error.what()), problems.front().text);
        }
    }

    void a_range_is_told_at_its_lower_end() {
        options_.stage.alpha.gaussian.sigma = {0.5, 0.2};
        QCOMPARE(keys(recipe_problems(options_)), QStringList{QStringLiteral("alpha.gaussian.sigma_min")});
    }

    void problems_of_a_stage_name_it() {
        options_.stages = {{"first", {}}, {"second", {{"batch", "2"}}}};
        const auto problems = recipe_problems(options_);
        QCOMPARE(problems.size(), std::size_t{1});
        QCOMPARE(problems[0].stage, std::string("second"));
    }

    void captions_are_held_against_the_folder() {
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

    void memory_and_device_are_looked_at() {
        options_.model.input_size = 2048;
        options_.stage.batch = 8;  // some 2000 bytes for each pixel of photos and blends
        const auto memory = data_problems(options_);
        if (memory.empty()) QSKIP("there is more memory here than this needs");
        QCOMPARE(keys(memory), QStringList{QStringLiteral("batch")});
        QVERIFY(!memory[0].fatal);
        const double told = std::stod(memory[0].text.substr(memory[0].text.find("about ") + 6));
        QVERIFY2(told > 100 && told < 160, memory[0].text.c_str());
        options_.device = "cuda:77";
        const auto device = data_problems(options_);
        QCOMPARE(keys(device), QStringList{QStringLiteral("device")});
        QVERIFY(device[0].fatal);
    }
};

QTEST_GUILESS_MAIN(RecipeCheckTest)
#include "recipe_check_test.moc"
