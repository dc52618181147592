// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/paths.h"
#include "support/tiny_checkpoint.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::training;

/// The package gbs that `make python` has made, used by the scripts of tests/python.
class PythonModuleTest : public QObject {
    Q_OBJECT

    const QString package_ = QStringLiteral(GBS_SOURCE_DIR "/build/python/package");
    const QString python_ = QStringLiteral(GBS_SOURCE_DIR "/build/python/env/bin/python");
    QTemporaryDir directory_;

    static QString utf8(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }
    struct Result {
        int code = -1;
        QByteArray out, err;
    };
    static Result run(const QString& program, const QStringList& arguments, const QString& package = {}) {
        QProcess process;
        if (!package.isEmpty()) {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("PYTHONPATH"), package);
            environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
            process.setProcessEnvironment(environment);
        }
        process.start(program, arguments);
        if (!process.waitForFinished(400000)) return {-1, {}, "did not finish"};
        const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        return {code, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    /// Runs a script of tests/python.
    Result script(const char* name, const QStringList& arguments = {}) const {
        const QString path = QStringLiteral(GBS_SOURCE_DIR "/tests/python/") + QString::fromLatin1(name);
        return run(python_, QStringList{path} + arguments, package_);
    }
    /// The document that `gbs` prints.
    static QJsonDocument gbs_json(const QStringList& arguments) {
        const Result result =
            run(QStringLiteral(GBS_EXECUTABLE), arguments + QStringList{QStringLiteral("--json")});
        if (result.code != 0) qWarning("%s", result.err.constData());
        return QJsonDocument::fromJson(result.out);
    }

 private Q_SLOTS:
    void initTestCase() {
        if (!QFileInfo::exists(package_ + QStringLiteral("/gbs/_core.pyi")))
            QSKIP("the Python module is not built: run `make python`");
        if (!has_pretrained_weights()) QSKIP("the pretrained weights are not installed: run `make setup`");
        make_tiny_data(directory_.path().toStdString(), 4);
    }

    void maps_of_any_photo_are_those_of_the_program() {
        const Result result = script("ground.py");
        QVERIFY2(result.code == 0, result.err.constData());
        const QJsonObject found = QJsonDocument::fromJson(result.out).object();
        const QJsonArray expected =
            gbs_json({QStringLiteral("ground"), utf8(resources_folder() / "samples" / "coffee.jpg"),
                      QStringLiteral("a metal spoon"), QStringLiteral("a wooden table"),
                      QStringLiteral("--device=cpu")})
                .object()[QStringLiteral("images")]
                .toArray();
        QVERIFY(!expected.isEmpty());
        const QJsonArray phrases = expected[0].toObject()[QStringLiteral("phrases")].toArray();
        QCOMPARE(phrases.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const QJsonObject phrase = phrases[i].toObject();
            QVERIFY(std::abs(phrase[QStringLiteral("strength")].toDouble() -
                             found[QStringLiteral("strength")].toArray()[i].toDouble()) < 1e-4);
            QCOMPARE(found[QStringLiteral("peaks")].toArray()[i].toArray(),
                     phrase[QStringLiteral("mean")].toObject()[QStringLiteral("peak")].toArray());
        }
    }

    void it_lives_in_one_process_with_pytorch_data() {
        QTest::addColumn<QString>("order");
        QTest::newRow("torch first") << QStringLiteral("first");
        QTest::newRow("torch second") << QStringLiteral("second");
    }
    void it_lives_in_one_process_with_pytorch() {
        QFETCH(QString, order);
        const Result result = script("with_torch.py", {order});
        QVERIFY2(result.code == 0, result.err.constData());
    }

    void scores_are_those_of_the_program() {
        const QString phrases = directory_.filePath(QStringLiteral("phrases.tsv"));
        const QString images = directory_.filePath(QStringLiteral("photos"));
        const Result result = script("evaluate.py", {phrases, images});
        QVERIFY2(result.code == 0, result.err.constData());
        const QJsonObject expected =
            gbs_json({QStringLiteral("evaluate"), QStringLiteral("--phrases"), phrases,
                      QStringLiteral("--images"), images, QStringLiteral("--device=cpu")})
                .object();
        QVERIFY(expected.contains(QStringLiteral("maps")));
        QCOMPARE(QJsonDocument::fromJson(result.out).object()[QStringLiteral("maps")],
                 expected[QStringLiteral("maps")]);
    }

    void runs_are_read() {
        const QString archive = QStringLiteral(GBS_TEST_FIXTURES "/formats/run.tar.xz");
        QCOMPARE(QProcess::execute(QStringLiteral("tar"),
                                   {QStringLiteral("xf"), archive, QStringLiteral("-C"), directory_.path()}),
                 0);
        const Result result = script("run.py", {directory_.filePath(QStringLiteral("run"))});
        QVERIFY2(result.code == 0, result.err.constData());
    }

    void types_are_complete() {
        for (const char* const name : {"py.typed", "_core.pyi", "__init__.py", "model.py"})
            QVERIFY2(QFileInfo::exists(package_ + QStringLiteral("/gbs/") + QString::fromLatin1(name)), name);
        QFile stubs(package_ + QStringLiteral("/gbs/_core.pyi"));
        QVERIFY(stubs.open(QIODevice::ReadOnly));
        const QByteArray text = stubs.readAll();
        for (const char* const part :
             {"class Model", "class Photo", "class Grounding", "def evaluate", "class Error"})
            QVERIFY2(text.contains(part), part);
    }

    void the_notebook_runs() {
        const Result result =
            script("run_notebook.py", {QStringLiteral(GBS_SOURCE_DIR "/docs/python.ipynb")});
        if (result.code == 77) QSKIP(result.out.constData());
        QVERIFY2(result.code == 0, result.err.constData());
    }

    void exported_models_compute_the_same_data() {
        QTest::addColumn<QString>("change");
        for (const char* const change :
             {"default", "model.attenuation=distance", "model.attenuation=projection",
              "model.attenuation=dist2atten", "model.attenuation=cosine", "model.attenuation=attention",
              "model.i2t_levels=max", "model.levels=3", "model.neck_width=0", "model.image_encoder=vgg16",
              "model.image_encoder=efficientnet-lite2"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }
    void exported_models_compute_the_same() {
        QFETCH(QString, change);
        std::filesystem::path checkpoint = default_model();
        if (change != QStringLiteral("default")) {
            ModelOptions options;
            OptionSet set;
            options.input_size = 64;
            options.neck_width = options.decoder_width = 8;
            options.bind(set);
            set.set(change.section(QLatin1Char('='), 0, 0).toStdString(),
                    change.section(QLatin1Char('='), 1).toStdString());
            torch::manual_seed(3);
            checkpoint = directory_.filePath(QStringLiteral("tiny.safetensors")).toStdString();
            save_checkpoint(checkpoint, GroundingModel(options, 384));
        }
        const Result result =
            script("export_onnx.py",
                   {utf8(checkpoint), directory_.filePath(QStringLiteral("onnx")), utf8(weights_folder())});
        if (result.code == 77) QSKIP(result.out.constData());
        QVERIFY2(result.code == 0, result.err.constData());
    }
};

QTEST_GUILESS_MAIN(PythonModuleTest)
#include "python_module_test.moc"
