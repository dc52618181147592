// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/shell_word.h"

#include <QProcess>
#include <QTest>

using namespace gbs;

class ShellWordTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void a_shell_reads_the_word_back_data() {
        QTest::addColumn<QByteArray>("word");
        for (const char* word : {"runs/try", "", "my photos", "it's", "\"quoted\"", "$HOME", "`id`", "$(id)",
                                 "a\\b", "~/runs", "#1", "a;b", "a&b", "*.jpg", "cc3m-{0000..0331}.tar",
                                 "!history", "line\nbreak", "caf\xc3\xa9", "a=b c"})
            QTest::newRow(word) << QByteArray(word);
    }
    void a_shell_reads_the_word_back() {
        QFETCH(QByteArray, word);
        QProcess shell;
        shell.start(QStringLiteral("sh"),
                    {QStringLiteral("-c"),
                     QStringLiteral("printf %s ") + QString::fromStdString(shell_word(word.toStdString()))});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 0);
        QCOMPARE(shell.readAllStandardOutput(), word);
    }
    void a_plain_path_stays_readable() { QCOMPARE(shell_word("runs/try-1"), std::string("runs/try-1")); }
};

QTEST_GUILESS_MAIN(ShellWordTest)
#include "shell_word_test.moc"
