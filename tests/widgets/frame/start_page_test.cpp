// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/frame/start_page.h"

#include <QDir>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gbs;
using namespace gbs::widgets;

class StartPageTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void empty_sections_are_hidden() {
        StartPage page;
        page.show();
        page.set_samples({});
        page.set_ideas({});
        page.set_recent_folders({});
        QVERIFY(page.findChildren<QToolButton*>(QStringLiteral("sample")).isEmpty());
        page.set_recent_folders({QStringLiteral("/a")});
        QVERIFY(page.findChildren<QToolButton*>(QStringLiteral("recent")).front()->isVisible());
        page.set_recent_folders({});
        QVERIFY(page.findChildren<QToolButton*>(QStringLiteral("recent")).isEmpty());
    }

    void buttons_emit_requests() {
        StartPage page;
        QSignalSpy path(&page, &StartPage::path_requested);
        QSignalSpy idea(&page, &StartPage::idea_requested);
        page.set_samples({QStringLiteral("/s/cat.jpg"), QStringLiteral("/s/dog.jpg")});
        page.set_ideas({{QStringLiteral("/s/cat.jpg"), QStringLiteral("a cat")}});
        page.set_recent_folders({QDir::homePath() + QStringLiteral("/photos"), QStringLiteral("/b")});
        page.findChildren<QToolButton*>(QStringLiteral("sample"))[1]->click();
        QCOMPARE(path.takeFirst().front().toString(), QStringLiteral("/s/dog.jpg"));
        page.findChildren<QToolButton*>(QStringLiteral("recent"))[0]->click();
        QCOMPARE(path.takeFirst().front().toString(), QDir::homePath() + QStringLiteral("/photos"));
        QVERIFY(page.findChildren<QToolButton*>(QStringLiteral("recent"))[0]->text().contains(
            QStringLiteral("~/photos")));
        page.findChildren<QToolButton*>(QStringLiteral("idea"))[0]->click();
        QCOMPARE(idea.front().front().value<StartIdea>().phrase, QStringLiteral("a cat"));
        QSignalSpy photo(&page, &StartPage::open_photo_requested);
        QSignalSpy folder(&page, &StartPage::open_folder_requested);
        for (QPushButton* const button : page.findChildren<QPushButton*>()) button->click();
        QCOMPARE(photo.count(), 1);
        QCOMPARE(folder.count(), 1);
    }

    void thumbnails_come_later() {
        StartPage page;
        page.set_samples({QStringLiteral("/s/cat.jpg")});
        QVERIFY(page.findChildren<QToolButton*>(QStringLiteral("sample"))[0]->icon().isNull());
        QImage image(20, 10, QImage::Format_RGB32);
        image.fill(Qt::red);
        page.set_thumbnail(QStringLiteral("/s/other.jpg"), image);
        page.set_thumbnail(QStringLiteral("/s/cat.jpg"), {});
        QVERIFY(page.findChildren<QToolButton*>(QStringLiteral("sample"))[0]->icon().isNull());
        page.set_thumbnail(QStringLiteral("/s/cat.jpg"), image);
        QVERIFY(!page.findChildren<QToolButton*>(QStringLiteral("sample"))[0]->icon().isNull());
    }

    void a_narrow_window_scrolls_only_down() {
        StartPage page;
        page.set_samples({QStringLiteral("/s/a.jpg"), QStringLiteral("/s/b.jpg"), QStringLiteral("/s/c.jpg"),
                          QStringLiteral("/s/d.jpg"), QStringLiteral("/s/e.jpg")});
        page.set_ideas({{QStringLiteral("/s/a.jpg"), QStringLiteral("the white cat on the red sofa")}});
        page.set_recent_folders(
            {QStringLiteral("/a/rather/long/path/to/a/folder/with/many/photos/of/a/holiday")});
        page.resize(1000, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto* const bar = page.findChild<QScrollArea*>()->horizontalScrollBar();
        QCOMPARE(bar->maximum(), 0);
        page.resize(480, 400);
        QTRY_COMPARE(bar->maximum(), 0);
    }

    void keyboard_reaches_every_button() {
        StartPage page;
        page.set_samples({QStringLiteral("/s/cat.jpg")});
        page.set_recent_folders({QStringLiteral("/b")});
        for (QAbstractButton* const button : page.findChildren<QAbstractButton*>())
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
};

QTEST_MAIN(StartPageTest)
#include "start_page_test.moc"
