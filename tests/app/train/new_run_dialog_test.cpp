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
