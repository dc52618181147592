#include <QCheckBox>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "widgets/display_panel.h"
#include "widgets/image_list_panel.h"
#include "widgets/message_bar.h"
#include "widgets/phrase_delegate.h"
#include "widgets/phrase_panel.h"

using namespace gbs;

class PanelsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void phrase_colours_differ_and_come_back() {
        PhraseModel model;
        for (const char* text : {"a", "b", "c"}) model.add(QString::fromLatin1(text));
        QCOMPARE(model.rowCount(), 3);
        const QColor second = model.items()[1].color;
        QVERIFY(model.items()[0].color != second && second != model.items()[2].color);
        model.remove(1);
        model.add(QStringLiteral("d"));
        QCOMPARE(model.items()[2].color, second);
    }

    void eye_and_cross_work_by_mouse() {
        PhraseModel model;
        model.add(QStringLiteral("a dog"));
        PhrasePanel panel(&model);
        panel.resize(300, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy removed(&panel, &PhrasePanel::remove_requested);
        const QRect row = panel.list()->visualRect(model.index(0));
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {},
                          PhraseDelegate::eye_rect(row).center());
        QVERIFY(model.items()[0].hidden);
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {},
                          PhraseDelegate::remove_rect(row).center());
        QCOMPARE(removed.size(), 1);
    }

    void thumbnails_are_asked_for_rows_that_are_drawn() {
        ImageListModel model;
        QSignalSpy wanted(&model, &ImageListModel::thumbnail_wanted);
        ImageListPanel panel(&model);
        panel.resize(220, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QStringList paths;
        for (int i = 0; i < 50'000; ++i) paths << QStringLiteral("/photos/%1.jpg").arg(i);
        QElapsedTimer clock;
        clock.start();
        model.set_paths(paths);
        panel.list()->grab();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(wanted.size() > 0 && wanted.size() < 100);
        QImage small(72, 40, QImage::Format_RGB32);
        small.fill(Qt::red);
        model.set_thumbnail(paths[0], small);
        const auto shown = model.data(model.index(0), Qt::DecorationRole).value<QPixmap>().toImage();
        QCOMPARE(shown.pixelColor(shown.rect().center()), QColor(Qt::red));
    }

    void messages_stay_until_closed_and_information_goes() {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        bar.show_message(Severity::error, QStringLiteral("it broke"));
        QCOMPARE(bar.text(), QStringLiteral("it broke"));
        bar.show_message(Severity::info, QStringLiteral("by the way"));
        QCOMPARE(bar.text(), QStringLiteral("by the way"));
        QTRY_VERIFY_WITH_TIMEOUT(bar.text().isEmpty(), 8000);
    }

    void display_panel_reports_what_is_set() {
        DisplayPanel panel;
        LayerStyle reported;
        connect(&panel, &DisplayPanel::style_changed, this,
                [&reported](const LayerStyle& style) { reported = style; });
        panel.opacity()->setValue(20);
        panel.color_maps()->setCurrentIndex(panel.color_maps()->findText(QStringLiteral("turbo")));
        panel.limits()->setCurrentIndex(1);
        LayerStyle expected;
        expected.opacity = 0.2;
        expected.color_map = ColorMap::turbo;
        expected.limits = Limits::per_map;
        QCOMPARE(reported.opacity, 0.2);
        QVERIFY(reported.color_map == ColorMap::turbo && reported.limits == Limits::per_map);
        panel.set_style({});
        QVERIFY(panel.style() == LayerStyle{} && reported == LayerStyle{});
    }
};

QTEST_MAIN(PanelsTest)
#include "panels_test.moc"
