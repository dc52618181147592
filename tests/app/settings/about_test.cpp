// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/about_dialog.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/settings/model_card_dialog.h"
#include "core/base/paths.h"
#include "support/find_child.h"
#include "support/sanitized.h"

using namespace gbs;
using namespace gbs::app;

class AboutTest : public QObject {
    Q_OBJECT

    static DiagnosticsSource source() {
        DiagnosticsSource source;
        source.model.name = "default";
        source.model.path = default_model();
        source.model.device = "cpu";
        source.model.device_reason = "no GPU here";
        for (int i = 0; i < 300; ++i) source.log << QStringLiteral("line %1").arg(i);
        source.log << QStringLiteral("opened ") + QDir::homePath() + QStringLiteral("/photos");
        return source;
    }

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer about test"));
        QSettings().clear();
    }

    void home_folder_is_abbreviated() {
        const QString home = QStringLiteral("/home/ann");
        const auto hidden = [&](const char* text) {
            return abbreviate_home(QString::fromLatin1(text), home);
        };
        QCOMPARE(hidden("/home/ann/a.png and /home/ann"), QStringLiteral("~/a.png and ~"));
        QCOMPARE(hidden("/home/anna/a.png"), QStringLiteral("/home/anna/a.png"));
        QCOMPARE(abbreviate_home(QStringLiteral("/a"), QStringLiteral("/")), QStringLiteral("/a"));
    }

    void diagnostics_have_all_sections() {
        QSettings().setValue(QStringLiteral("theme"), QStringLiteral("dark"));
        QSettings().setValue(QStringLiteral("window/geometry"), QByteArray("secret"));
        const QString text = diagnostics(source());
        for (const char* part :
             {"GbS Explorer", "Qt: ", "LibTorch: ", "Devices", "cpu: usable", "device: cpu, no GPU here",
              "model.image_encoder: ", "theme: dark", "line 299"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), part);
        QVERIFY(!text.contains(QStringLiteral("line 199\n")));  // the last hundred lines
        QVERIFY(!text.contains(QStringLiteral("secret")));
        QVERIFY(!text.contains(QDir::homePath() + QLatin1Char('/')));
        QVERIFY(text.contains(QStringLiteral("opened ~/photos")));
    }

    void removed_model_file_is_reported() {
        DiagnosticsSource gone = source();
        gone.model.path = "/nowhere/gone.safetensors";
        QVERIFY(diagnostics(gone).contains(QStringLiteral("card: ")));
    }

    void button_copies_diagnostics() {
        AboutDialog dialog(source());
        QVERIFY(child<QLabel>(&dialog, "versions")->text().contains(QStringLiteral("LibTorch")));
        auto* const copy = child<QPushButton>(&dialog, "copy");
        QSignalSpy copied(&dialog, &AboutDialog::copied);
        copy->click();
        QVERIFY(!copy->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(copied.count(), 1, 60'000);
        QCOMPARE(QGuiApplication::clipboard()->text(), copied.front().front().toString());
        QVERIFY(copy->isEnabled());
    }

    void notices_of_third_parties_are_shown() {
        AboutDialog dialog(source());
        child<QPushButton>(&dialog, "notices")->click();
        const QString text = child<QPlainTextEdit>(&dialog)->toPlainText();
        for (const char* part :
             {"LibTorch", "BSD-3-Clause", "LGPL-3.0", "MiniLM", "Permission is hereby granted"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), part);
    }

    /// What the program links is what the notices name, version by version in an SPDX document.
    void every_library_has_a_notice() {
        if (sanitized) QSKIP("a program with sanitizers links libraries that nobody gets");
        const QTemporaryDir folder;
        const QString program =
            QFileInfo(QStringLiteral(GBS_EXECUTABLE)).path() + QStringLiteral("/gbs-program");
        QProcess script;
        script.start(QStringLiteral("python3"),
                     {QStringLiteral(GBS_SOURCE_DIR "/packaging/make_sbom.py"), program, folder.path(),
                      QStringLiteral("--python"), QStringLiteral(GBS_TEST_PYTHON)});
        QVERIFY(script.waitForFinished(120'000));
        QVERIFY2(script.exitCode() == 0, script.readAllStandardError().constData());
        QFile file(folder.filePath(QStringLiteral("gbs.spdx.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(document[QStringLiteral("spdxVersion")].toString(), QStringLiteral("SPDX-2.3"));
        QSet<QString> identifiers;
        for (const QJsonValue& part : document[QStringLiteral("packages")].toArray())
            identifiers << part[QStringLiteral("SPDXID")].toString();
        QCOMPARE(identifiers.size(), document[QStringLiteral("packages")].toArray().size());  // each once
        QVERIFY(identifiers.contains(QStringLiteral("SPDXRef-LibTorch")));
        for (const QJsonValue& relation : document[QStringLiteral("relationships")].toArray())
            QVERIFY(identifiers.contains(relation[QStringLiteral("relatedSpdxElement")].toString()));
        QVERIFY(QFileInfo::exists(folder.filePath(QStringLiteral("licenses/torch/LICENSE"))));
    }

    void card_is_summarized() {
        ModelCard card;
        card.bytes = 9'216'832;
        card.parameters = 4'593'728;
        card.options = {{"model.image_encoder", "efficientnet-lite0"}, {"model.input_size", "416"}};
        card.notes = {{"data", "Flickr8k"},
                      {"gbs.training",
                       "{\"step\":750,\"validation\":{\"center\":47.99,\"gbs\":62.47,\"i2t\":64.02,"
                       "\"mean\":65.79,\"phrases\":3107}}"}};
        QStringList lines;
        for (const auto& [name, value] : card_summary(card)) lines << name + QStringLiteral(": ") + value;
        const QString text = lines.join(QLatin1Char('\n'));
        for (const char* part : {"Flickr8k", "65.8 %", "62.5 %", "64.0 %", "48.0 %", "3107", "750",
                                 "efficientnet-lite0", "416 × 416", "4,593,728"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    }

    void card_without_notes_is_accepted() {
        ModelCard card;
        card.notes = {{"gbs.training", "no JSON"}};
        QCOMPARE(card_summary(card).size(), std::size_t{2});  // parameters and size
        ModelCardDialog dialog(QStringLiteral("/m/x.safetensors"), card);
        const auto* const table = dialog.findChild<QTreeWidget*>();
        QCOMPARE(table->topLevelItemCount(), 1);
        QCOMPARE(table->topLevelItem(0)->child(0)->text(1), QStringLiteral("no JSON"));
    }
};

QTEST_MAIN(AboutTest)
#include "about_test.moc"
