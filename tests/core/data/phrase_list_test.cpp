// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/phrase_list.h"

#include <QTemporaryDir>
#include <QTest>

#include "core/base/file_io.h"
#include "support/error_of.h"

using namespace gbs;

class PhraseListTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    PhraseList read(const std::string& text) const {
        const std::filesystem::path file = folder_.filePath(QStringLiteral("phrases.tsv")).toStdString();
        write_atomically(file, text);
        return read_phrase_list(file);
    }
    /// "photo: phrase" of each line.
    QStringList lines(const std::string& text) const {
        QStringList found;
        for (const ListedPhrase& listed : read(text).phrases)
            found << QString::fromStdString(listed.photo + ": " + listed.phrase);
        return found;
    }

 private Q_SLOTS:
    void lines_are_phrases_or_photos_and_phrases() {
        QCOMPARE(lines("a dog\n\n b.jpg\ta cat \r\nthe image of a phrase\n"),
                 (QStringList{QStringLiteral(": a dog"), QStringLiteral(" b.jpg: a cat"),
                              QStringLiteral(": the image of a phrase")}));
        QCOMPARE(lines(""), QStringList());
    }

    void a_table_of_boxes_gives_each_phrase_once() {
        QCOMPARE(
            lines(
                "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n"
                "a.jpg\t5\t4\t1\t1\t2\t2\ttwo dogs\na.jpg\t5\t4\t3\t1\t4\t2\ttwo dogs\nb.jpg\t5\t4\t1\t1\t2\t2\ttwo dogs\n"),
            (QStringList{QStringLiteral("a.jpg: two dogs"), QStringLiteral("b.jpg: two dogs")}));
        QCOMPARE(lines("phrase\timage\na dog\ta.jpg\n"), QStringList{QStringLiteral("a.jpg: a dog")});
    }

    void rows_that_cannot_be_meant_are_refused() {
        const auto error = [&](const std::string& text) { return error_text([&] { read(text); }); };
        QVERIFY2(
            error("a dog\na.jpg\t5\ta dog\n").find("phrases.tsv:2: there are 3 columns") != std::string::npos,
            error("a dog\na.jpg\t5\ta dog\n").c_str());
        QVERIFY(error("image\tphrase\na.jpg\n").find(":2: the row ends before") != std::string::npos);
        const std::string words(10'001, 'x');
        for (const std::string& text : {"a\n" + words, "a\na.jpg\t" + words})
            QVERIFY2(error(text).find(":2: a phrase longer than 10,000 bytes") != std::string::npos,
                     error(text).c_str());
        QCOMPARE(lines(words.substr(1)).size(), 1);
        QVERIFY(error("image\tphrase\na.jpg\t \n").find(":2: the row has no image or no phrase") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(PhraseListTest)
#include "phrase_list_test.moc"
