// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/photo_names.h"

#include <QtTest>

using namespace gbs;

class PhotoNamesTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void names_mean_photos_data();
    void names_mean_photos();
    void equally_good_photos_are_ambiguous();
    void names_are_normalized_data();
    void names_are_normalized();
};

namespace {

PhotoNames folder(const QList<QByteArray>& names) {
    PhotoNames all;
    for (const QByteArray& name : names) all.add(name.toStdString());
    return all;
}

}  // namespace

void PhotoNamesTest::names_mean_photos_data() {
    QTest::addColumn<QList<QByteArray>>("photos");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("expected");  // -1: none
    const QList<QByteArray> animals{"cats/0001.jpg", "dogs/0001.jpg", "0002.jpg", "cats/0002.jpg"};
    const auto row = [](const char* title, const QList<QByteArray>& photos, const char* name, int expected) {
        QTest::newRow(title) << photos << QByteArray(name) << expected;
    };
    row("relative path", animals, "dogs/0001.jpg", 1);
    row("bare name in the folder itself", animals, "0002.jpg", 2);
    row("a folder that does not exist", animals, "birds/0001.jpg", -1);
    row("a folder above", animals, "animals/dogs/0001.jpg", 1);
    row("absolute path", animals, "/data/animals/cats/0001.jpg", 0);
    row("unique bare name", {"cats/7.jpg", "dogs/8.jpg"}, "8.jpg", 1);
    row("no such name", animals, "9.jpg", -1);
    row("the end of a part is no part", {"xcats/1.jpg"}, "cats/1.jpg", -1);
    row("backslashes", {"1/cup.jpg", "2/cup.jpg"}, "images\\2\\cup.jpg", 1);
    row("the most parts in common win", {"1.jpg", "train/1.jpg"}, "coco/train/1.jpg", 1);
    row("copies next to images", {"originals/1.jpg", "images/1.jpg"}, "1.jpg", 1);
    row("dots", animals, "./cats/./0001.jpg", 0);
    row("a folder above the folder", animals, "../cats/0003.jpg", -1);
    row("NFC name of an NFD file", {"cafe\xcc\x81.jpg"}, "caf\xc3\xa9.jpg", 0);
    row("NFD name of an NFC file", {"caf\xc3\xa9.jpg"}, "cafe\xcc\x81.jpg", 0);
    row("not UTF-8", {"caf\xe9.jpg"}, "caf\xe9.jpg", 0);
    row("empty name", animals, "", -1);
}

void PhotoNamesTest::names_mean_photos() {
    QFETCH(QList<QByteArray>, photos);
    QFETCH(QByteArray, name);
    QFETCH(int, expected);
    const PhotoNames::Match match = folder(photos).find(name.toStdString());
    QCOMPARE(match.entry ? static_cast<int>(*match.entry) : -1, expected);
    QVERIFY(match.ambiguous.empty());
}

void PhotoNamesTest::equally_good_photos_are_ambiguous() {
    const PhotoNames names = folder({"cats/0001.jpg", "dogs/0001.jpg", "dogs/0002.jpg"});
    const PhotoNames::Match match = names.find("0001.jpg");
    QVERIFY(!match.entry);
    QCOMPARE(match.ambiguous, (std::vector<std::size_t>{0, 1}));
}

void PhotoNamesTest::names_are_normalized_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("a/b.jpg") << QByteArray("a/b.jpg");
    QTest::newRow("backslashes") << QByteArray("a\\b.jpg") << QByteArray("a/b.jpg");
    QTest::newRow("doubled slashes") << QByteArray("a//b.jpg") << QByteArray("a/b.jpg");
    QTest::newRow("dots") << QByteArray("./a/./b.jpg") << QByteArray("a/b.jpg");
    QTest::newRow("absolute") << QByteArray("/a/b.jpg") << QByteArray("/a/b.jpg");
    QTest::newRow("decomposed") << QByteArray("e\xcc\x81.jpg") << QByteArray("\xc3\xa9.jpg");
}

void PhotoNamesTest::names_are_normalized() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(normalize_photo_name(name.toStdString())), expected);
}

QTEST_GUILESS_MAIN(PhotoNamesTest)
#include "photo_names_test.moc"
