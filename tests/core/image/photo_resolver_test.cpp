// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/photo_resolver.h"

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/folder_index.h"
#include "core/image/image_files.h"

using namespace gbs;
namespace fs = std::filesystem;

class PhotoResolverTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void a_name_of_two_photos_is_refused();
    void a_photo_of_two_names_is_refused();
    void unused_photos_are_counted();
    void photos_of_a_folder_are_found_by_relative_path();
    void extensions_of_browsers_are_photos();
};

namespace {

PhotoResolver resolver(std::initializer_list<const char*> names) {
    PhotoResolver all("table.tsv");
    for (const char* name : names) all.add(name);
    return all;
}

QString refusal(PhotoResolver& names, const char* name) {
    try {
        names.find(name);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace

void PhotoResolverTest::a_name_of_two_photos_is_refused() {
    PhotoResolver names = resolver({"cats/0001.jpg", "dogs/0001.jpg"});
    QCOMPARE(refusal(names, "0001.jpg"),
             QStringLiteral("table.tsv: \"0001.jpg\" could be cats/0001.jpg or dogs/0001.jpg; "
                            "name each photo with its folder"));
    QVERIFY(names.find("x/dogs/0001.jpg") == 1U);
    QVERIFY(!names.find("birds/0001.jpg"));
}

void PhotoResolverTest::a_photo_of_two_names_is_refused() {
    PhotoResolver names = resolver({"0001.jpg"});
    QVERIFY(names.find("cats/0001.jpg") == 0U);
    QVERIFY(names.find("x\\cats\\0001.jpg") == 0U);
    QVERIFY(names.find("0001.jpg") == 0U);
    QCOMPARE(refusal(names, "dogs/0001.jpg"),
             QStringLiteral("table.tsv: \"0001.jpg\" could be x/cats/0001.jpg or dogs/0001.jpg; "
                            "name each photo with its folder"));
}

void PhotoResolverTest::unused_photos_are_counted() {
    PhotoResolver names = resolver({"1.jpg", "2.jpg", "3.jpg"});
    names.find("2.jpg");
    QCOMPARE(names.unused(), 2U);
}

void PhotoResolverTest::photos_of_a_folder_are_found_by_relative_path() {
    const QTemporaryDir temporary;
    const fs::path folder = temporary.path().toStdString();
    for (const char* name : {"cats/0001.jpg", "dogs/0001.jpg", "dogs/0002.jpg", "cafe\xcc\x81.jpg"}) {
        fs::create_directories((folder / name).parent_path());
        write_atomically(folder / name, "only its name counts");
    }
    const FolderIndex index(folder);
    QCOMPARE(index.photos(), 4U);
    QCOMPARE(index.photo("dogs/0001.jpg").value_or(""), folder / "dogs/0001.jpg");
    QCOMPARE(index.photo("images\\cats\\0001.jpg").value_or(""), folder / "cats/0001.jpg");
    QCOMPARE(index.photo("0002.jpg").value_or(""), folder / "dogs/0002.jpg");
    QCOMPARE(index.photo("caf\xc3\xa9.jpg").value_or(""), folder / "cafe\xcc\x81.jpg");
    QVERIFY(!index.photo("0001.jpg"));
    QVERIFY(!index.photo("cats/0002.jpg"));
}

void PhotoResolverTest::extensions_of_browsers_are_photos() {
    for (const char* name : {"a.jfif", "a.PJPEG", "a.jif"}) QVERIFY2(has_image_extension(name), name);
}

QTEST_GUILESS_MAIN(PhotoResolverTest)
#include "photo_resolver_test.moc"
