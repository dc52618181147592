// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/new_run_dialog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "support/find_child.h"
#include "support/tiny_run.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::training;

/// The problems that the dialog shows follow every option that they depend on.
class NewRunDialogTest : public QObject {
    Q_OBJECT

    static constexpr int patience = 120000;
    QTemporaryDir folder_;

    QString write_recipe() const {
        make_tiny_data(folder_.path().toStdString(), 8);
        TrainOptions options = tiny_options(folder_.path().toStdString());
        options.image_pretrained = false;
        options.model.input_size = 2048;  // more memory than a machine of this kind has
        options.stage.batch = 8;
        const QString path = folder_.filePath(QStringLiteral("recipe.yaml"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(QByteArray::fromStdString(to_recipe(options)));
        return path;
    }
    /// The text of the memory warning; empty if there is none.
    static QString memory_warning(const NewRunDialog& dialog) {
        const auto warnings = child<QListWidget>(&dialog, "problems")
                                  ->findItems(QStringLiteral("GB of memory"), Qt::MatchContains);
        return warnings.isEmpty() ? QString() : warnings.front()->text();
    }

 private Q_SLOTS:
    void the_default_models_recipe_is_the_first() {
        const QStringList presets = preset_recipes();
        QVERIFY(presets.size() > 3);
        QVERIFY(presets.first().endsWith(QStringLiteral("flickr8k.yaml")));
        QCOMPARE(QSet<QString>(presets.begin(), presets.end()).size(), presets.size());
    }

    void a_new_run_asks_for_what_most_runs_set_in_the_words_of_the_user() {
        qunsetenv("GBS_DATA");
        NewRunDialog dialog(folder_.path());
        dialog.show();
        dialog.load(QStringLiteral(GBS_SOURCE_DIR "/training/recipes/flickr8k.yaml"));
        QTRY_VERIFY_WITH_TIMEOUT(dialog.is_checked(), patience);
        auto* const form = child<gbs::widgets::OptionsForm>(&dialog);
        const auto row = [form](const char* key) { return form->row(QString::fromLatin1(key)); };
        QCOMPARE(row("data.images")->problem(), QStringLiteral("Choose the folder with the photos."));
        QCOMPARE(row("data.captions")->problem(), QStringLiteral("Choose the file with the captions."));
        for (const char* key : {"data.images", "data.captions", "initial_checkpoint", "steps"})
            QVERIFY2(row(key)->isVisibleTo(form), key);
        QVERIFY(!row("seed")->isVisibleTo(form));
        child<QCheckBox>(form, "advanced")->setChecked(true);
        QVERIFY(row("seed")->isVisibleTo(form));
        dialog.name_fork(QStringLiteral("/runs/smoke-1"),
                         QStringLiteral("/runs/smoke-1/checkpoints/step-00000170.safetensors"));
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Fork of smoke-1 at step 170"));
    }

    void the_memory_warning_follows_the_options_of_the_model() {
        NewRunDialog dialog(folder_.path());
        dialog.load(write_recipe());
        QTRY_VERIFY_WITH_TIMEOUT(dialog.is_checked(), patience);
        const QString narrow = memory_warning(dialog);
        if (narrow.isEmpty()) QSKIP("this machine has enough memory for it");
        dialog.change_options({{QStringLiteral("model.decoder_width"), QStringLiteral("256")}});
        QTRY_VERIFY_WITH_TIMEOUT(dialog.is_checked(), patience);
        const QString wide = memory_warning(dialog);
        QVERIFY2(wide != narrow, qPrintable(wide));
        dialog.change_options({{QStringLiteral("model.image_encoder"), QStringLiteral("vgg16")}});
        QTRY_VERIFY_WITH_TIMEOUT(dialog.is_checked(), patience);
        QVERIFY2(memory_warning(dialog) != wide, qPrintable(wide));
    }
};

QTEST_MAIN(NewRunDialogTest)
#include "new_run_dialog_test.moc"
