// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/work_list.h"

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/base/file_io.h"

using namespace gbs;

class WorkListTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::vector<WorkItem> read(const std::string& text) const {
        const std::filesystem::path file = folder_.filePath(QStringLiteral("work.csv")).toStdString();
        write_atomically(file, text);
        return read_work_list(file);
    }

 private Q_SLOTS:
    void tables_of_spreadsheets_are_read_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("commas") << QByteArray(
            "image,phrase,annotator\na.jpg,\"a dog, brown\",anna\nb.jpg,a cat,\n");
        QTest::newRow("semicolons") << QByteArray(
            "\xEF\xBB\xBF"
            "Annotator;Phrase;Image\r\nanna;a dog, brown;a.jpg\r\n;a cat;b.jpg\r\n");
        QTest::newRow("tabs and other columns")
            << QByteArray("id\timage\tphrase\tannotator\n1\ta.jpg\ta dog, brown\tanna\n\n2\tb.jpg\ta cat\n");
    }
    void tables_of_spreadsheets_are_read() {
        QFETCH(QByteArray, text);
        const std::vector<WorkItem> expected{{"a.jpg", "a dog, brown", "anna"}, {"b.jpg", "a cat", ""}};
        QVERIFY(read(text.toStdString()) == expected);
    }

    void other_tables_are_refused_with_the_line_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* text, const char* reason) {
            QTest::newRow(reason) << QByteArray(text) << QByteArray(reason);
        };
        row("filename,label\na.jpg,dog\n", "work.csv:1: not a work list");
        row("image,phrase\na.jpg\n", "work.csv:2: without an image or a phrase");
        row("image,phrase\na.jpg,\"a dog\n", "work.csv:2: a quoted field is not closed");
        row("image,phrase\n", "a work list without phrases");
    }
    void other_tables_are_refused_with_the_line() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        try {
            read(text.toStdString());
            QFAIL("it was read");
        } catch (const Error& error) {
            QVERIFY2(QByteArray(error.what()).contains(reason), error.what());
        }
    }
};

QTEST_GUILESS_MAIN(WorkListTest)
#include "work_list_test.moc"
