// SPDX-License-Identifier: GPL-3.0-or-later

// The format, spelling and license lines of the tree: what packaging/check_style.sh checks.

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

class StyleTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void the_tree_is_formatted_and_spelled_right();
};

void StyleTest::the_tree_is_formatted_and_spelled_right() {
    QProcess git;
    git.setWorkingDirectory(QStringLiteral(GBS_SOURCE_DIR));
    git.start(QStringLiteral("git"), {QStringLiteral("rev-parse"), QStringLiteral("--git-dir")});
    if (!git.waitForFinished() || git.exitCode() != 0) QSKIP("this is not a git checkout");
    if (QStandardPaths::findExecutable(QStringLiteral("codespell")).isEmpty())
        QSKIP("codespell is not installed");
    QProcess style;
    style.setProcessChannelMode(QProcess::MergedChannels);
    style.start(QStringLiteral(GBS_SOURCE_DIR "/packaging/check_style.sh"), {});
    QVERIFY(style.waitForFinished(120'000));
    const QByteArray output = style.readAll();
    QVERIFY2(style.exitCode() == 0, output.constData());
}

QTEST_GUILESS_MAIN(StyleTest)
#include "style_test.moc"
