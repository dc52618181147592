// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/photo_words.h"

#include <QTest>
#include <vector>

using namespace gbs;

class PhotoWordsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void seen_words_are_singular_and_without_small_words() {
        QVERIFY(seen_words("Two black dogs, on the Grass") ==
                (std::set<std::string>{"black", "dogs", "dog", "grass"}));
        QVERIFY(seen_words("of the").empty());
    }

    void a_phrase_gets_a_photo_without_its_words() {
        PhotoWords photos;
        photos.add(std::vector<std::string>{"A man with two dogs", "a guy on a bench"});
        photos.add(std::vector<std::string>{"A child eats"});
        Random random(3);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(photos.draw_without("the dog", random), std::size_t{1});
            QCOMPARE(photos.draw_without("children", random), std::size_t{0});
        }
        QVERIFY(photos.lacks(1, seen_words("men")) && !photos.lacks(0, seen_words("men")));
    }

    void there_may_be_no_such_photo() {
        PhotoWords photos;
        Random random(3);
        QVERIFY(!photos.draw_without("a dog", random));
        photos.add(std::vector<std::string>{"a dog"});
        QVERIFY(!photos.draw_without("dogs", random));
        QVERIFY(!photos.draw_without("of the", random));
        QCOMPARE(photos.draw_without("a cat", random), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(PhotoWordsTest)
#include "photo_words_test.moc"
