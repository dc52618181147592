// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
// Qt first: moc cannot parse libstdc++'s <concepts> unless another header has set up the library's macros.
#include "training/data/phrases.h"

#include <fstream>
#include <set>
#include <sstream>

#include "core/base/error.h"

using namespace gbs;
using namespace gbs::training;

namespace {

/// "a dog | the snow" from the phrases of a caption.
QByteArray joined(const std::vector<std::string>& phrases) {
    QByteArray text;
    for (const std::string& phrase : phrases)
        text += (text.isEmpty() ? "" : " | ") + QByteArray::fromStdString(phrase);
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

}  // namespace

class PhrasesTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void captionsHandChecked_data();
    void captionsHandChecked();
    void malformedTextIsHarmless();
    void statisticsOfFlickr8k();
};

void PhrasesTest::captionsHandChecked_data() {
    QTest::addColumn<QByteArray>("caption");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* caption, const char* expected) {
        QTest::newRow(caption) << QByteArray(caption) << QByteArray(expected);
    };
    row("A black dog is running after a white dog in the snow .", "A black dog | a white dog | the snow");
    row("Black dog chasing brown dog through snow", "Black dog | brown dog | snow");
    row("A dog jumps over a hurdle.", "A dog | a hurdle");
    row("Two surfers are riding waves in open water .", "Two surfers | waves | open water");
    row("A black and white dog plays with a brown , furry animal .",
        "A black and white dog | a brown , furry animal");
    row("A group of people shop for fruit at an urban farmers market .",
        "A group of people | fruit | an urban farmers market");
    row("A smiling girl sits in a crowded restaurant .", "A smiling girl | a crowded restaurant");
    row("The man is climbing a building .", "The man | a building");
    row("Three children wearing life vests swing on a tire swing .",
        "Three children | life vests | a tire swing");
    row("A girl in a swimming pool playing badminton", "A girl | a swimming pool | badminton");
    row("A little boy wipes his nose with his blue shirt .", "A little boy | his nose | his blue shirt");
    row("A dog leaps into the air to catch a ball .", "A dog | a ball");
    row("A boy looks at the camera .", "A boy");
    row("A man in red watches the other .", "A man");
    row("A person 's legs run through the surf .", "A person 's legs | the surf");
    row("A man dressed in a dark costume", "A man | a dark costume");
    row("A man with no shirt stands in front of a tree lined street .", "A man | a tree lined street");
    row("A child wears brightly colored clothes .", "A child | brightly colored clothes");
    row("A woman with pink bags walks next to rocks .", "A woman | pink bags | rocks");
    row("He is looking at her .", "");
    row("A man performs a ski jump in the snow .", "A man | a ski jump | the snow");
}

void PhrasesTest::captionsHandChecked() {
    QFETCH(QByteArray, caption);
    QFETCH(QByteArray, expected);
    QCOMPARE(joined(noun_phrases(caption.toStdString())), expected);
}

void PhrasesTest::malformedTextIsHarmless() {
    for (const char* text :
         {"", " ", ".", "...", "'", "''", "' s", "'s", "of of of", "and", ", , ,", "a a a", "ing", "ed"})
        QVERIFY(noun_phrases(text).size() <= 1);
    QCOMPARE(joined(noun_phrases("Ein H\xc3\xbcndchen . \xf0\x9f\x90\xb6")),
             QByteArray("Ein H\xc3\xbcndchen | \xf0\x9f\x90\xb6"));
    QVERIFY(!noun_phrases(std::string("\xff\xfe\x80 dog \0 x", 10)).empty());
    std::string endless;
    for (int i = 0; i < 50'000; ++i) endless += "dog ";
    QCOMPARE(noun_phrases(endless).size(), std::size_t{1});
}

void PhrasesTest::statisticsOfFlickr8k() {
    std::ifstream file(GBS_SHARED_DATA "/flickr8k/captions.tsv");
    if (!file) QSKIP("the captions of Flickr8k are not on this machine");
    std::size_t captions = 0, phrases = 0, without = 0, words = 0;
    for (std::string line; std::getline(file, line);) {
        const std::string caption = line.substr(line.rfind('\t') + 1);
        const auto found = noun_phrases(caption);
        ++captions;
        phrases += found.size();
        without += found.empty();
        for (const std::string& phrase : found) {
            words += split(phrase).size();
            QVERIFY(caption.find(split(phrase).front()) != caption.npos);
        }
    }
    const double each = static_cast<double>(phrases) / static_cast<double>(captions);
    const double length = static_cast<double>(words) / static_cast<double>(phrases);
    qInfo("%zu captions, %.2f phrases each of %.2f words, none in %zu", captions, each, length, without);
    QVERIFY(each > 2.5 && each < 3.2);
    QVERIFY(length > 2 && length < 2.6);  // annotated phrases of the dev photos have 2.5
    QVERIFY(without < captions / 1000);
}

QTEST_GUILESS_MAIN(PhrasesTest)
#include "phrases_test.moc"
