// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <csignal>

#include "core/base/file_io.h"
#include "support/mpirun.h"
#include "support/send_signal.h"
#include "support/tiny_run.h"
#include "training/run/run_reader.h"

using namespace gbs;
using namespace gbs::training;
namespace fs = std::filesystem;

/// `mpirun gbs train`: several ranks train like one, and if a rank dies, the run keeps its work.
class RanksTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase();
    void two_ranks_train_what_one_does_data();
    void two_ranks_train_what_one_does();
    void a_batch_that_cannot_be_split_is_refused();
    void requests_reach_all_ranks();
    void a_rank_that_dies_ends_the_run_with_a_checkpoint();

 private:
    fs::path folder() const { return fs::path(directory_.path().toStdString()); }
    fs::path run(const std::string& name) const { return folder() / name; }
    QString recipe(const TrainOptions& options, const std::string& name) const;
    void train_by(int ranks, const TrainOptions& options, const std::string& name);
    QTemporaryDir directory_;
};

namespace {

const QString program = QStringLiteral(GBS_EXECUTABLE);

QStringList train_arguments(const QString& recipe, const fs::path& run) {
    return {QStringLiteral("train"), recipe, QStringLiteral("--run"), QString::fromStdString(run.string())};
}

/// The largest difference of any loss, and of the norm of the gradient relative to itself.
double largest_difference(const fs::path& a, const fs::path& b) {
    const auto left = read_metrics(a).records, right = read_metrics(b).records;
    if (left.empty() || left.size() != right.size()) return std::numeric_limits<double>::infinity();
    double worst = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        for (const auto& [name, value] : left[i].values) {
            if (name == "time" || name == "images_per_second") continue;
            const double other = right[i].values.at(name);
            worst = std::max(worst, std::abs(value - other) / std::max(1.0, std::abs(value)));
        }
    return worst;
}

}  // namespace

void RanksTest::initTestCase() {
    if (!has_mpirun()) QSKIP("mpirun is not installed: run `make setup`");
    if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
    make_tiny_data(folder(), 10);
}

QString RanksTest::recipe(const TrainOptions& options, const std::string& name) const {
    const fs::path path = folder() / (name + ".yaml");
    write_atomically(path, to_recipe(options));
    return QString::fromStdString(path.string());
}

void RanksTest::train_by(int ranks, const TrainOptions& options, const std::string& name) {
    const auto arguments = train_arguments(recipe(options, name), run(name));
    const auto [code, said] = run_ranks(ranks, program, arguments);
    QVERIFY2(code == 0, said.constData());
    QCOMPARE(read_status(run(name)).state, RunState::completed);
}

void RanksTest::two_ranks_train_what_one_does_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"everything learns", "necks and decoder of blended photos", "blended features",
                             "cached features", "recurrent alphas", "adversarial alphas and hard negatives"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void RanksTest::two_ranks_train_what_one_does() {
    QFETCH(QString, what);
    TrainOptions options = tiny_options(folder());
    options.stage.steps = 3;
    options.stage.learn_encoder = what == QStringLiteral("everything learns");
    // Without batch norms: with the fifty of Lite0, the third digit of the float32 gradient depends on the
    // order of summation. Small steps: those of Adam depend on the sign of a gradient, which is random
    // near 0.
    if (options.stage.learn_encoder) {
        options.model.image_encoder = "vgg16";
        options.image_pretrained = false;
        options.stage.learning_rate = 1e-6;
    }
    options.stage.word_dropout = 0.3;
    options.stage.loss_i2t = 1;
    options.validation_images = (folder() / "photos").string();
    options.validation_phrases = (folder() / "phrases.tsv").string();
    if (what == QStringLiteral("blended features")) options.stage.blend_space = BlendSpace::features;
    if (what == QStringLiteral("cached features") || what == QStringLiteral("recurrent alphas")) {
        options.stage.blend_space = BlendSpace::features;
        options.stage.cache_features = true;
    }
    if (what == QStringLiteral("recurrent alphas")) {
        options.stage.recurrent_share = 0.5;
        options.stage.ema = 0.9;
        options.stage.recurrent_teacher = true;
    }
    if (what.startsWith(QStringLiteral("adversarial"))) {
        options.stage.adversarial_share = 0.5;
        options.stage.negatives = Negatives::strongest;
    }
    const std::string name = QString(what).replace(QLatin1Char(' '), QLatin1Char('-')).toStdString();
    train_by(1, options, name + "-1");
    train_by(2, options, name + "-2");
    const double difference = largest_difference(run(name + "-1"), run(name + "-2"));
    qInfo("largest difference: %.2g", difference);
    QVERIFY(difference < 1e-5);
}

void RanksTest::a_batch_that_cannot_be_split_is_refused() {
    TrainOptions options = tiny_options(folder());
    options.stage.batch = 5;
    const auto [code, said] = run_ranks(2, program, train_arguments(recipe(options, "odd"), run("odd")));
    QVERIFY(code != 0);
    QVERIFY2(said.contains("cannot be split evenly over 2 ranks"), said.constData());
    QCOMPARE(read_status(run("odd")).state, RunState::failed);
}

void RanksTest::requests_reach_all_ranks() {
    TrainOptions options = tiny_options(folder());
    options.stage.steps = 100000;
    options.stage.learn_encoder = false;
    QProcess process;
    start_ranks(process, 2, program, train_arguments(recipe(options, "words"), run("words")));
    QTRY_VERIFY_WITH_TIMEOUT(!read_metrics(run("words")).records.empty(), 120000);
    send_control(run("words"), ControlWord::pause);
    QTRY_COMPARE_WITH_TIMEOUT(read_status(run("words")).state, RunState::paused, 30000);
    send_control(run("words"), ControlWord::stop);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(read_status(run("words")).state, RunState::idle);
    QVERIFY(latest_checkpoint(run("words")).has_value());
}

void RanksTest::a_rank_that_dies_ends_the_run_with_a_checkpoint() {
    TrainOptions options = tiny_options(folder());
    options.stage.steps = 100000;
    options.stage.learn_encoder = false;
    options.checkpoint_every = 100000;
    QProcess process;
    start_ranks(process, 2, program, train_arguments(recipe(options, "dies"), run("dies")));
    QTRY_VERIFY_WITH_TIMEOUT(read_metrics(run("dies")).records.size() > 3, 120000);
    const qint64 first = read_status(run("dies")).pid;
    for (const qint64 pid : children_of(process.processId()))
        if (pid != first) send_signal(pid, SIGKILL);
    QVERIFY(process.waitForFinished(30000));
    const RunStatus status = read_status(run("dies"));
    QCOMPARE(status.state, RunState::failed);
    QVERIFY2(status.error.find("rank 1") != std::string::npos, status.error.c_str());
    const auto checkpoint = latest_checkpoint(run("dies"));
    QVERIFY(checkpoint.has_value());
    QCOMPARE(checkpoint->step, status.step);

    // Another number of ranks continues from there.
    const int steps = static_cast<int>(checkpoint->step) + 2;
    const auto [code, said] = run_ranks(
        1, program,
        {QStringLiteral("train"), QStringLiteral("--resume"), QString::fromStdString(run("dies").string()),
         QStringLiteral("--set"), QStringLiteral("steps=%1").arg(steps)});
    QVERIFY2(code == 0, said.constData());
    QCOMPARE(read_status(run("dies")).state, RunState::completed);
    QCOMPARE(read_status(run("dies")).step, steps);
}

QTEST_GUILESS_MAIN(RanksTest)
#include "ranks_test.moc"
